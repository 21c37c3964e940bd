import type { Entry } from "../../../terraform-modules/engine/entries";
import type { JsonObject } from "../../../terraform-modules/engine/json";
import { addressOf, select, type Bound } from "../../../terraform-modules/engine/select";

const entry = (address: string, body: JsonObject = {}): Entry => {
  const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
  return { kind: address.startsWith("data.") ? "data" : "resource", type, name, path: name, body };
};
const VPC: Bound = ["aws_vpc.vpc.id", "var.vpc_id"];
const SUBNETS: Bound = ["[for zone in var.zones : aws_subnet.one[zone].id]", "var.subnet_ids"];

/** The load balancer alone, of all of it. */
const cut = (body: JsonObject, bounds: readonly Bound[] = []): JsonObject | undefined =>
  select([entry("aws_lb.lb", body), entry("aws_vpc.vpc")], ({ type }) => type === "aws_lb", bounds)[0]?.body;

describe("an address", () => {
  it("is that of Terraform", () => {
    expect(addressOf(entry("aws_lb.lb"))).toBe("aws_lb.lb");
    expect(addressOf(entry("data.aws_zone.zone"))).toBe("data.aws_zone.zone");
  });
});

describe("a selection", () => {
  it("has those that are inside, and no others", () => {
    const all = ["aws_a.a", "aws_b.b", "data.aws_c.c"].map((address) => entry(address));
    expect(select(all, ({ type }) => type !== "aws_b", []).map(addressOf)).toEqual([
      "aws_a.a",
      "data.aws_c.c",
    ]);
  });

  it("has inputs in place of what it refers to outside, wherever that stands", () => {
    const body = { vpc: "${aws_vpc.vpc.id}", list: [{ text: "in ${aws_vpc.vpc.id}" }] };
    expect(cut(body, [VPC])).toEqual({ vpc: "${var.vpc_id}", list: [{ text: "in ${var.vpc_id}" }] });
    expect(cut({ subnets: `\${${SUBNETS[0]}}` }, [VPC, SUBNETS])).toEqual({ subnets: "${var.subnet_ids}" });
  });

  it("keeps references to what is inside as well, whatever the bounds say", () => {
    const all = [entry("aws_lb.lb", { vpc: "${aws_vpc.vpc.id}" }), entry("aws_vpc.vpc")];
    expect(select(all, () => true, [VPC])[0]?.body).toEqual({ vpc: "${aws_vpc.vpc.id}" });
  });

  it("waits for nothing that is outside", () => {
    expect(cut({ depends_on: ["aws_vpc.vpc", "aws_lb.lb"] })).toEqual({ depends_on: ["aws_lb.lb"] });
    expect(cut({ depends_on: ["aws_vpc.vpc"] })).toEqual({});
  });

  it.each<[string, JsonObject]>([
    ["a text", { vpc: "${aws_vpc.vpc.arn}" }],
    ["a text around it", { vpc: "x-${f(aws_vpc.vpc.arn)}" }],
    ["a trigger for replacement", { lifecycle: { replace_triggered_by: ["aws_vpc.vpc.arn"] } }],
  ])("fails where %s refers to what no bound names", (_, body) => {
    expect(() => cut(body, [VPC])).toThrow("aws_lb.lb refers to aws_vpc.vpc outside");
  });

  it("takes no text for a reference that is none, and knows the provider's region", () => {
    const body = { note: "aws_vpc.vpc of old", region: "${data.aws_region.current.id}" };
    expect(cut(body)).toEqual(body);
  });
});
