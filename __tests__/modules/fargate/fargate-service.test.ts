import { Cluster, HttpListener, type AwsStack } from "../../../modules";
import { cluster, door, network, service, system, targets, ZONES } from "../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

const EGRESS = "aws_vpc_security_group_egress_rule";
type Props = Parameters<typeof service>[2];
const alone =
  (props: Props = {}) =>
  (stack: AwsStack) =>
    service(stack, cluster(stack), props);

describe("a service behind a load balancer", () => {
  const stack = synthesize((scope) => {
    system(scope);
  });
  const made = stack.only("aws_ecs_service");

  it("stands in every private subnet, without public addresses, in its own group alone", () => {
    expect(made.at("network_configuration")).toEqual({
      assign_public_ip: false,
      subnets: ZONES.map((zone) => stack.named("aws_subnet", `Network_${zone}_PrivateSubnet`).ref("id")),
      security_groups: [stack.named("aws_security_group", "Service").ref("id")],
    });
  });

  it("loses no old task before a new one is well, and rolls back by itself", () => {
    expect(made.values).toMatchObject({
      deployment_minimum_healthy_percent: 100,
      deployment_maximum_percent: 200,
      deployment_circuit_breaker: { enable: true, rollback: true },
      availability_zone_rebalancing: "ENABLED",
    });
  });

  it("has its tasks carry its tags, and ECS's own, into the cost report", () => {
    expect(made.values).toMatchObject({ propagate_tags: "SERVICE", enable_ecs_managed_tags: true });
  });

  it("lets an apply end only when ECS is done", () => {
    expect(made.at("wait_for_steady_state")).toBe(true);
    expect(made.at("timeouts")).toEqual({ create: "20m", update: "20m", delete: "20m" });
  });

  it("fails the apply when ECS went back to the old task definition", () => {
    const task = stack.only("aws_ecs_task_definition").address;
    expect(made.list("lifecycle.postcondition")).toHaveLength(1);
    expect(made.at("lifecycle.postcondition.0.condition")).toBe(`\${self.task_definition == ${task}.arn}`);
    expect(made.text("lifecycle.postcondition.0.error_message")).toMatch(
      /^ECS rolled the deployment of Service back: .*\.$/,
    );
  });

  it("registers its tasks in the target group, with a minute of grace", () => {
    expect(made.at("load_balancer")).toEqual([
      {
        target_group_arn: stack.only("aws_lb_target_group").ref("arn"),
        container_name: "Service",
        container_port: 6060,
      },
    ]);
    expect(made.at("health_check_grace_period_seconds")).toBe(60);
  });

  it("runs two tasks on demand, by a strategy and not by a launch type", () => {
    expect(made.at("desired_count")).toBe(2);
    expect(made.at("capacity_provider_strategy")).toEqual([{ capacity_provider: "FARGATE", weight: 1 }]);
    expect(made.at("launch_type")).toBeUndefined();
  });

  it("comes after all that it needs to start, and goes before it", () => {
    const rules = ["ingress", "egress"].flatMap((way) =>
      stack.resources(`aws_vpc_security_group_${way}_rule`),
    );
    const own = rules.filter(({ id }) => !/^Door_SecurityGroup_From/.test(id));
    expect(made.list("depends_on").map(String).sort()).toEqual(
      [
        stack.only("aws_ecs_cluster_capacity_providers"),
        stack.only("aws_lb_listener"),
        stack.named("aws_cloudwatch_log_group", "Service_Task"),
        stack.only("aws_iam_role_policy"),
        ...ZONES.flatMap((zone) => [
          stack.named("aws_route", `Network_${zone}_NatRoute`),
          stack.named("aws_route_table_association", `Network_${zone}_PrivateRoutes`),
          stack.named("aws_vpc_endpoint_route_table_association", `Network_${zone}_S3Route`),
        ]),
        ...own,
      ]
        .map(({ address }) => address)
        .sort(),
    );
    expect(own).toHaveLength(3);
  });

  it("reaches the internet on 443 alone", () => {
    const group = stack.named("aws_security_group", "Service").ref("id");
    const out = stack.resources(EGRESS).filter((rule) => rule.at("security_group_id") === group);
    expect(out.map((rule) => [rule.at("cidr_ipv4"), rule.at("from_port"), rule.at("to_port")])).toEqual([
      ["0.0.0.0/0", 443, 443],
    ]);
  });

  it("cannot be found by name", () => {
    expect(made.at("service_connect_configuration")).toBeUndefined();
  });
});

