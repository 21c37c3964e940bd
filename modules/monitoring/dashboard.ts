import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import { TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, matching, problems, requireThat } from "../errors";
import type { FargateService } from "../fargate";
import type { LoadBalancer } from "../load-balancer";
import type { VpcNetwork } from "../network";
import {
  reserveName,
  expectOneStack,
  expectProps,
  labelOf,
  literal,
  providerRegion,
  stackName,
} from "../foundation";
import { chartsOf, dashboardBody, type Shown } from "./dashboard-body";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html */
const NAME = /^[A-Za-z0-9_-]{1,255}$/;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html */
const MOST_CHARTS = 500;

export interface DashboardProps {
  /**
   * Load balancers to show: requests, failures, latency.
   * @default none
   */
  readonly doors?: readonly LoadBalancer[];

  /**
   * Services to show: hosts and latency behind a load balancer, CPU, memory, tasks.
   * @default none
   */
  readonly services?: readonly FargateService[];

  /**
   * Network whose NAT gateways to show: the bytes that are charged.
   * @default none
   */
  readonly network?: VpcNetwork;

  /**
   * Name in AWS, 1 to 255 letters, digits, hyphens and underscores, unique in the account. A change replaces it.
   * @default the id of the stack
   */
  readonly dashboardName?: string;
}

/**
 * One page of charts for a stack. An account's first three dashboards are free, each further one costs 3 USD a month.
 * https://aws.amazon.com/cloudwatch/pricing/
 *
 * @example
 * new Dashboard(stack, "Dashboard", { doors: [door], services: [frontend, backend], network });
 */
export class Dashboard extends Construct {
  public readonly dashboardName: string;

  public constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    expectProps(this, "Dashboard", props);
    const { doors = [], services = [], network } = props;
    [...doors, ...services].forEach((part) => expectOneStack(this, part));
    this.dashboardName = props.dashboardName ?? stackName(this);
    const shown = this.shown({ doors, services, network });
    const taken = reserveName(TerraformStack.of(this), problems.dashboardNameTaken, this.dashboardName, this);
    addCheck(this, () => [...taken, ...this.faults([...doors, ...services], shown)]);

    new CloudwatchDashboard(this, "Resource", {
      dashboardName: this.dashboardName,
      dashboardBody: dashboardBody(shown),
    });
  }

  private shown({ doors = [], services = [], network }: DashboardProps): Shown {
    return {
      region: providerRegion(this) ?? "",
      doors: doors.map(({ node, arnSuffix }) => ({
        name: labelOf(node.path),
        dimensions: { LoadBalancer: arnSuffix },
      })),
      services: services.map(({ node, dimensions, targetGroups, cluster }) => ({
        name: labelOf(node.path),
        dimensions,
        groups: targetGroups.map((group) => group.dimensions),
        hasInsights: cluster.hasInsights,
      })),
      natGatewayIds: network === undefined ? [] : natGatewayIds(network),
    };
  }

  private faults(parts: readonly Construct[], shown: Shown): Fault[] {
    const charts = chartsOf(shown).length;
    return [
      ...matching(problems.dashboardName, literal(this.dashboardName), NAME),
      ...requireThat(
        parts.length > 0 && new Set(parts).size === parts.length,
        problems.dashboardEmpty,
        parts.length,
      ),
      ...requireThat(charts <= MOST_CHARTS, problems.dashboardTooLarge, charts),
    ];
  }
}

function natGatewayIds(network: VpcNetwork): string[] {
  return network.node
    .findAll()
    .filter((node) => TerraformResource.isTerraformResource(node))
    .filter(({ terraformResourceType }) => terraformResourceType === "aws_nat_gateway")
    .map((gateway) => gateway.getStringAttribute("id"));
}
