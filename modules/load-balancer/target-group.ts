import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import type { ITerraformDependable, TerraformResourceLifecycle } from "cdktf";
import { Lazy, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, limits, problems, requireThat } from "../errors";
import type { VpcNetwork } from "../network";
import type { SecurityGroup } from "../network/security-group";
import {
  boundedName,
  reserveName,
  expectOneStack,
  expectProps,
  literals,
  namingId,
  numberText,
  countAgainstQuota,
} from "../foundation";
import { HEALTH_CHECK_DEFAULTS } from "./health-check";
import { balancingOf, checkTimes, targetGroupFaults, type TargetGroupProps } from "./target-group-props";

/** The provider adds 26 characters of its own to a prefix. */
const LONGEST_PREFIX = 6;

/** AWS's default of 300 s would add five minutes to each deployment and to each destroy. */

/** A load balancer as its target group sees it. */
export interface TargetGroupSource {
  readonly arnSuffix: string;
  readonly securityGroup: SecurityGroup;
  readonly network: VpcNetwork;
}

/** A service as its target group sees it. */
export interface TargetGroupMember {
  readonly securityGroup: SecurityGroup;
  waitFor(dependable: ITerraformDependable): void;
}

/**
 * The list of tasks that a load balancer may send to: target type `ip`, as Fargate needs, HTTP/1.1 over IPv4. It is
 * where load balancer and service meet, so it connects their security groups and orders the service after every listener
 * and every route that forwards here.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
 *
 * @example
 * new TargetGroup(stack, "Targets", { network, port: 6060, healthCheck: { path: "/health" } });
 */
export class TargetGroup extends Construct {
  public readonly arn: string;
  /** The last part of the ARN, by which metrics know the group. */
  public readonly arnSuffix: string;
  public readonly port: number;
  public readonly network: VpcNetwork;
  public readonly deregistrationDelaySec: number;

  private readonly resource: LbTargetGroup;
  private readonly healthCheckPort: number | undefined;
  private readonly isNamed: boolean;
  private readonly senders = new Set<TargetGroupSource>();
  private readonly listeners: ITerraformDependable[] = [];
  private readonly receivers: TargetGroupMember[] = [];

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: TargetGroupProps,
  ) {
    super(scope, id);
    expectProps(this, "TargetGroup", props);
    this.port = props.port;
    this.network = props.network;
    this.deregistrationDelaySec = props.deregistrationDelaySec ?? limits.deregistrationDelay.default;
    expectOneStack(this, props.network);
    this.isNamed = props.name !== undefined;
    this.healthCheckPort = props.healthCheck?.port;
    const taken =
      props.name === undefined
        ? []
        : reserveName(TerraformStack.of(this), problems.targetGroupNameTaken, props.name, this);
    addCheck(this, () => [...taken, ...this.faults(props)]);
    countAgainstQuota(this, "targetGroupsPerRegion", problems.targetGroupQuota);

    this.resource = this.createGroup(props);
    this.arn = this.resource.arn;
    this.arnSuffix = this.resource.arnSuffix;
  }

  /** By what CloudWatch knows the group; the load balancer in front may become known later. */
  public get dimensions(): { readonly LoadBalancer: string; readonly TargetGroup: string } {
    const produce = (): string => [...this.senders][0]?.arnSuffix ?? "";
    return { LoadBalancer: Lazy.stringValue({ produce }), TargetGroup: this.arnSuffix };
  }

  /**
   * For `replace_triggered_by` of what can't be told of another group, and has to be made anew with this one.
   * @internal
   */
  public get replacement(): string {
    return `${LbTargetGroup.tfResourceType}.${this.resource.friendlyUniqueId}.arn`;
  }

  /**
   * Another group for the same targets, with a generated name.
   * @internal
   */
  public copyForBlueGreen(scope: Construct, id: string): TargetGroup {
    return new TargetGroup(scope, id, { ...this.props, name: undefined });
  }

  /** Listeners and rules that forward here. */
  public get forwarders(): readonly ITerraformDependable[] {
    return this.listeners;
  }

  /**
   * A listener or rule forwards here: its load balancer may now talk to the targets.
   * @internal
   */
  public addListener(listener: ITerraformDependable, sender: TargetGroupSource): void {
    this.senders.add(sender);
    this.listeners.push(listener);
    this.receivers.forEach((receiver) => {
      receiver.waitFor(listener);
      this.connect(sender, receiver);
    });
  }

  /**
   * A service registers its tasks here: the load balancers in front may now talk to them.
   * @internal
   */
  public addMember(receiver: TargetGroupMember): void {
    this.receivers.push(receiver);
    this.listeners.forEach((listener) => receiver.waitFor(listener));
    this.senders.forEach((sender) => this.connect(sender, receiver));
  }

  /**
   * The lifecycle of whoever forwards here. A group with an exact name can only be made again once the old one is
   * gone, and AWS lets it go only when nothing forwards to it.
   * @internal
   */
  public forwarderLifecycle(): TerraformResourceLifecycle | undefined {
    if (!this.isNamed) return undefined;
    return { replaceTriggeredBy: [this.replacement] };
  }

  private connect(sender: TargetGroupSource, receiver: TargetGroupMember): void {
    for (const port of new Set([this.port, this.healthCheckPort ?? this.port])) {
      receiver.securityGroup.admit(sender.securityGroup, port, "allow traffic from ALB");
    }
  }

  private createGroup(props: TargetGroupProps): LbTargetGroup {
    const { healthCheck: given = {}, protocol = "HTTP" } = props;
    return new LbTargetGroup(this, "Resource", {
      ...(this.isNamed ? { name: props.name } : { namePrefix: boundedPrefix(namingId(this)) }),
      vpcId: props.network.vpcId,
      targetType: "ip",
      ipAddressType: "ipv4",
      protocol,
      protocolVersion: "HTTP1",
      port: props.port,
      ...balancingOf(props),
      deregistrationDelay: numberText(this.deregistrationDelaySec),
      healthCheck: {
        enabled: true,
        protocol,
        path: given.path ?? HEALTH_CHECK_DEFAULTS.path,
        port: given.port === undefined ? "traffic-port" : numberText(given.port),
        interval: given.intervalSec ?? HEALTH_CHECK_DEFAULTS.intervalSec,
        timeout: given.timeoutSec ?? HEALTH_CHECK_DEFAULTS.timeoutSec,
        healthyThreshold: given.healthyThreshold ?? HEALTH_CHECK_DEFAULTS.healthyThreshold,
        unhealthyThreshold: given.unhealthyThreshold ?? HEALTH_CHECK_DEFAULTS.unhealthyThreshold,
        matcher: given.matcher ?? HEALTH_CHECK_DEFAULTS.matcher,
      },
      tags: { Name: props.name ?? namingId(this) },
      lifecycle: { createBeforeDestroy: !this.isNamed },
    });
  }

  private faults(props: TargetGroupProps): Fault[] {
    const times = literals(checkTimes(props.healthCheck));
    return [
      ...targetGroupFaults(props, literals(props), times),
      ...requireThat(this.senders.size <= 1, problems.targetGroupOnTwoLoadBalancers, this.senders.size),
      ...requireThat(
        this.receivers.length === 0 || this.listeners.length > 0,
        problems.targetGroupWithoutListener,
        "none",
      ),
    ];
  }
}

function boundedPrefix(id: string): string {
  const prefix = boundedName([id], 256)
    .slice(0, LONGEST_PREFIX - 1)
    .replace(/-$/, "");
  return `${prefix === "" ? "tg" : prefix}-`;
}
