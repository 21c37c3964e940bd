import { Cluster, HttpListener, type AwsStack, type Scaling } from "../../../modules";
import { cluster, door, network, service, system, targets } from "../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

const TARGET = "aws_appautoscaling_target";
const POLICY = "aws_appautoscaling_policy";
const ACTION = "aws_appautoscaling_scheduled_action";
const CPU: Scaling = { minimum: 2, maximum: 10, cpuPercent: 60 };

const scaled = (scaling: Scaling, more: Parameters<typeof service>[2] = {}): Synthesized =>
  synthesize((stack) => service(stack, cluster(stack), { scaling, ...more }));
const ignored = (stack: Synthesized): unknown => stack.only("aws_ecs_service").at("lifecycle.ignore_changes");

/** A service behind a door; the listener comes last. */
function behindDoor(stack: AwsStack, scaling: Scaling): void {
  const home = cluster(stack);
  const targetGroup = targets(stack, home.network);
  service(stack, home, { targetGroup, scaling });
  new HttpListener(stack, "Http", { loadBalancer: door(stack, home.network), forwardTo: targetGroup });
}

describe("a service without scaling", () => {
  const stack = synthesize((scope) => service(scope, cluster(scope), { desiredCount: 3 }));

  it("has its number of tasks from Terraform alone", () => {
    expect(stack.only("aws_ecs_service").at("desired_count")).toBe(3);
    expect(ignored(stack)).toBeUndefined();
    expect(stack.types().filter((type) => type.startsWith("aws_appautoscaling"))).toEqual([]);
  });
});

describe("a service that holds its CPU", () => {
  const stack = scaled(CPU);

  it("starts with the minimum, and Terraform leaves the number alone from then on", () => {
    expect(stack.only("aws_ecs_service").at("desired_count")).toBe(2);
    expect(ignored(stack)).toEqual(["desired_count"]);
  });

  it("is registered by its name, after it stands, and again where it is replaced", () => {
    const address = stack.only("aws_ecs_service").address;
    expect(stack.only(TARGET).values).toMatchObject({
      resource_id: "service/test/Service",
      scalable_dimension: "ecs:service:DesiredCount",
      service_namespace: "ecs",
      min_capacity: 2,
      max_capacity: 10,
      depends_on: [address],
      lifecycle: { replace_triggered_by: [`${address}.id`] },
    });
  });

  it("has one policy, which comes and goes with the registration", () => {
    const target = stack.only(TARGET);
    expect(stack.only(POLICY).values).toMatchObject({
      name: "Cpu",
      policy_type: "TargetTrackingScaling",
      resource_id: target.ref("resource_id"),
      target_tracking_scaling_policy_configuration: {
        predefined_metric_specification: { predefined_metric_type: "ECSServiceAverageCPUUtilization" },
        target_value: 60,
        scale_in_cooldown: 300,
        scale_out_cooldown: 60,
      },
      lifecycle: { replace_triggered_by: [`${target.address}.id`] },
    });
  });

  it("needs no role: Application Auto Scaling has one of its own", () => {
    expect(stack.only(TARGET).at("role_arn")).toBeUndefined();
  });

  it("has bounds that Terraform keeps", () => {
    expect(stack.only(TARGET).at("lifecycle.ignore_changes")).toBeUndefined();
  });
});

describe("a service that a pipeline releases", () => {
  it("has both left alone: the number of its tasks, and what they run", () => {
    const stack = scaled(CPU, { releases: "pipeline" });
    expect(ignored(stack)).toEqual(["desired_count", "task_definition"]);
  });
});

describe("a service that holds the requests to each task", () => {
  const stack = synthesize((scope) => behindDoor(scope, { minimum: 1, maximum: 4, requestsPerTarget: 500 }));

  it("counts those of its load balancer to its target group, though the listener came last", () => {
    const [lb, group] = [stack.only("aws_lb"), stack.only("aws_lb_target_group")];
    expect(
      stack.only(POLICY).at("target_tracking_scaling_policy_configuration.predefined_metric_specification"),
    ).toEqual({
      predefined_metric_type: "ALBRequestCountPerTarget",
      resource_label: `${lb.ref("arn_suffix")}/${group.ref("arn_suffix")}`,
    });
  });

  it("waits, through the service, for the listener: AWS refuses the label before", () => {
    expect(stack.only(TARGET).list("depends_on")).toEqual([stack.only("aws_ecs_service").address]);
    expect(stack.only("aws_ecs_service").list("depends_on")).toContain(stack.only("aws_lb_listener").address);
  });

  it("fails when the target group serves two load balancers: whose requests were meant?", () => {
    const codes = codesOf((scope) => {
      const { targets: group, door: front } = system(scope);
      const loadBalancer = door(scope, front.network, {}, "Other");
      new HttpListener(scope, "OtherHttp", { loadBalancer, forwardTo: group });
    });
    expect(codes).toContain("FY311");
  });

  it("fails when no load balancer sends", () => {
    const codes = codesOf((scope) => {
      const home = cluster(scope);
      const targetGroup = targets(scope, home.network);
      service(scope, home, { targetGroup, scaling: { minimum: 1, maximum: 2, requestsPerTarget: 1 } });
    });
    expect(codes).toEqual(["FY426"]);
  });
});

