import { combine, type Twins } from "../../../terraform-modules/engine/combine";
import type { Entry } from "../../../terraform-modules/engine/entries";
import type { JsonObject } from "../../../terraform-modules/engine/json";
import { addressOf } from "../../../terraform-modules/engine/select";
import { SCALED } from "../../../terraform-modules/template/dimensions";

type Bodies = Readonly<Record<string, JsonObject>>;

const entry = ([address, body]: readonly [string, JsonObject]): Entry => {
  const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
  const kind = type === "output" ? "output" : address.startsWith("data.") ? "data" : "resource";
  return { kind, type, name, path: `Path/${name}`, body };
};
/** What stands without scaling and with it, as one. */
const combined = (no: Bodies, yes: Bodies, twins?: Twins): Record<string, JsonObject> => {
  const variants = Object.entries({ no, yes }).map(([scaled, bodies]) => ({
    at: { scaled },
    value: Object.entries(bodies).map(entry),
  }));
  return Object.fromEntries(combine(variants, [SCALED], twins).map((one) => [addressOf(one), one.body]));
};

describe("what stands in some variants", () => {
  it("is counted, and what always stands is not", () => {
    expect(combined({ "aws_a.a": { x: 1 } }, { "aws_a.a": { x: 1 }, "aws_b.b": {} })).toEqual({
      "aws_a.a": { x: 1 },
      "aws_b.b": { count: "${var.scaling != null ? 1 : 0}" },
    });
  });

  it("is referred to by its index, also as data, but waited for without", () => {
    const some = { "aws_b.b": {}, "data.aws_c.c": {} };
    const user = { x: "${aws_b.b.id}-${data.aws_c.c.id}-${aws_b.bb.id}", depends_on: ["aws_b.b"] };
    expect(combined({}, { ...some, "aws_a.a": user })["aws_a.a"]).toEqual({
      count: "${var.scaling != null ? 1 : 0}",
      x: "${aws_b.b[0].id}-${data.aws_c.c[0].id}-${aws_b.bb.id}",
      depends_on: ["aws_b.b"],
    });
  });

  it("is empty, if it is a family", () => {
    const family = { for_each: "${toset(var.zones)}", x: "${each.key}" };
    const user = { x: "${aws_a.a[var.zones[0]].id}" };
    expect(combined({}, { "aws_a.a": family, "aws_b.b": user })).toEqual({
      "aws_a.a": { for_each: "${var.scaling == null ? toset([]) : toset(var.zones)}", x: "${each.key}" },
      "aws_b.b": { count: "${var.scaling != null ? 1 : 0}", ...user },
    });
  });

  it("has other members in another variant, if it is a family", () => {
    const [one, all] = ["${toset([var.zones[0]])}", "${toset(var.zones)}"];
    expect(combined({ "aws_a.a": { for_each: one } }, { "aws_a.a": { for_each: all } })).toEqual({
      "aws_a.a": { for_each: "${var.scaling == null ? toset([var.zones[0]]) : toset(var.zones)}" },
    });
  });
});

describe("an output", () => {
  it("is a choice, and null where there is nothing to say", () => {
    const told = combined(
      { "output.url": { value: "http://${aws_a.a.name}" } },
      { "output.url": { value: "https://x" }, "output.more": { value: "${aws_a.a.id}" } },
    );
    expect(told["output.url"]?.value).toBe('${var.scaling == null ? "http://${aws_a.a.name}" : "https://x"}');
    expect(told["output.more"]?.value).toBe("${var.scaling == null ? null : aws_a.a.id}");
  });

  it("waits for what it waits for in any variant", () => {
    const told = combined(
      { "output.id": { value: 1, depends_on: ["aws_a.a"] } },
      { "output.id": { value: 1, depends_on: ["aws_b.b", "aws_a.a"] } },
    );
    expect(told["output.id"]).toEqual({ value: "${1}", depends_on: ["aws_a.a", "aws_b.b"] });
  });
});

describe("what Terraform takes no expression for", () => {
  it("is united: orders and triggers of all variants", () => {
    const of = (depends_on: string[], ...replace_triggered_by: string[]): Bodies => ({
      "aws_a.a": { depends_on, lifecycle: { create_before_destroy: true, replace_triggered_by } },
      "aws_b.b": {},
      "aws_c.c": {},
    });
    const both = combined(of(["aws_b.b"], "aws_b.b.id"), of(["aws_c.c"], "aws_b.b.id", "aws_c.c.id"));
    expect(both["aws_a.a"]).toEqual({
      depends_on: ["aws_b.b", "aws_c.c"],
      lifecycle: { create_before_destroy: true, replace_triggered_by: ["aws_b.b.id", "aws_c.c.id"] },
    });
  });

  it("makes two of a resource, of which one stands, and whoever refers to it chooses", () => {
    const of = (isFirst: boolean): Bodies => ({
      "aws_a.a": { lifecycle: { create_before_destroy: isFirst } },
      "aws_b.b": { x: "${aws_a.a.id}" },
    });
    expect(combined(of(true), of(false), { a: "other" })).toEqual({
      "aws_a.a": { count: "${var.scaling == null ? 1 : 0}", lifecycle: { create_before_destroy: true } },
      "aws_a.a_other": {
        count: "${var.scaling != null ? 1 : 0}",
        lifecycle: { create_before_destroy: false },
      },
      "aws_b.b": { x: "${var.scaling == null ? aws_a.a[0].id : aws_a.a_other[0].id}" },
    });
  });

  it("is an error, if nobody said what the second is called", () => {
    const of = (prevent_destroy: boolean): Bodies => ({ "aws_a.a": { lifecycle: { prevent_destroy } } });
    expect(() => combined(of(true), of(false))).toThrow(
      "resource.aws_a.a: two lifecycles, and no name for the second",
    );
  });
});

describe("a trigger that comes and goes", () => {
  const watcher = { lifecycle: { replace_triggered_by: ["aws_a.a.id"] } };

  it("is relayed to a watcher that always stands", () => {
    const all = combined({ "aws_b.b": {} }, { "aws_a.a": {}, "aws_b.b": watcher });
    expect(all["aws_b.b"]).toEqual({ lifecycle: { replace_triggered_by: ["terraform_data.a_replacement"] } });
    expect(all["terraform_data.a_replacement"]).toEqual({
      triggers_replace: "${var.scaling != null ? aws_a.a[0].id : null}",
    });
  });

  it("is watched as it is by what stands no longer than it does", () => {
    const all = combined({}, { "aws_a.a": {}, "aws_b.b": watcher });
    expect(all["aws_b.b"]?.lifecycle).toEqual({ replace_triggered_by: ["aws_a.a[0].id"] });
    expect(Object.keys(all)).toEqual(["aws_a.a", "aws_b.b"]);
  });
});
