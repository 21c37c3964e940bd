import type { EcsServiceLoadBalancerAdvancedConfiguration } from "@cdktf/provider-aws/lib/ecs-service";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { addCheck, type Fault, limits, problems, requireThat } from "../../errors";
import type { TargetGroup } from "../../load-balancer";
import { reserveName, expectOneStack, labelOf, literal, namingPath, numberText } from "../../foundation";
import { ECS_TRUST } from "../policies";
import { Role } from "../role";
import type { ShiftedListener } from "./deployment-props";

const LAST_PRIORITY = 50000;
/** Routes get their places up to here. */
const LAST_ROUTE = 49_135;
const ALL_PATHS = ["/*"];

export interface TrafficShiftProps {
  /** Where the traffic goes before the first shift. */
  readonly blue: TargetGroup;
  readonly listener: ShiftedListener;
  readonly paths?: readonly string[];
  readonly rulePriority?: number;
}

/**
 * What ECS needs to move traffic from one set of tasks to another: a second target group like the first, a rule that
 * forwards to both, and a role that may turn the rule and register tasks in these two groups, and nothing else. ECS turns
 * the rule's weights with each deployment, so Terraform leaves them alone.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
 */
export class TrafficShift extends Construct {
  public readonly green: TargetGroup;
  public readonly configuration: EcsServiceLoadBalancerAdvancedConfiguration;
  /** What stands once ECS may shift. */
  public readonly ready: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: TrafficShiftProps) {
    super(scope, id);
    const { blue, listener } = props;
    const priority = props.rulePriority ?? LAST_PRIORITY;
    expectOneStack(this, listener.loadBalancer);
    const taken = reserveName(listener, limits.deploymentRulePriority, numberText(priority), this);
    const paths = (props.paths ?? ALL_PATHS)
      .map((path) => literal(path))
      .filter((path) => path !== undefined);
    const rivals = paths.flatMap((path) => reserveName(listener, problems.deploymentPathsTaken, path, this));
    addCheck(this, () => [...taken, ...rivals, ...this.faults(props, paths)]);

    this.green = blue.copyForBlueGreen(this, "Green");
    const rule = this.createRule(props, priority);
    const role = this.createRole(props, rule);
    this.configuration = {
      alternateTargetGroupArn: this.green.arn,
      productionListenerRule: rule.arn,
      roleArn: role.arn,
    };
    this.ready = role.policies;
    listener.loadBalancer.countAgainstQuota({ rules: 1 });
    [blue, this.green].forEach((group) => group.addListener(rule, listener.loadBalancer));
  }

  /** After a shift the tasks stand in the other group: whoever forwards to the first one alone sends to nobody. */
  private faults({ blue, listener, rulePriority }: TrafficShiftProps, paths: readonly string[]): Fault[] {
    const own: readonly unknown[] = [this, listener];
    const others = blue.forwarders
      .filter((one): one is ITerraformDependable & IConstruct => Construct.isConstruct(one))
      .filter((one) => !own.includes(one.node.scope))
      .map((one) => one.node.scope?.node.path ?? one.node.path);
    const place = literal(rulePriority ?? LAST_PRIORITY) ?? LAST_PRIORITY;
    const hides = place <= LAST_ROUTE && paths.includes("/*");
    return [
      ...requireThat(others.length === 0, problems.shiftedTargetGroupForwarded, others.join(", ")),
      ...requireThat(
        listener.isRedirecting !== true,
        problems.deploymentListenerRedirects,
        listener.node.path,
      ),
      ...requireThat(!hides, limits.deploymentRulePriority, `${place}, with /* before the routes`),
    ];
  }

  /** It can't be told of another target group while its action is left alone, so it is made anew with either. */
  private createRule({ blue, listener, paths }: TrafficShiftProps, priority: number): LbListenerRule {
    return new LbListenerRule(this, "Rule", {
      listenerArn: listener.arn,
      priority,
      condition: [{ pathPattern: { values: [...(paths ?? ALL_PATHS)] } }],
      action: [
        {
          type: "forward",
          forward: {
            targetGroup: [
              { arn: blue.arn, weight: 1 },
              { arn: this.green.arn, weight: 0 },
            ],
          },
        },
      ],
      lifecycle: {
        ignoreChanges: ["action"],
        replaceTriggeredBy: [blue, this.green].map((group) => group.replacement),
      },
    });
  }

  private createRole({ blue, listener }: TrafficShiftProps, rule: LbListenerRule): Role {
    const role = new Role(this, "Role", {
      label: labelOf(namingPath(this)),
      purpose: "shift traffic",
      trust: ECS_TRUST,
    });
    const actions = (...names: string[]): string[] => names.map((name) => `elasticloadbalancing:${name}`);
    const groups = [blue.arn, this.green.arn];
    role.allow("Shift", [
      { actions: actions("ModifyRule"), resources: [rule.arn] },
      { actions: actions("ModifyListener"), resources: [listener.arn] },
      { actions: actions("RegisterTargets", "DeregisterTargets"), resources: groups },
      {
        actions: actions(
          "DescribeListeners",
          "DescribeRules",
          "DescribeTargetGroups",
          "DescribeTargetHealth",
        ),
        resources: ["*"],
      },
    ]);
    return role;
  }
}
