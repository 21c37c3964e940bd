import { UNKNOWN, type Resource, type Value, type Values } from "../terraform";
import { block, blocks, written } from "./attributes";
import { Belongings, type Shelf } from "./catalogue";
import type { MountTarget } from "./file-systems";
import type { Listener, ListenerRule } from "./listeners";
import type { Parts } from "./parts";
import type { Role } from "./roles";
import { scaledBy, scaling, type Scaling } from "./scaling";
import { GROUP_RULES } from "./security-groups";
import type { Cluster, Service } from "./services";
import { ANYTHING, exactly, NONE, together, type Several } from "./several";
import type { TargetGroup } from "./target-groups";
import type { Known } from "./truth";

/** What belongs to groups, load balancers, listeners, services and roles by resources of its own. */
export class Ownership {
  public readonly groupRules: Belongings<Resource>;
  public readonly listeners: Belongings<Listener>;
  public readonly listenerRules: Belongings<ListenerRule>;
  public readonly attachments: Belongings<Resource>;
  public readonly targets: Belongings<Service>;
  /** What moves traffic between target groups by itself: CodeDeploy's groups, and services with an alternate. */
  public readonly shifts: Belongings<Resource>;
  public readonly services: Belongings<Service>;
  public readonly scalings: Belongings<Scaling>;
  public readonly mountTargets: Belongings<MountTarget>;
  /** Elastic IP addresses, and what attaches them, by the instance that has them. */
  public readonly addresses: Belongings<Resource>;
  public readonly rolePolicies: Belongings<Resource>;
  public readonly rolePolicyAttachments: Belongings<Resource>;

  public constructor(shelf: Shelf, parts: Parts) {
    const { listeners, listenerRules, services, securityGroups, targetGroups, roles } = parts;
    this.listeners = new Belongings(listeners.all, ({ loadBalancer }) => severalOf(loadBalancer));
    this.listenerRules = new Belongings(listenerRules.all, ({ listener }) => severalOf(listener));
    this.targets = new Belongings(services.all, groupsOf);
    this.services = new Belongings(services.all, ({ cluster }): Several<Cluster> => severalOf(cluster));
    this.scalings = new Belongings(scalingsOn(shelf), (one) => scaledBy(one, parts));
    this.mountTargets = new Belongings(parts.mountTargets.all, ({ fileSystem }) => fileSystem);
    this.groupRules = new Belongings(shelf.ofType(...GROUP_RULES), ({ values }) =>
      securityGroups.several(values.security_group_id),
    );
    this.attachments = new Belongings(shelf.ofType("aws_lb_target_group_attachment"), ({ values }) =>
      targetGroups.several(values.target_group_arn),
    );
    this.shifts = new Belongings(shelf.ofType("aws_codedeploy_deployment_group", "aws_ecs_service"), (one) =>
      together(groupsShiftedBy(one).map((group) => targetGroups.several(group))),
    );
    const addresses = shelf.ofType("aws_eip", "aws_eip_association");
    this.addresses = new Belongings(
      addresses.filter((one) => isGivenAway(one)),
      ({ values }) =>
        parts.instances.several(values.instance ?? values.instance_id ?? values.network_interface),
    );
    const ofRole = ({ values }: Resource): Several<Role> => roles.several(values.role ?? values.roles);
    this.rolePolicies = new Belongings(shelf.ofType("aws_iam_role_policy"), ofRole);
    const attachments = shelf.ofType("aws_iam_role_policy_attachment", "aws_iam_policy_attachment");
    this.rolePolicyAttachments = new Belongings(attachments, ofRole);
  }
}

/** Names or ARNs of target groups among which traffic is moved; UNKNOWN may be any. */
function groupsShiftedBy({ type, values }: Resource): Value[] {
  if (type === "aws_ecs_service") {
    const found = blocks(values.load_balancer);
    const balancers = found === UNKNOWN ? [] : found;
    const controller = blocks(values.deployment_controller);
    const isByOthers = controller === UNKNOWN || controller.some(({ type: by }) => (by ?? "ECS") !== "ECS");
    if (isByOthers) return balancers.map((one) => one.target_group_arn);
    return balancers.flatMap((one) => {
      const shift = block(one.advanced_configuration);
      return shift === UNKNOWN || shift === undefined ? [] : [shift.alternate_target_group_arn];
    });
  }
  return membersAt([values], ["load_balancer_info", "target_group_pair_info", "target_group"])
    .concat(membersAt([values], ["load_balancer_info", "target_group_info"]))
    .map((group) => (group === UNKNOWN ? UNKNOWN : group.name));
}

/** Blocks in blocks in blocks, by their names from the outside. */
function membersAt(outer: readonly Known<Values>[], names: readonly string[]): Known<Values>[] {
  return names.reduce<readonly Known<Values>[]>((found, name) => {
    return found.flatMap((one): readonly Known<Values>[] => {
      const inner = one === UNKNOWN ? UNKNOWN : blocks(one[name]);
      return inner === UNKNOWN ? [UNKNOWN] : inner;
    });
  }, outer) as Known<Values>[];
}

/** Other addresses belong to NAT gateways, which name them themselves. */
function isGivenAway(resource: Resource): boolean {
  return ["instance", "instance_id", "network_interface"].some((name) => {
    const value = written(resource, name);
    return value !== undefined && value !== null && value !== "";
  });
}

function scalingsOn(shelf: Shelf): Scaling[] {
  return shelf
    .ofType("aws_appautoscaling_target")
    .filter(({ values }) => values.service_namespace === "ecs")
    .map(scaling);
}

function groupsOf({ registrations }: Service): Several<TargetGroup> {
  if (registrations === UNKNOWN) return ANYTHING;
  return together(registrations.map(({ targetGroup }) => severalOf(targetGroup)));
}

function severalOf<T>(part: Known<T> | undefined): Several<T> {
  if (part === undefined) return NONE;
  return part === UNKNOWN ? ANYTHING : exactly([part]);
}
