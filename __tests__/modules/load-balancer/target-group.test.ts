import { HttpListener } from "../../../modules";
import { door, network, targets } from "../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

const DEFAULT_CHECK = {
  enabled: true,
  protocol: "HTTP",
  path: "/",
  port: "traffic-port",
  interval: 30,
  timeout: 5,
  healthy_threshold: 5,
  unhealthy_threshold: 2,
  matcher: "200",
};

/** A target group with a listener in front. */
function fronted(props: Parameters<typeof targets>[2]): Synthesized {
  return synthesize((stack) => {
    const home = network(stack);
    new HttpListener(stack, "Http", {
      loadBalancer: door(stack, home),
      forwardTo: targets(stack, home, props),
    });
  });
}

describe("a target group with a generated name", () => {
  const stack = fronted({});
  const group = stack.only("aws_lb_target_group");

  it("takes IP addresses over HTTP/1.1 and IPv4, as Fargate needs", () => {
    expect(group.values).toEqual({
      name_prefix: "Targe-",
      target_type: "ip",
      ip_address_type: "ipv4",
      protocol: "HTTP",
      protocol_version: "HTTP1",
      port: 6060,
      vpc_id: stack.only("aws_vpc").ref("id"),
      deregistration_delay: "30",
      health_check: DEFAULT_CHECK,
      tags: { Name: "Targets" },
      lifecycle: { create_before_destroy: true },
    });
  });

  it("is replaced without a gap: the new one stands before its listener lets the old one go", () => {
    expect(group.at("lifecycle.create_before_destroy")).toBe(true);
    expect(stack.only("aws_lb_listener").at("lifecycle")).toBeUndefined();
  });
});

describe("a target group with an exact name", () => {
  const stack = fronted({ name: "Fargate-TG" });
  const group = stack.only("aws_lb_target_group");

  it("carries that name and no prefix", () => {
    expect(group.at("name")).toBe("Fargate-TG");
    expect(group.at("name_prefix")).toBeUndefined();
  });

  it("goes before it is made again, and takes its listener with it: AWS has no two of one name", () => {
    expect(group.at("lifecycle")).toEqual({ create_before_destroy: false });
    expect(stack.only("aws_lb_listener").at("lifecycle")).toEqual({
      replace_triggered_by: [`${group.address}.arn`],
    });
  });
});

describe("the prefix of a generated name", () => {
  const prefixFor = (id: string): unknown =>
    synthesize((stack) => {
      targets(stack, network(stack), {}, id);
    })
      .only("aws_lb_target_group")
      .at("name_prefix");

  it.each([
    ["Targets", "Targe-"],
    ["T", "T-"],
    ["my_targets", "my-ta-"],
    ["four-five", "four-"],
    ["Grüße", "Gr-e-"],
  ])("of %s is %s, at most 6 characters", (id, prefix) => {
    expect(prefixFor(id)).toBe(prefix);
  });
});

describe("a health check", () => {
  it("passes every option on", () => {
    const healthCheck = {
      path: "/health",
      port: 9000,
      intervalSec: 10,
      timeoutSec: 3,
      healthyThreshold: 2,
      unhealthyThreshold: 4,
      matcher: "200-299",
    };
    const group = fronted({ healthCheck, deregistrationDelaySec: 0 }).only("aws_lb_target_group");
    expect(group.at("health_check")).toEqual({
      enabled: true,
      protocol: "HTTP",
      path: "/health",
      port: "9000",
      interval: 10,
      timeout: 3,
      healthy_threshold: 2,
      unhealthy_threshold: 4,
      matcher: "200-299",
    });
    expect(group.at("deregistration_delay")).toBe("0");
  });

  it("fails when an interval is shorter than the default timeout", () => {
    const codes = codesOf((stack) => {
      targets(stack, network(stack), { healthCheck: { intervalSec: 5 } });
    });
    expect(codes).toEqual(["FY305"]);
  });
});

describe("the name of a target group", () => {
  const codes = (name: string): string[] =>
    codesOf((stack) => {
      targets(stack, network(stack), { name });
    });

  it.each(["a", "Fargate-TG", "x".repeat(32)])("passes as %s", (name) => {
    expect(codes(name)).toEqual([]);
  });

  it.each(["", "-a", "a-", "a_b", "a b", "é", "x".repeat(33), "a\n"])("fails as %j", (name) => {
    expect(codes(name)).toEqual(["FY301"]);
  });

  it("fails when another target group of the stack has it", () => {
    const twice = codesOf((stack) => {
      const home = network(stack);
      targets(stack, home, { name: "same" }, "One");
      targets(stack, home, { name: "same" }, "Two");
    });
    expect(twice).toEqual(["FY312"]);
  });
});

describe("how requests are shared out", () => {
  const values = (props: Parameters<typeof targets>[2]): unknown =>
    fronted(props).only("aws_lb_target_group").values;
  const plain = fronted({}).only("aws_lb_target_group").values;

  it("keeps a client with a target, by the load balancer's cookie or by the program's own", () => {
    expect(values({ stickinessSec: 600 })).toMatchObject({
      stickiness: { enabled: true, type: "lb_cookie", cookie_duration: 600 },
    });
    expect(values({ stickinessSec: 600, stickinessCookieName: "session" })).toMatchObject({
      stickiness: { enabled: true, type: "app_cookie", cookie_name: "session", cookie_duration: 600 },
    });
  });

  it("warms a new target up, and picks by what is in work", () => {
    expect(values({ slowStartSec: 30 })).toEqual({ ...plain, slow_start: 30 });
    expect(values({ algorithm: "least_outstanding_requests" })).toEqual({
      ...plain,
      load_balancing_algorithm_type: "least_outstanding_requests",
    });
  });

  it("speaks HTTPS with targets and their health check where that is asked for", () => {
    expect(values({ protocol: "HTTPS" })).toEqual({
      ...plain,
      protocol: "HTTPS",
      health_check: { ...DEFAULT_CHECK, protocol: "HTTPS" },
    });
  });

  it.each<[Parameters<typeof targets>[2], string[]]>([
    [{ stickinessSec: 1 }, []],
    [{ stickinessSec: 604_800 }, []],
    [{ stickinessSec: 604_801 }, ["FY391"]],
    [{ stickinessSec: 60, stickinessCookieName: "AWSALBAPP" }, ["FY392"]],
    [{ stickinessSec: 60, stickinessCookieName: "a;b" }, ["FY392"]],
    [{ slowStartSec: 0, algorithm: "weighted_random" }, []],
    [{ slowStartSec: 29 }, ["FY393"]],
    [{ slowStartSec: 900 }, []],
    [{ slowStartSec: 901 }, ["FY393"]],
    [{ slowStartSec: 30, algorithm: "round_robin" }, []],
    [{ slowStartSec: 30, algorithm: "least_outstanding_requests" }, ["FY395"]],
  ])("with %j is found to have %j", (props, expected) => {
    expect(codesOf((stack) => targets(stack, network(stack), props))).toEqual(expected);
  });
});
