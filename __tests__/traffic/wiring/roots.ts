/** Modules as `npm run terraform-modules` writes them, or a copy in which one thing is missing. */
export type Copy = "no-egress" | "no-ingress" | "health" | "no-route" | "fixed";

type Inputs = Readonly<Record<string, string>>;

/** A root of HCL that calls our modules, and what is said of its plan. */
export interface Wiring {
  readonly root: string;
  /** Codes of all findings, worst first. */
  readonly told: readonly string[];
  /** Whether the internet reaches each service, in the order of the plan. */
  readonly reached: readonly (boolean | "unknown")[];
}

const OTHER_GROUP =
  'resource "aws_security_group" "other" {\n  name   = "other"\n  vpc_id = module.network.vpc_id\n}\n';
const OTHER_TARGETS = `resource "aws_lb_target_group" "other" {
  name        = "other"
  vpc_id      = module.network.vpc_id
  port        = 6060
  protocol    = "HTTP"
  target_type = "ip"
}
`;
const counted = (resource: string, count: number): string =>
  resource.replace('"other" {', `"other" {\n  count = ${count}`);

function module(name: string, source: string, inputs: Inputs): string {
  const lines = Object.entries(inputs).map(([input, value]) => `  ${input} = ${value}`);
  return `module "${name}" {\n  source = "../${source}"\n${lines.join("\n")}\n}\n`;
}

function network(inputs: Inputs = {}, name = "network", source = "modules/network"): string {
  return module(name, source, { name: `"${name}"`, zones: '["us-east-1a", "us-east-1b"]', ...inputs });
}

function door(inputs: Inputs = {}, name = "front_door", source = "modules/front-door"): string {
  return module(name, source, {
    name: '"shop"',
    vpc_id: "module.network.vpc_id",
    subnet_ids: "module.network.public_subnet_ids",
    port: "6060",
    health_check: '{ path = "/health" }',
    ...inputs,
  });
}

function service(inputs: Inputs = {}, name = "service", source = "modules/fargate-service"): string {
  return module(name, source, {
    name: '"shop"',
    service_name: '"Agent"',
    vpc_id: "module.network.vpc_id",
    subnet_ids: "module.network.private_subnet_ids",
    target_group_arn: "module.front_door.target_group_arn",
    load_balancer_arn: "module.front_door.load_balancer_arn",
    load_balancer_security_group_id: "module.front_door.load_balancer_security_group_id",
    port: "6060",
    image: '"public.ecr.aws/docker/library/caddy:2.10.2-alpine"',
    ...inputs,
  });
}

const behind = (call: string, group = call): Inputs => ({
  name: `"${call.slice(-1)}"`,
  target_group_arn: `module.${call}.target_group_arn`,
  load_balancer_arn: `module.${call}.load_balancer_arn`,
  load_balancer_security_group_id: `module.${group}.load_balancer_security_group_id`,
});
const copy = (name: Copy): string => `copies/${name}`;
const own = "module.front_door.load_balancer_security_group_id";
const byKey = { for_each: 'toset(["a", "b"])', name: "each.key" };
const ofKey = {
  ...byKey,
  target_group_arn: "module.front_door[each.key].target_group_arn",
  load_balancer_arn: "module.front_door[each.key].load_balancer_arn",
};
const group = (value: string): Inputs => ({ load_balancer_security_group_id: value });
const sound = { told: [], reached: [true] };
const shut = { told: ["FY506", "FY511"], reached: [false] };

