import { isJson, jsonList, type Json } from "../../cli/json";

/**
 * What AWS lets go of while it is still referred to, and nobody misses: a service keeps its tasks when their revision is
 * deregistered, its registration when the target group goes, and its deployments go on without an alarm that is gone;
 * an alarm goes off without a topic.
 */
const ALLOWED = new Set([
  "aws_cloudwatch_metric_alarm used by aws_ecs_service",
  "aws_sns_topic used by aws_cloudwatch_metric_alarm",
  "aws_sns_topic_policy used by aws_cloudwatch_metric_alarm",
  "aws_ecs_task_definition used by aws_ecs_service",
  "aws_lb_target_group used by aws_ecs_service",
]);

interface Standing {
  readonly address: string;
  readonly type: string;
  /** By which others refer to it. */
  readonly names: readonly string[];
  readonly attributes: string;
  /** Addresses that it waits for. */
  readonly dependencies: readonly unknown[];
}

/** Without these rules running tasks are cut off, though AWS lets them go: services wait for them by order alone. */
const RULE = /^aws_vpc_security_group_(in|e)gress_rule$/;

/**
 * Terraform destroys what leaves the stack before it changes what stays, unless told otherwise, and AWS refuses to
 * destroy what is in use: such an apply stops half-way, where the emulator lets it pass. Told by the state before an
 * apply and by what the apply printed: what was destroyed while something that stays still referred to it.
 */
export function destroyedInUse(stateBefore: Json, printed: string): string[] {
  const things = standing(stateBefore);
  const lines = printed.split("\n");
  const at = (address: string, event: string): number =>
    lines.findIndex((line) => line.startsWith(address) && line.includes(event));
  return things.flatMap((thing) => {
    const destroyed = lines.findIndex((line) => line.startsWith(`${thing.address}: Destroying...`));
    if (destroyed < 0) return [];
    return things
      .filter((user) => refersTo(user, thing) && !ALLOWED.has(`${thing.type} used by ${user.type}`))
      .filter((user) => at(`${user.address}: `, "Modifications complete") > destroyed)
      .map((user) => `${thing.address} was destroyed before ${user.address} had let go of it`);
  });
}

function standing(state: Json): Standing[] {
  const things = standingByAnyName(state);
  const owners = new Map<string, string>();
  for (const { type, names } of things)
    for (const name of names) {
      const owner = owners.get(name);
      if (owner === undefined || type.length < owner.length) owners.set(name, type);
    }
  return things.map((thing) => ({
    ...thing,
    names: thing.names.filter((name) => owners.get(name) === thing.type),
  }));
}

/** A bucket's policy, its versioning and the like all go by the bucket's name: only the bucket is meant by it. */
function standingByAnyName(state: Json): Standing[] {
  return jsonList(state["resources"]).flatMap((resource) => {
    const [instance = {}] = jsonList(resource["instances"]);
    const { attributes, dependencies } = instance;
    if (resource["mode"] !== "managed" || !isJson(attributes)) return [];
    const type = String(resource["type"]);
    const names = ["id", "arn"].map((name) => attributes[name]).filter((name) => typeof name === "string");
    return [
      {
        ...{ type, address: `${type}.${String(resource["name"])}`, names },
        attributes: JSON.stringify(attributes),
        dependencies: Array.isArray(dependencies) ? (dependencies as unknown[]) : [],
      },
    ];
  });
}

function refersTo(user: Standing, thing: Standing): boolean {
  if (user.type === "aws_ecs_service" && RULE.test(thing.type))
    return user.dependencies.includes(thing.address);
  return user !== thing && thing.names.some((name) => name !== "" && user.attributes.includes(`"${name}"`));
}
