import { DefaultTokenResolver, Fn, StringConcat, TerraformVariable, Token, Tokenization } from "cdktf";
import {
  idPart,
  literal,
  literals,
  numberOrExpression,
  numberText,
  textOrExpression,
  textsOrExpression,
} from "../../../modules/foundation";
import { newStack } from "../../support/synthesize";

const stack = newStack();
const text = new TerraformVariable(stack, "some_text", { type: "string" }).stringValue;
const number = new TerraformVariable(stack, "some_number", { type: "number" }).numberValue;
const list = new TerraformVariable(stack, "some_list", { type: "list(string)" }).listValue;
const map = Token.asStringMap(new TerraformVariable(stack, "some_map", { type: "map(string)" }).value);
const resolver = new DefaultTokenResolver(new StringConcat());
const shown = (value: unknown): unknown =>
  Tokenization.resolve(value, { scope: stack, resolver, preparing: false });

describe("a literal", () => {
  it.each([0, -1, NaN, Infinity, "", "x", "${var.x}", true, null, undefined])("is known: %p", (value) => {
    expect(literal(value)).toBe(value);
  });

  it("is not a token of any kind, nor text that holds one", () => {
    expect(
      [text, number, list, map, `x-${text}-y`, Fn.join(",", list), Fn.max([number, 1])].map(literal),
    ).toEqual(Array.from({ length: 7 }));
  });

  it("is looked for at every depth of plain objects", () => {
    expect(literals({ a: 1, b: text, c: { d: number, e: { f: "x", g: list } } })).toEqual({
      a: 1,
      b: undefined,
      c: { d: undefined, e: { f: "x", g: undefined } },
    });
  });

  it("leaves constructs alone", () => {
    expect(literals({ stack }).stack).toBe(stack);
  });
});

describe("a part of an id", () => {
  it.each([
    [80, "80"],
    ["10.0.0.0/16", "10-0-0-0-16"],
    ["..a..b..", "a-b"],
  ])("of %p is %s", (value, part) => {
    expect(idPart(stack, value)).toBe(part);
  });

  it("of a token is its expression, which stays the same from synth to synth", () => {
    expect(idPart(stack, number)).toBe("var-some-number");
    expect(idPart(stack, `${text}/16`)).toBe("var-some-text-16");
  });
});

describe("what is not known now", () => {
  it("is text by a function of Terraform, never the stand-in of CDKTF", () => {
    expect(numberText(80)).toBe("80");
    expect(shown(`:${numberText(number)}`)).toBe(":${tostring(var.some_number)}");
  });

  it("is an expression that stands inside another", () => {
    const inside = (value: unknown): unknown =>
      shown(`\${f(${(value as { expression: string }).expression})}`);
    expect(inside(textOrExpression(text))).toBe('${f(join("", [var.some_text]))}');
    expect(inside(textOrExpression(`a-${text}`))).toBe('${f(join("", ["a-${var.some_text}"]))}');
    expect(inside(numberOrExpression(number))).toBe("${f(tonumber(tostring(var.some_number)))}");
    expect(inside(textsOrExpression(list))).toBe("${f(jsondecode(jsonencode(var.some_list)))}");
  });

  it("is left as it is when it is known after all", () => {
    expect([textOrExpression("a"), numberOrExpression(1), textsOrExpression(["a", "b"])]).toEqual([
      "a",
      1,
      ["a", "b"],
    ]);
  });
});
