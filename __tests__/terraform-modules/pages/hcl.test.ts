import { assignments, hcl } from "../../../terraform-modules/pages/hcl";

describe("a value in HCL", () => {
  it.each([
    ["text", '"text"'],
    ['a "b" \\ c\n', '"a \\"b\\" \\\\ c\\n"'],
    [8080, "8080"],
    [true, "true"],
    [null, "null"],
    [[], "[]"],
    [["a", 1], '["a", 1]'],
    [{}, "{}"],
    ["${x} and %{y}", '"$${x} and %%{y}"'],
  ])("%j is %s", (value, text) => {
    expect(hcl(value)).toBe(text);
  });

  it("of several members is written below each other, deeper by two spaces", () => {
    expect(hcl({ a: { b: [1] }, c: {} })).toBe("{\n  a = {\n    b = [1]\n  }\n  c = {}\n}");
  });
});

describe("assignments", () => {
  const lines = (values: Parameters<typeof assignments>[0]): string => assignments(values, "  ").join("\n");

  it("have their signs of equality below each other", () => {
    expect(lines({ a: 1, long_name: 2 })).toBe("  a         = 1\n  long_name = 2");
  });

  it("are lined up apart where a value of several lines lies between, as terraform fmt does", () => {
    expect(lines({ a: 1, bcd: 2, block: { x: 1 }, efghij: 3, k: 4 })).toBe(
      ["  a   = 1", "  bcd = 2", "  block = {", "    x = 1", "  }", "  efghij = 3", "  k      = 4"].join(
        "\n",
      ),
    );
  });

  it("have names in quotes that are no identifiers", () => {
    expect(lines({ "1-st": 1, "key-1": 2 })).toBe('  "1-st" = 1\n  key-1  = 2');
  });
});
