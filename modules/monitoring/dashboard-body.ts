import {
  balancing,
  insight,
  utilization,
  type GroupDimensions,
  type Metric,
  type ServiceDimensions,
} from "../alarms/metric";

/** CloudWatch's grid is 24 wide: three charts a row. */
const WIDTH = 8;
const HEIGHT = 6;
const CHARTS_A_ROW = 3;
const PERIOD_SEC = 60;

/** What a dashboard shows, in names that CloudWatch knows. Each may hold a Terraform reference. */
export interface Shown {
  readonly region: string;
  readonly doors: readonly {
    readonly name: string;
    readonly dimensions: Pick<GroupDimensions, "LoadBalancer">;
  }[];
  readonly services: readonly ShownService[];
  readonly natGatewayIds: readonly string[];
}

export interface ShownService {
  readonly name: string;
  readonly dimensions: ServiceDimensions;
  /** One, or the blue and the green one. */
  readonly groups: readonly GroupDimensions[];
  readonly hasInsights: boolean;
}

/** One chart: some lines, each a metric with its label. */
interface Chart {
  readonly title: string;
  readonly lines: readonly (readonly [label: string, metric: Metric])[];
}

/** A dashboard as CloudWatch takes it: one order, no white space, so that nothing ever differs but what is meant to. */
export function dashboardBody(shown: Shown): string {
  const widgets = chartsOf(shown).map((chart, position) => widget(chart, position, shown.region));
  return JSON.stringify({ widgets });
}

export function chartsOf({ doors, services, natGatewayIds }: Shown): Chart[] {
  return [
    ...doors.flatMap(({ name, dimensions }) => doorCharts(name, dimensions)),
    ...services.flatMap(serviceCharts),
    ...(natGatewayIds.length === 0 ? [] : [natChart(natGatewayIds)]),
  ];
}

function doorCharts(name: string, door: Pick<GroupDimensions, "LoadBalancer">): Chart[] {
  const sum = (metricName: string): Metric => balancing(metricName, "Sum", door);
  return [
    { title: `${name}: requests a minute`, lines: [["requests", sum("RequestCount")]] },
    {
      title: `${name}: failures a minute`,
      lines: [
        ["4xx of services", sum("HTTPCode_Target_4XX_Count")],
        ["5xx of services", sum("HTTPCode_Target_5XX_Count")],
        ["4xx of the door", sum("HTTPCode_ELB_4XX_Count")],
        ["5xx of the door", sum("HTTPCode_ELB_5XX_Count")],
      ],
    },
    { title: `${name}: seconds to the answer`, lines: percentiles(door) },
  ];
}

function serviceCharts({ name, dimensions, groups, hasInsights }: ShownService): Chart[] {
  const usage: Chart = {
    title: `${name}: percent of CPU and memory`,
    lines: [
      ["CPU", utilization("CPU", dimensions)],
      ["memory", utilization("Memory", dimensions)],
    ],
  };
  const tasks: Chart = {
    title: `${name}: tasks`,
    lines: [
      ["running", insight("RunningTaskCount", dimensions)],
      ["desired", insight("DesiredTaskCount", dimensions)],
    ],
  };
  return [...(groups.length === 0 ? [] : groupCharts(name, groups)), usage, ...(hasInsights ? [tasks] : [])];
}

function groupCharts(name: string, groups: readonly GroupDimensions[]): Chart[] {
  const colours = groups.length > 1 ? ["blue ", "green "] : [""];
  const lines = (of: (group: GroupDimensions) => Chart["lines"]): Chart["lines"] =>
    groups.flatMap((group, position) =>
      of(group).map(([label, metric]) => [`${colours[position] ?? ""}${label}`, metric] as const),
    );
  const hosts = lines((group) => [
    ["healthy", balancing("HealthyHostCount", "Minimum", group)],
    ["unhealthy", balancing("UnHealthyHostCount", "Maximum", group)],
  ]);
  return [
    { title: `${name}: hosts`, lines: hosts },
    { title: `${name}: seconds to the answer`, lines: lines(percentiles) },
  ];
}

function percentiles(dimensions: Partial<GroupDimensions>): Chart["lines"] {
  return ["p50", "p90", "p99"].map(
    (stat) => [stat, balancing("TargetResponseTime", stat, dimensions)] as const,
  );
}

function natChart(gateways: readonly string[]): Chart {
  const bytes = (metricName: string, NatGatewayId: string): Metric => ({
    ...{ namespace: "AWS/NATGateway", metricName, stat: "Sum" },
    dimensions: { NatGatewayId },
  });
  const lines = gateways.flatMap((id) => [
    [`out ${id}`, bytes("BytesOutToDestination", id)] as const,
    [`in ${id}`, bytes("BytesInFromDestination", id)] as const,
  ]);
  return { title: "NAT: bytes a minute, 0.045 USD a GB", lines };
}

function widget({ title, lines }: Chart, position: number, region: string): object {
  return {
    type: "metric",
    x: (position % CHARTS_A_ROW) * WIDTH,
    y: Math.floor(position / CHARTS_A_ROW) * HEIGHT,
    width: WIDTH,
    height: HEIGHT,
    properties: {
      title,
      region,
      view: "timeSeries",
      period: PERIOD_SEC,
      metrics: lines.map(([label, { namespace, metricName, dimensions, stat }]) => [
        ...[namespace, metricName, ...Object.entries(dimensions).flat()],
        { label, stat },
      ]),
    },
  };
}
