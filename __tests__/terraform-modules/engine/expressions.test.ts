import fc from "fast-check";
import { expressionOf, piecesOf } from "../../../terraform-modules/engine/expressions";

describe("the pieces of a template", () => {
  it.each([
    ["plain", [{ text: "plain" }]],
    ["", []],
    ["${var.name}", [{ expression: "var.name" }]],
    ["a-${var.name}-b", [{ text: "a-" }, { expression: "var.name" }, { text: "-b" }]],
    ["${a}${b}", [{ expression: "a" }, { expression: "b" }]],
    ["${{ a = 1 }}.", [{ expression: "{ a = 1 }" }, { text: "." }]],
    ['${f("}")}x', [{ expression: 'f("}")' }, { text: "x" }]],
    ['${f("a${g("}")}")}', [{ expression: 'f("a${g("}")}")' }]],
    ['${f("\\"}")}', [{ expression: 'f("\\"}")' }]],
  ])("of %j", (template, pieces) => {
    expect(piecesOf(template)).toEqual(pieces);
  });

  it("takes an escaped template for text, also within a quote", () => {
    expect(piecesOf("$${a}${b}")).toEqual([{ text: "$${a}" }, { expression: "b" }]);
    expect(piecesOf('${f("$${")}')).toEqual([{ expression: 'f("$${")' }]);
  });

  it("makes up the template again, whatever it is made of", () => {
    const piece = fc.constantFrom("a", " ", "$", "}", "$${", "${v}", '${f("}")}', '${m["${k}"]}', '"');
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const template = parts.join("").replace(/\$+(?=\$\{)/g, "$");
        const told = piecesOf(template).map((one) => ("text" in one ? one.text : `\${${one.expression}}`));
        expect(told.join("")).toBe(template);
      }),
    );
  });

  it.each(["${var.name", '${f("a)}', '${f("${a")}'])("refuses %j, which has no end", (template) => {
    expect(() => piecesOf(template)).toThrow("without an end");
  });
});

describe("a value within another expression", () => {
  it.each([
    [undefined, "null"],
    [null, "null"],
    [5, "5"],
    [false, "false"],
    ["text", '"text"'],
    ["", '""'],
    ['a "quoted" \\ text', '"a \\"quoted\\" \\\\ text"'],
    ["a\nb", '"a\\nb"'],
    ["$${kept}", '"$${kept}"'],
    ["${var.name}", "var.name"],
    ["${a ? b : c}", "(a ? b : c)"],
    ['x "${var.name}"', '"x \\"${var.name}\\""'],
    ['${f("a")}-b', '"${f("a")}-b"'],
    [["${a}", 1], "[a, 1]"],
    [{}, "{}"],
    [{ a: ["${b}"], "c d": null }, '{ "a" = [b], "c d" = null }'],
  ])("%j is %s", (value, expression) => {
    expect(expressionOf(value)).toBe(expression);
  });
});
