import { Cluster } from "../../../modules";
import { cluster, door, network, service, ZONES } from "../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

const INGRESS = "aws_vpc_security_group_ingress_rule";
const openToAll = (stack: Synthesized): unknown[] =>
  stack
    .resources(INGRESS)
    .filter((rule) => rule.at("cidr_ipv4") === "0.0.0.0/0")
    .map((rule) => rule.at("from_port"));

describe("an internet-facing load balancer", () => {
  const stack = synthesize((scope) => {
    door(scope, network(scope));
  });
  const balancer = stack.only("aws_lb");

  it("stands in every public subnet, with its own security group alone", () => {
    expect(balancer.at("internal")).toBe(false);
    expect(balancer.at("load_balancer_type")).toBe("application");
    expect(balancer.at("ip_address_type")).toBe("ipv4");
    expect(balancer.at("subnets")).toEqual(
      ZONES.map((zone) => stack.named("aws_subnet", `Network_${zone}_PublicSubnet`).ref("id")),
    );
    expect(balancer.at("security_groups")).toEqual([stack.only("aws_security_group").ref("id")]);
  });

  it("is named after stack and construct, and its group after it", () => {
    expect(balancer.at("name")).toBe("test-Door");
    expect(stack.only("aws_security_group").at("name")).toBe("test-Door-SG");
  });

  it("opens 80 and 443 to everyone, nothing else, and reaches nobody yet", () => {
    expect(openToAll(stack)).toEqual([443, 80]);
    expect(stack.resources(INGRESS)).toHaveLength(2);
    expect(stack.resources("aws_vpc_security_group_egress_rule")).toEqual([]);
  });

  it("waits for the way to the internet, without which it never becomes active", () => {
    expect(balancer.list("depends_on")).toEqual([
      stack.named("aws_route", "Network_InternetRoute").address,
      ...ZONES.map(
        (zone) => stack.named("aws_route_table_association", `Network_${zone}_PublicRoutes`).address,
      ),
    ]);
  });

  it("drops invalid headers, and closes a silent connection after AWS's own 60 seconds", () => {
    expect(balancer.at("drop_invalid_header_fields")).toBe(true);
    expect(balancer.at("idle_timeout")).toBe(60);
  });
});

describe("an internal load balancer", () => {
  const stack = synthesize((scope) => {
    const home = cluster(scope);
    const inner = door(scope, home.network, { scheme: "internal" });
    inner.allowFrom(service(scope, home, {}, "Client"));
    inner.allowFrom(service(scope, home, {}, "Other"), 8080);
  });

  it("opens nothing to everyone", () => {
    expect(stack.only("aws_lb").at("internal")).toBe(true);
    expect(openToAll(stack)).toEqual([]);
  });

  it("stands in every private subnet, once it reaches what it can", () => {
    const balancer = stack.only("aws_lb");
    expect(balancer.at("subnets")).toEqual(
      ZONES.map((zone) => stack.named("aws_subnet", `Network_${zone}_PrivateSubnet`).ref("id")),
    );
    expect(balancer.list("depends_on")).toEqual(
      expect.arrayContaining(
        ZONES.map(
          (zone) => stack.named("aws_route_table_association", `Network_${zone}_PrivateRoutes`).address,
        ),
      ),
    );
  });

  it("admits who was allowed by name, on the port that was said", () => {
    const seen = stack
      .resources(INGRESS)
      .map((rule) => [rule.at("referenced_security_group_id"), rule.at("from_port")]);
    expect(seen).toEqual([
      [stack.named("aws_security_group", "Client").ref("id"), 80],
      [stack.named("aws_security_group", "Other").ref("id"), 8080],
    ]);
  });
});

describe("the name of a load balancer", () => {
  const codes = (name: string): string[] =>
    codesOf((scope) => {
      door(scope, network(scope), { name, securityGroupName: "group" });
    });

  it.each(["a", "Fargate-ALB", "x".repeat(32), "internal"])("passes as %s", (name) => {
    expect(codes(name)).toEqual([]);
  });

  it.each(["", "internal-x", "-a", "a-", "a_b", "x".repeat(33), "日本"])("fails as %j", (name) => {
    expect(codes(name)).toEqual(["FY321"]);
  });

  it("is shortened to 32 characters where it is generated", () => {
    const long = (id: string): string =>
      synthesize((scope) => {
        door(scope, network(scope), {}, id);
      })
        .only("aws_lb")
        .text("name");
    expect(long("A".repeat(40))).toHaveLength(32);
    expect(long("A".repeat(40))).not.toBe(long("A".repeat(41)));
  });
});

describe("a load balancer", () => {
  it("fails in a network of one zone", () => {
    expect(codesOf((scope) => door(scope, network(scope, { zones: ["us-east-1a"] })))).toEqual(["FY322"]);
  });

  it.each([0, 4001, 1.5, NaN])("fails with an idle timeout of %s seconds", (idleTimeoutSec) => {
    expect(codesOf((scope) => door(scope, network(scope), { idleTimeoutSec }))).toEqual(["FY324"]);
  });

  it.each([1, 4000])("passes an idle timeout of %s seconds on", (idleTimeoutSec) => {
    const stack = synthesize((scope) => {
      door(scope, network(scope), { idleTimeoutSec });
    });
    expect(stack.only("aws_lb").at("idle_timeout")).toBe(idleTimeoutSec);
  });

  it("fails to admit a client from another network", () => {
    const codes = codesOf((scope) => {
      const elsewhere = new Cluster(scope, "Elsewhere", { network: network(scope, {}, "Other") });
      door(scope, network(scope), { scheme: "internal" }).allowFrom(service(scope, elsewhere));
    });
    expect(codes).toEqual(["FY207"]);
  });
});