export const wirings: Readonly<Record<string, Wiring>> = {
  sound: { root: network() + door() + service(), ...sound },
  named: { root: network() + door({ target_group_name: '"T"' }) + service(), ...sound },
  wrong_group: {
    root: network() + door() + service(group("aws_security_group.other.id")) + OTHER_GROUP,
    ...shut,
  },
  group_elsewhere: {
    root: network() + door() + service(group('"sg-0123456789abcdef0"')),
    told: [],
    reached: ["unknown"],
  },
  wrong_port: { root: network() + door() + service({ port: "8080" }), told: ["FY517"], reached: [true] },
  no_egress: {
    root: network() + door() + service({}, "service", copy("no-egress")),
    told: ["FY506"],
    reached: [false],
  },
  no_ingress: {
    root: network() + door() + service({}, "service", copy("no-ingress")),
    told: ["FY511"],
    reached: [false],
  },
  wrong_targets: {
    root: network() + door() + service({ target_group_arn: "aws_lb_target_group.other.arn" }) + OTHER_TARGETS,
    told: ["FY520", "FY521"],
    reached: [false],
  },
  door_in_private: {
    root: network() + door({ subnet_ids: "module.network.private_subnet_ids" }) + service(),
    told: ["FY501"],
    reached: [false],
  },
  service_in_public: {
    root: network() + door() + service({ subnet_ids: "module.network.public_subnet_ids" }),
    told: ["FY531"],
    reached: [true],
  },
  health_port: {
    root: network() + door({}, "front_door", copy("health")) + service(),
    told: ["FY506", "FY512", "FY519"],
    reached: [false],
  },
  no_route: {
    root: network({}, "network", copy("no-route")) + door() + service(),
    told: ["FY501", "FY534"],
    reached: [false],
  },
  forwards_nowhere: {
    root: network() + door({}, "front_door", copy("fixed")) + service(),
    told: ["FY520"],
    reached: [false],
  },
  door_in_other_network: {
    root:
      network() +
      network({}, "other") +
      door({ vpc_id: "module.other.vpc_id", subnet_ids: "module.other.public_subnet_ids" }) +
      service(),
    told: ["FY523"],
    reached: [false],
  },
  service_in_other_network: {
    root:
      network() +
      network({}, "other") +
      door() +
      service({ vpc_id: "module.other.vpc_id", subnet_ids: "module.other.private_subnet_ids" }),
    told: ["FY523"],
    reached: [false],
  },
  group_in_other_network: {
    root: network() + network({}, "other") + door() + service({ vpc_id: "module.other.vpc_id" }),
    told: ["FY571"],
    reached: [true],
  },
  swapped: {
    root:
      network() +
      door({ name: '"a"' }, "door_a") +
      door({ name: '"b"' }, "door_b") +
      service({ ...behind("door_b", "door_a"), name: '"a"' }, "a") +
      service({ ...behind("door_a", "door_b"), name: '"b"' }, "b"),
    told: ["FY506", "FY506", "FY511", "FY511"],
    reached: [false, false],
  },
  conditions: {
    root:
      network() +
      door() +
      service({
        target_group_arn: "try(module.spare[0].target_group_arn, module.front_door.target_group_arn)",
        ...group(`coalesce(one(aws_security_group.other[*].id), ${own})`),
      }) +
      door({ count: "0", name: '"spare"' }, "spare") +
      counted(OTHER_GROUP, 0),
    ...sound,
  },
  collections: {
    root:
      network() +
      door({ subnet_ids: "[for id in module.network.public_subnet_ids : id]" }) +
      service({
        ...group(`merge({ a = ${own} }, { for k, v in aws_security_group.other : k => v.id })["a"]`),
        subnet_ids: "slice(concat(module.network.private_subnet_ids, []), 0, 2)",
      }) +
      counted(OTHER_GROUP, 0),
    ...sound,
  },
  by_count: {
    root:
      network() +
      door({ count: "1" }) +
      service({
        target_group_arn: "one(module.front_door[*].target_group_arn)",
        load_balancer_arn: "module.front_door[0].load_balancer_arn",
        ...group("module.front_door[0].load_balancer_security_group_id"),
      }),
    ...sound,
  },
  by_key: {
    root:
      network() +
      door(byKey) +
      service({ ...ofKey, ...group("module.front_door[each.key].load_balancer_security_group_id") }),
    told: [],
    reached: [true, true],
  },
  wrong_key: {
    root:
      network() +
      door(byKey) +
      service({ ...ofKey, ...group('module.front_door["a"].load_balancer_security_group_id') }),
    told: ["FY506", "FY511"],
    reached: [true, false],
  },
  only_one_for_a_local: {
    root: `locals {\n  targets = module.front_door.target_group_arn\n}\n${
      network() + door() + service({ target_group_arn: "local.targets" })
    }`,
    ...sound,
  },
  several_for_a_local: {
    root: `locals {\n  group = ${own}\n}\n${network() + door() + service(group("local.group"))}`,
    told: [],
    reached: ["unknown"],
  },
};
