import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf, noteOf, readNote } from "../../../cli/pipeline/digest";
import { readJson, type Json } from "../../../cli/json";

const fixture = (name: string): Json =>
  readJson(readFileSync(join(__dirname, "../../traffic/fixtures", name), "utf8"));
const plan = (after: object, more: object = {}): Json => ({
  resource_changes: [
    { address: "aws_lb.a", change: { actions: ["update"], before: { name: "a" }, after, ...more } },
  ],
});

describe("the number of a plan", () => {
  const number = digestOf(plan({ name: "b", port: 80 }));

  it("has 32 hexadecimal digits", () => {
    expect(number).toMatch(/^[0-9a-f]{32}$/);
  });

  it("is the same for the same change, whatever the order of its attributes, the time and what stands beside it", () => {
    const same = plan({ port: 80, name: "b" });
    const quiet = { address: "aws_vpc.a", change: { actions: ["no-op"], after: { id: "1" } } };
    const read = { address: "data.aws_ami.a", change: { actions: ["read"], after: { id: "2" } } };
    const changes = [...(same["resource_changes"] as object[]), quiet, read];
    expect(digestOf({ ...same, timestamp: "2026-11-21T12:00:00Z", resource_changes: changes })).toBe(number);
  });

  it.each([
    ["another value", plan({ name: "b", port: 81 })],
    ["a value that is not known yet", plan({ name: "b", port: 80 }, { after_unknown: { id: true } })],
    ["a replacement", plan({ name: "b", port: 80 }, { actions: ["delete", "create"] })],
    ["another reason", plan({ name: "b", port: 80 }, { replace_paths: [["name"]] })],
    ["another former value", plan({ name: "b", port: 80 }, { before: { name: "x" } })],
    [
      "an output more",
      { ...plan({ name: "b", port: 80 }), output_changes: { url: { actions: ["create"], after: 1 } } },
    ],
    ["nothing", {}],
  ])("is another for %s", (_, other) => {
    expect(digestOf(other)).not.toBe(number);
  });

  it("says nothing of what is sensitive, at any depth", () => {
    const secret = (value: string): Json =>
      plan(
        { name: "b", env: [{ key: "K", value }] },
        { after_sensitive: { env: [{ value: true }] }, before_sensitive: true, before: value },
      );
    expect(digestOf(secret("one"))).toBe(digestOf(secret("two")));
    const open = (value: string): Json => plan({ name: "b", env: [{ key: "K", value }] });
    expect(digestOf(open("one"))).not.toBe(digestOf(open("two")));
  });

  it("tells real plans apart", () => {
    const [one, other] = ["shop.plan.json", "shop-change.plan.json"].map((name) => digestOf(fixture(name)));
    expect(one).not.toBe(other);
    expect(digestOf(fixture("shop.plan.json"))).toBe(one);
  });
});

describe("what is noted for the apply", () => {
  const digests = new Map([
    ["network", "none"],
    ["shop", "0123abcd"],
    ["blog", "waits"],
  ]);

  it("is one line that a job hands to the next, and is read back", () => {
    expect(noteOf(digests)).toBe("network:none,shop:0123abcd,blog:waits");
    expect(readNote(noteOf(digests))).toEqual(digests);
  });

  it.each(["", "shop", "shop:", ":abc", "shop:ABC$(x)"])("approves nothing where it is %j", (note) => {
    expect(readNote(note)).toEqual(new Map());
  });
});
