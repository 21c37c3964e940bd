import {
  Cluster,
  ExistingNetwork,
  type AwsStack,
  type ClusterProps,
  type VpcNetwork,
} from "../../../modules";
import { NAT_MODES } from "../../../modules/network/nat/modes";
import { cluster, network, service } from "../../support/parts";
import { codesOf, synthesize } from "../../support/synthesize";

const made =
  (props: Partial<ClusterProps> = {}) =>
  (stack: AwsStack) =>
    new Cluster(stack, "Cluster", { network: network(stack), ...props });

describe("a cluster", () => {
  const stack = synthesize((scope) => {
    const home = cluster(scope);
    service(scope, home);
  });

  it("runs on Fargate, and can on Fargate Spot", () => {
    expect(stack.only("aws_ecs_cluster_capacity_providers").values).toMatchObject({
      cluster_name: stack.only("aws_ecs_cluster").ref("name"),
      capacity_providers: ["FARGATE", "FARGATE_SPOT"],
      default_capacity_provider_strategy: [{ capacity_provider: "FARGATE", weight: 1 }],
    });
  });

  const PRIVATE = { vpcTags: { Name: "shared" }, privateSubnetTags: { Tier: "private" } };
  const networks: [string, (scope: AwsStack) => VpcNetwork][] = [
    ...NAT_MODES.map((nat): [string, (scope: AwsStack) => VpcNetwork] => [
      `nat: ${nat}`,
      (scope) => network(scope, { nat }),
    ]),
    [
      "endpoints alone",
      (scope) => network(scope, { nat: "none", interfaceEndpoints: ["ecr.api", "ecr.dkr", "logs"] }),
    ],
    [
      "endpoints in a VPC that is there",
      (scope) => new ExistingNetwork(scope, "Network", { ...PRIVATE, interfaceEndpoints: ["logs"] }),
    ],
  ];

  it.each(networks)("takes its capacity providers once there is a way out (%s)", (_, home) => {
    let ready: number | undefined;
    const made = synthesize((scope) => {
      const within = home(scope);
      ready = within.egressReady.length;
      new Cluster(scope, "Cluster", { network: within });
    });
    const waitsFor = made.only("aws_ecs_cluster_capacity_providers").list("depends_on");
    expect(waitsFor).toHaveLength(ready ?? 0);
    const slow = ["aws_route.", "aws_vpc_endpoint."].flatMap((type) =>
      made
        .addresses()
        .filter((address) => address.startsWith(type) && !/InternetRoute|S3Endpoint/.test(address)),
    );
    expect(waitsFor).toEqual(expect.arrayContaining(slow));
  });

  it("is named after its stack and has Container Insights", () => {
    const { values } = stack.only("aws_ecs_cluster");
    expect(values).toMatchObject({
      name: "test",
      setting: [{ name: "containerInsights", value: "enabled" }],
    });
  });

  it("makes the log group of Container Insights first, which ECS would keep for ever", () => {
    const log = stack.named("aws_cloudwatch_log_group", "Cluster");
    expect(log.values).toEqual({
      name: "/aws/ecs/containerinsights/test/performance",
      retention_in_days: 30,
    });
    expect(stack.only("aws_ecs_cluster").list("depends_on")).toEqual([log.address]);
  });

  it("has no namespace as long as nobody has to be found", () => {
    expect(stack.resources("aws_service_discovery_http_namespace")).toEqual([]);
  });
});

describe("a namespace", () => {
  it("is made once, for the first service that can be found", () => {
    const stack = synthesize((scope) => {
      const home = cluster(scope);
      service(scope, home, { discoveryName: "one", container: { port: 1001 } }, "One");
      service(scope, home, { discoveryName: "two", container: { port: 1002 } }, "Two");
    });
    expect(stack.only("aws_service_discovery_http_namespace").at("name")).toBe("test");
  });
});

describe("Container Insights", () => {
  it("has no log group when it is disabled", () => {
    const stack = synthesize(made({ containerInsights: "disabled" }));
    expect(stack.only("aws_ecs_cluster").at("setting.0.value")).toBe("disabled");
    expect(stack.resources("aws_cloudwatch_log_group")).toEqual([]);
    expect(stack.only("aws_ecs_cluster").list("depends_on")).toEqual([]);
  });

  it("keeps its log as long as it is told to", () => {
    const stack = synthesize(made({ containerInsights: "enhanced", insightsRetentionDays: 1 }));
    expect(stack.only("aws_ecs_cluster").at("setting.0.value")).toBe("enhanced");
    expect(stack.only("aws_cloudwatch_log_group").at("retention_in_days")).toBe(1);
  });
});

describe("bad input to a cluster", () => {
  it.each<[Partial<ClusterProps>, string]>([
    [{ name: "" }, "FY401"],
    [{ name: "a b" }, "FY401"],
    [{ name: "x".repeat(256) }, "FY401"],
    [{ insightsRetentionDays: 2 }, "FY410"],
    [{ insightsRetentionDays: NaN }, "FY410"],
    [{ insightsRetentionDays: -1 }, "FY410"],
  ])("fails as %j", (props, code) => {
    expect(codesOf(made(props))).toEqual([code]);
  });

  it("fails when two clusters have one name: AWS would hand out the same cluster twice", () => {
    const codes = codesOf((stack) => {
      const home = network(stack);
      new Cluster(stack, "One", { network: home });
      new Cluster(stack, "Two", { network: home });
    });
    expect(codes).toEqual(["FY432"]);
  });

  it("passes two clusters of two names", () => {
    const codes = codesOf((stack) => {
      const home = network(stack);
      new Cluster(stack, "One", { network: home });
      new Cluster(stack, "Two", { network: home, name: "two" });
    });
    expect(codes).toEqual([]);
  });
});
