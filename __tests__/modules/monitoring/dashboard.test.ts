import { Dashboard, HttpListener, type AwsStack } from "../../../modules";
import { chartsOf, dashboardBody, type Shown } from "../../../modules/monitoring/dashboard-body";
import { cluster, door, service, system, targets } from "../../support/parts";
import { codesOf, synthesize } from "../../support/synthesize";

interface Widget {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly properties: { readonly title: string; readonly region: string; readonly metrics: unknown[][] };
}

const widgetsOf = (body: string): Widget[] => (JSON.parse(body) as { widgets: Widget[] }).widgets;

describe("the dashboard of a stack", () => {
  const stack = synthesize((scope) => {
    const { door: front, service: made } = system(scope);
    new Dashboard(scope, "Dashboard", { doors: [front], services: [made], network: front.network });
  });
  const made = stack.only("aws_cloudwatch_dashboard");
  const widgets = widgetsOf(made.text("dashboard_body"));

  it("shows requests, failures, latency, hosts, CPU and memory, tasks and NAT", () => {
    expect(widgets.map(({ properties }) => properties.title)).toEqual([
      "Door: requests a minute",
      "Door: failures a minute",
      "Door: seconds to the answer",
      "Service: hosts",
      "Service: seconds to the answer",
      "Service: percent of CPU and memory",
      "Service: tasks",
      "NAT: bytes a minute, 0.045 USD a GB",
    ]);
  });

  it("has the stack's name and region", () => {
    expect(made.at("dashboard_name")).toBe("test");
    expect(new Set(widgets.map(({ properties }) => properties.region))).toEqual(new Set(["us-east-1"]));
  });

  it("names what it shows by references that Terraform fills in", () => {
    expect(widgets[0]?.properties.metrics).toEqual([
      [
        "AWS/ApplicationELB",
        "RequestCount",
        "LoadBalancer",
        stack.only("aws_lb").ref("arn_suffix"),
        expect.anything(),
      ],
    ]);
    expect(widgets[3]?.properties.metrics[0]).toContain(stack.only("aws_lb_target_group").ref("arn_suffix"));
    expect(JSON.stringify(widgets[7])).toContain(stack.only("aws_nat_gateway").ref("id"));
  });

  it("lays three charts a row, none over another", () => {
    expect(new Set(widgets.map(({ x, y }) => `${x} ${y}`)).size).toBe(widgets.length);
    expect(Math.max(...widgets.map(({ x, width }) => x + width))).toBe(24);
  });
});

describe("a dashboard's charts", () => {
  const shown: Shown = {
    region: "eu-west-1",
    doors: [],
    services: [
      { name: "a", dimensions: { ClusterName: "c", ServiceName: "a" }, groups: [], hasInsights: false },
    ],
    natGatewayIds: [],
  };

  it("leave out what there is nothing of", () => {
    expect(chartsOf(shown).map(({ title }) => title)).toEqual(["a: percent of CPU and memory"]);
  });

  it("are the same text for the same things", () => {
    expect(dashboardBody(shown)).toBe(dashboardBody(structuredClone(shown)));
    expect(dashboardBody(shown)).not.toMatch(/\s{2}|\n/);
  });

  it("tell blue from green where traffic shifts", () => {
    const stack = synthesize((scope: AwsStack) => {
      const home = cluster(scope);
      const targetGroup = targets(scope, home.network);
      const loadBalancer = door(scope, home.network);
      const listener = new HttpListener(scope, "Http", { loadBalancer, forwardTo: targetGroup });
      const made = service(scope, home, { targetGroup, deployment: { strategy: "linear", listener } });
      new Dashboard(scope, "Dashboard", { services: [made] });
    });
    const body = stack.only("aws_cloudwatch_dashboard").text("dashboard_body");
    const labels = widgetsOf(body)[0]?.properties.metrics.map(
      (line) => (line.at(-1) as { label: string }).label,
    );
    expect(labels).toEqual(["blue healthy", "blue unhealthy", "green healthy", "green unhealthy"]);
  });

  it("fail when the same service is there twice", () => {
    const codes = codesOf((scope) => {
      const { service: made } = system(scope);
      new Dashboard(scope, "Dashboard", { services: [made, made] });
    });
    expect(codes).toEqual(["FY732"]);
  });
});
