import { HttpListener, QUOTAS_CONTEXT, type AwsStack } from "../../../../modules";
import { cluster, door, network, service, system, targets } from "../../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../../support/synthesize";

const INGRESS = "aws_vpc_security_group_ingress_rule";
const EGRESS = "aws_vpc_security_group_egress_rule";
const portsOpenToAll = (stack: Synthesized): unknown[] =>
  stack
    .resources(INGRESS)
    .filter((rule) => rule.at("cidr_ipv4") === "0.0.0.0/0")
    .map((rule) => rule.at("from_port"))
    .sort();

/** A listener on a port of a door of some scheme. */
function listening(port: number | undefined, scheme: "internet-facing" | "internal" = "internet-facing") {
  const urls: string[] = [];
  const stack = synthesize((scope) => {
    const home = network(scope);
    const loadBalancer = door(scope, home, { scheme });
    urls.push(new HttpListener(scope, "Http", { loadBalancer, forwardTo: targets(scope, home), port }).url);
  });
  return { stack, url: urls.join().replace(/\$\{TfToken\[[^\]]*\]\}/, "DNS") };
}

describe("an HTTP listener", () => {
  it("forwards port 80 to its target group, unless told otherwise", () => {
    const { stack, url } = listening(undefined);
    expect(stack.only("aws_lb_listener").values).toEqual({
      load_balancer_arn: stack.only("aws_lb").ref("arn"),
      port: 80,
      protocol: "HTTP",
      default_action: [{ type: "forward", target_group_arn: stack.only("aws_lb_target_group").ref("arn") }],
    });
    expect(url).toBe("http://DNS");
  });

  it("opens its port to everyone on an internet-facing load balancer", () => {
    const { stack, url } = listening(8080);
    expect(portsOpenToAll(stack)).toEqual([443, 80, 8080]);
    expect(url).toBe("http://DNS:8080");
  });

  it("opens 443 no second time", () => {
    expect(portsOpenToAll(listening(443).stack)).toEqual([443, 80]);
  });

  it("opens nothing on an internal load balancer", () => {
    expect(() => listening(8080, "internal")).toThrow(/^ {2}FY505 .* shut on port 8080/m);
  });

  it.each([0, 65536, 1.5, NaN])("fails on port %s", (port) => {
    const codes = codesOf((scope) => {
      const home = network(scope);
      const loadBalancer = door(scope, home, { scheme: "internal" });
      new HttpListener(scope, "Http", { loadBalancer, forwardTo: targets(scope, home), port });
    });
    expect(codes).toEqual(["FY331"]);
  });
});

describe("load balancer and service", () => {
  const stack = synthesize((scope) => {
    system(scope);
  });

  it("meet on the target group's port alone: a rule at each end", () => {
    const front = stack.named("aws_security_group", "Door").ref("id");
    const back = stack.named("aws_security_group", "Service").ref("id");
    const inbound = stack.resources(INGRESS).filter((rule) => rule.at("security_group_id") === back);
    expect(
      inbound.map((rule) => [
        rule.at("referenced_security_group_id"),
        rule.at("from_port"),
        rule.at("to_port"),
      ]),
    ).toEqual([[front, 6060, 6060]]);
    const outbound = stack.resources(EGRESS).filter((rule) => rule.at("security_group_id") === front);
    expect(outbound.map((rule) => [rule.at("referenced_security_group_id"), rule.at("from_port")])).toEqual([
      [back, 6060],
    ]);
  });

  it("meet on the health check's port as well, if it is another", () => {
    const other = synthesize((scope) => {
      const home = cluster(scope);
      const forwardTo = targets(scope, home.network, { healthCheck: { port: 9000 } });
      new HttpListener(scope, "Http", { loadBalancer: door(scope, home.network), forwardTo });
      service(scope, home, { targetGroup: forwardTo });
    });
    const back = other.named("aws_security_group", "Service").ref("id");
    const ports = other
      .resources(INGRESS)
      .filter((rule) => rule.at("security_group_id") === back)
      .map((rule) => rule.at("from_port"));
    expect(ports).toEqual([6060, 9000]);
  });

  it("are tied alike, whichever of them is made first", () => {
    const reversed = synthesize((scope) => {
      const home = cluster(scope);
      const group = targets(scope, home.network);
      service(scope, home, { targetGroup: group });
      new HttpListener(scope, "Http", { loadBalancer: door(scope, home.network), forwardTo: group });
    });
    const edges = (made: Synthesized): unknown[] => made.only("aws_ecs_service").list("depends_on").sort();
    expect(edges(reversed)).toEqual(edges(stack));
    expect(edges(reversed)).toContain(stack.only("aws_lb_listener").address);
    expect(reversed.addresses()).toEqual(stack.addresses());
  });
});

describe("listeners of one load balancer", () => {
  const onPorts = (ports: readonly number[]) => (scope: AwsStack) => {
    const home = network(scope);
    const loadBalancer = door(scope, home);
    const forwardTo = targets(scope, home);
    ports.forEach(
      (port, position) => new HttpListener(scope, `Http${position}`, { loadBalancer, forwardTo, port }),
    );
  };
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, position) => position + 1);

  it("fail on the same port", () => {
    expect(codesOf(onPorts([80, 8080, 80]))).toEqual(["FY332"]);
  });

  it("are 50 at most, or as many as AWS has granted", () => {
    expect(codesOf(onPorts(upTo(50)))).toEqual([]);
    expect(codesOf(onPorts(upTo(51)))).toEqual(["FY333"]);
    const granted = { context: { [QUOTAS_CONTEXT]: { listenersPerLoadBalancer: 51 } } };
    expect(codesOf(onPorts(upTo(51)), granted)).toEqual([]);
  });
});