describe("a service on its own", () => {
  const stack = synthesize(alone());

  it("has no target group, no grace and nobody who may come in", () => {
    const made = stack.only("aws_ecs_service");
    expect(made.at("load_balancer")).toBeUndefined();
    expect(made.at("health_check_grace_period_seconds")).toBeUndefined();
    expect(stack.resources("aws_vpc_security_group_ingress_rule")).toEqual([]);
  });

  it("has a group named after stack and construct", () => {
    expect(stack.only("aws_security_group").at("name")).toBe("test-Service-SG");
  });
});

describe("what a service may be told", () => {
  const out = (stack: Synthesized): unknown[] =>
    stack.resources(EGRESS).map((rule) => [rule.at("cidr_ipv4"), rule.at("from_port")]);

  it("spot runs on Fargate Spot", () => {
    const made = synthesize(alone({ capacity: "spot" })).only("aws_ecs_service");
    expect(made.at("capacity_provider_strategy")).toEqual([{ capacity_provider: "FARGATE_SPOT", weight: 1 }]);
  });

  it("outboundPorts takes the place of 443", () => {
    expect(out(synthesize(alone({ outboundPorts: [5432, 443] })))).toEqual([
      ["0.0.0.0/0", 443],
      ["0.0.0.0/0", 5432],
    ]);
  });

  it.each([[[]], [[80]]])(
    "fails where tasks could not pull their image, with outboundPorts %j",
    (outboundPorts) => {
      expect(codesOf(alone({ outboundPorts }))).toEqual(["FY532"]);
    },
  );

  it("allowToBlock opens a way to some addresses alone", () => {
    const stack = synthesize((scope) => alone()(scope).allowToBlock("10.9.0.0/24", 5432));
    expect(out(stack)).toEqual([
      ["10.9.0.0/24", 5432],
      ["0.0.0.0/0", 443],
    ]);
  });

  it("desiredCount 0 stops all tasks, and is not taken for nothing said", () => {
    expect(
      synthesize(alone({ desiredCount: 0 }))
        .only("aws_ecs_service")
        .at("desired_count"),
    ).toBe(0);
  });

  it("healthCheckGraceSec 0 leaves no grace", () => {
    const stack = synthesize((scope) => {
      const home = cluster(scope);
      const group = targets(scope, home.network);
      new HttpListener(scope, "Http", { loadBalancer: door(scope, home.network), forwardTo: group });
      service(scope, home, { targetGroup: group, healthCheckGraceSec: 0 });
    });
    expect(stack.only("aws_ecs_service").at("health_check_grace_period_seconds")).toBe(0);
  });
});

describe("bad input to a service", () => {
  it.each<[Props, string]>([
    [{ serviceName: "a b" }, "FY401"],
    [{ serviceName: "" }, "FY401"],
    [{ desiredCount: -1 }, "FY408"],
    [{ desiredCount: 1.5 }, "FY408"],
    [{ healthCheckGraceSec: -1 }, "FY409"],
    [{ healthCheckGraceSec: 2147483648 }, "FY409"],
    [{ logRetentionDays: 2 }, "FY410"],
    [{ discoveryName: "Backend", container: { port: 80 } }, "FY412"],
    [{ discoveryName: "a_b", container: { port: 80 } }, "FY412"],
    [{ discoveryName: "a" }, "FY422"],
    [{ securityGroupName: "sg-mine" }, "FY201"],
    [{ securityGroupName: "it's" }, "FY201"],
    [{ outboundPorts: [0] }, "FY203"],
    [{ capacity: "toString" as "spot" }, "FY427"],
  ])("fails as %j", (props, code) => {
    expect(codesOf(alone(props))).toEqual([code]);
  });

  it("fails when the target group has another port than the container", () => {
    const codes = codesOf((scope) => {
      const home = cluster(scope);
      const group = targets(scope, home.network);
      new HttpListener(scope, "Http", { loadBalancer: door(scope, home.network), forwardTo: group });
      service(scope, home, { targetGroup: group, container: { port: 8080 } });
    });
    expect(codes).toEqual(["FY407"]);
  });

  it("fails when nothing forwards to its target group", () => {
    const codes = codesOf((scope) => {
      const home = cluster(scope);
      service(scope, home, { targetGroup: targets(scope, home.network) });
    });
    expect(codes).toEqual(["FY426"]);
  });

  it("fails when the zones have no address for each task of a deployment", () => {
    const codesFor = (desiredCount: number): string[] =>
      codesOf((scope) => {
        const small = network(scope, { cidrBlock: "10.0.0.0/23" });
        service(scope, new Cluster(scope, "Cluster", { network: small }), { desiredCount });
      });
    expect(codesFor(27)).toEqual([]);
    expect(codesFor(28)).toEqual(["FY419"]);
  });
});
