import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTerraform, UNKNOWN, type Resource, type Value } from "../../../traffic/terraform";

/** The plan of `fixtures/shop`: modules, count, for_each, locals, data, inline rules and a dynamic block. */
const plan = readTerraform(readFileSync(join(__dirname, "..", "fixtures", "shop.plan.json"), "utf8"));

function at(address: string): Resource {
  const found = plan.resources.find((one) => one.address === address);
  if (found === undefined) throw new Error(`the plan has no ${address}`);
  return found;
}

function block(address: string, name: string): Record<string, Value> {
  const [first] = at(address).values[name] as readonly Record<string, Value>[];
  return first ?? {};
}

describe("a value that is known after apply", () => {
  it("refers to the one resource that it comes from", () => {
    expect(at("module.network.aws_subnet.public[1]").values.vpc_id).toEqual({
      refersTo: ["module.network.aws_vpc.this"],
      attribute: "id",
    });
  });

  it("refers through a module's output", () => {
    expect(at("aws_security_group.door").values.vpc_id).toMatchObject({
      refersTo: ["module.network.aws_vpc.this"],
    });
  });

  it("refers through a module's input to whoever calls it", () => {
    const rule = block('module.services["web"].aws_security_group.this', "ingress");
    expect(rule.security_groups).toMatchObject({ refersTo: ["aws_security_group.door"] });
  });

  it("refers to the instance with the same index", () => {
    expect(at("module.network.aws_route_table_association.public[1]").values.subnet_id).toMatchObject({
      refersTo: ["module.network.aws_subnet.public[1]"],
    });
  });

  it("refers to the module of the same key", () => {
    expect(
      at('aws_vpc_security_group_egress_rule.door["api"]').values.referenced_security_group_id,
    ).toMatchObject({
      refersTo: ['module.services["api"].aws_security_group.this'],
    });
  });

  it("is some of several if an expression may choose", () => {
    const zones = ["module.network.aws_subnet.public[0]", "module.network.aws_subnet.public[1]"];
    expect(at("aws_lb.door").values.subnets).toEqual({ refersTo: zones, among: true });
    expect(at("module.network.aws_nat_gateway.this[1]").values.subnet_id).toMatchObject({
      refersTo: zones,
      among: true,
    });
  });

  it("is unknown if nobody wrote where it comes from", () => {
    expect(at("aws_lb.door").values.dns_name).toBe(UNKNOWN);
    expect(at("aws_lb.door").unset?.has("internal")).toBe(true);
  });
});

describe("an instance in a plan", () => {
  it("comes after what it depends on, and what the module around it does", () => {
    const { dependsOn } = at('module.services["web"].aws_ecs_service.this');
    expect(dependsOn).toContain('module.services["web"].aws_lb_listener_rule.this');
    expect(dependsOn).toContain("module.network.aws_route.private[0]");
    expect(dependsOn).not.toContain('module.services["api"].aws_lb_listener_rule.this');
  });

  it("comes after what its expressions mention", () => {
    expect(at("aws_lb_listener.https").mentions).toEqual([
      "aws_acm_certificate_validation.door",
      "aws_lb.door",
    ]);
  });

  it("hides its order behind a local", () => {
    expect(at('aws_vpc_security_group_egress_rule.door["api"]').isOrderHidden).toBe(true);
  });

  it("may be looked up", () => {
    expect(at("data.aws_region.current").isData).toBe(true);
  });
});
