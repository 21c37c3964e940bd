import { census, differenceLine, differences, isAllowed } from "../../../scripts/cdktn/comparison";

const FILE = "stacks/shop/cdk.tf.json";
const one = (document: unknown, file = FILE): Map<string, unknown> => new Map([[file, document]]);
const lines = (ours: unknown, theirs: unknown): string[] =>
  differences(one(ours), one(theirs)).map(differenceLine);

describe("two outputs", () => {
  it("are the same, whatever the layout of their text and the order of their keys", () => {
    const ours = JSON.parse(
      '{"resource":{"aws_lb":{"a":{"tags":{ },"ports":[1,2],"name":null}}}}',
    ) as unknown;
    const theirs = { resource: { aws_lb: { a: { name: null, ports: [1, 2], tags: {} } } } };
    expect(lines(ours, theirs)).toEqual([]);
  });

  it.each([
    [{ a: 1 }, { a: "1" }, 'a: 1 with cdktf, "1" with cdktn'],
    [{ a: 1 }, {}, "a: 1 with cdktf, nothing with cdktn"],
    [{}, { a: { b: 1 } }, 'a: nothing with cdktf, {"b":1} with cdktn'],
    [{ a: null }, {}, "a: null with cdktf, nothing with cdktn"],
    [{ a: [] }, { a: {} }, "a: [] with cdktf, {} with cdktn"],
    [{ a: [1, 2] }, { a: [2] }, "a.0: 1 with cdktf, 2 with cdktn"],
    [{ a: { b: [{ c: true }] } }, { a: { b: [{ c: false }] } }, "a.b.0.c: true with cdktf, false with cdktn"],
  ])("%j and %j differ", (ours, theirs, line) => {
    expect(lines(ours, theirs)).toContain(`${FILE} ${line}`);
  });

  it("differ in a stack that only one of them has", () => {
    expect(differences(one({ a: 1 }), new Map()).map(differenceLine)).toEqual([
      `${FILE} (all of it): {"a":1} with cdktf, nothing with cdktn`,
    ]);
    expect(differences(new Map(), one({ a: 1 }))).toHaveLength(1);
  });

  it("are quoted in short", () => {
    const [line = ""] = lines({ a: "x".repeat(500) }, { a: "y" });
    expect(line.length).toBeLessThan(160);
  });
});

describe("a difference", () => {
  const allowed = (ours: unknown, theirs: unknown, file = FILE): boolean[] =>
    differences(one(ours, file), one(theirs, file)).map(isAllowed);

  it("is allowed in the version of the library that wrote the file", () => {
    const written = (version: string): unknown => ({ "//": { metadata: { version, backend: "local" } } });
    expect(allowed(written("0.21.0"), written("0.24.0"))).toEqual([true]);
    expect(allowed({ version: "0.21.0" }, { version: "0.24.0" }, "manifest.json")).toEqual([true]);
  });

  it("is allowed nowhere else", () => {
    expect(allowed({ version: "1" }, { version: "2" })).toEqual([false]);
    expect(
      allowed({ "//": { metadata: { backend: "s3" } } }, { "//": { metadata: { backend: "local" } } }),
    ).toEqual([false]);
    const inside = (version: string): unknown => ({ resource: { "//": { metadata: { version } } } });
    expect(allowed(inside("1"), inside("2"))).toEqual([false]);
    expect(allowed({ stacks: { version: "1" } }, { stacks: { version: "2" } }, "manifest.json")).toEqual([
      false,
    ]);
  });
});

describe("the census", () => {
  it("counts what is in stacks, by their sections", () => {
    const stack = {
      resource: { aws_lb: { a: {}, b: {} }, aws_vpc: { c: {} } },
      data: { aws_region: { d: {} } },
      output: { url: {} },
      variable: { image: {}, count: {} },
      locals: { x: 1 },
    };
    const documents = new Map<string, unknown>([
      ["stacks/shop/cdk.tf.json", stack],
      ["stacks/blog/cdk.tf.json", { output: { url: {} } }],
      ["manifest.json", { resource: { no: { stack: {} } } }],
    ]);
    expect(census(documents)).toEqual({ stacks: 2, resources: 3, data: 1, outputs: 2, variables: 2 });
  });
});