describe("a service that follows the clock", () => {
  const stack = scaled({
    ...{ minimum: 2, maximum: 8 },
    schedules: {
      Nights: { when: "cron(0 20 ? * * *)", timezone: "Europe/Berlin", minimum: 0, maximum: 1 },
      Party: { when: "at(2027-12-31T22:00:00)", maximum: 20 },
    },
  });

  it("has an action for each, with 0 written out and what is not said left out", () => {
    expect(stack.resources(ACTION)).toHaveLength(2);
    expect(stack.named(ACTION, "Service_Scaling_Schedules_Nights").values).toMatchObject({
      ...{ name: "Nights", schedule: "cron(0 20 ? * * *)", timezone: "Europe/Berlin" },
      scalable_target_action: { min_capacity: "0", max_capacity: "1" },
    });
    const party = stack.named(ACTION, "Service_Scaling_Schedules_Party");
    expect(party.at("timezone")).toBe("Etc/UTC");
    expect(party.at("scalable_target_action")).toEqual({ max_capacity: "20" });
  });

  it("has bounds that Terraform sets once, as schedules change them", () => {
    expect(stack.only(TARGET).at("lifecycle.ignore_changes")).toEqual(["min_capacity", "max_capacity"]);
    expect(stack.resources(POLICY)).toHaveLength(0);
  });
});

describe("all targets together", () => {
  const stack = synthesize((scope) =>
    behindDoor(scope, {
      ...{ minimum: 1, maximum: 4, cpuPercent: 60, memoryPercent: 70, requestsPerTarget: 500 },
      ...{ scaleInCooldownSec: 0, scaleOutCooldownSec: 0 },
    }),
  );

  it("are a policy each, under constant names", () => {
    expect(
      stack
        .resources(POLICY)
        .map((policy) => policy.text("name"))
        .sort(),
    ).toEqual(["Cpu", "Memory", "Requests"]);
  });

  it("may have no cooldown at all", () => {
    const policy = stack.named(POLICY, "Service_Scaling_Cpu");
    expect(policy.at("target_tracking_scaling_policy_configuration.scale_in_cooldown")).toBe(0);
  });
});

describe("room", () => {
  it.each<[number, string[]]>([
    [27, []],
    [28, ["FY419"]],
  ])("is for twice the maximum of %s tasks, not for what runs at first", (maximum, codes) => {
    const found = codesOf((stack) => {
      const home = new Cluster(stack, "Cluster", { network: network(stack, { cidrBlock: "10.0.0.0/23" }) });
      service(stack, home, { scaling: { minimum: 1, maximum, cpuPercent: 50 } });
    });
    expect(found).toEqual(codes);
  });

  it("fails when a schedule's maximum is more than a target group takes", () => {
    const codes = codesOf((stack) =>
      behindDoor(stack, {
        ...{ minimum: 1, maximum: 10 },
        schedules: { Party: { when: "rate(1 day)", maximum: 501 } },
      }),
    );
    expect(codes).toEqual(["FY315"]);
  });
});

describe("bounds", () => {
  it.each<[string, Scaling, number | undefined, string[]]>([
    ["the same at both ends", { ...CPU, minimum: 4, maximum: 4 }, undefined, []],
    ["none at all", { ...CPU, minimum: 0, maximum: 0 }, undefined, []],
    ["a desired count at an end", CPU, 10, []],
    ["a desired count below", CPU, 1, ["FY478"]],
    ["half a task", { ...CPU, minimum: 1.5 }, undefined, ["FY470"]],
    ["none given, as JavaScript may", { cpuPercent: 1 } as Scaling, undefined, ["FY470"]],
  ])("%s", (_, scaling, desiredCount, codes) => {
    const found = codesOf((stack) => service(stack, cluster(stack), { scaling, desiredCount }));
    expect([...new Set(found)]).toEqual(codes);
  });

  it("of a schedule are judged with those they leave alone", () => {
    const found = codesOf((stack) =>
      service(stack, cluster(stack), {
        scaling: { ...CPU, schedules: { Nights: { when: "rate(1 day)", maximum: 1 } } },
      }),
    );
    expect(found).toEqual(["FY471"]);
  });
});
