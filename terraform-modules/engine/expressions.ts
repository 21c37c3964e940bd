import { isObject, type Json } from "./json";

/** A piece of a Terraform template: plain text, or what stands between `${` and `}`. */
export type Piece = { readonly text: string } | { readonly expression: string };

/** https://developer.hashicorp.com/terraform/language/expressions/strings#string-templates */
export function piecesOf(template: string): Piece[] {
  const pieces: Piece[] = [];
  let text = "";
  for (let at = 0; at < template.length;) {
    const escaped = template.startsWith("$${", at);
    if (!template.startsWith("${", at) || escaped) {
      const length = escaped ? 3 : 1;
      text += template.slice(at, at + length);
      at += length;
      continue;
    }
    const end = endOfExpression(template, at + 2);
    if (text !== "") pieces.push({ text });
    pieces.push({ expression: template.slice(at + 2, end) });
    text = "";
    at = end + 1;
  }
  return text === "" ? pieces : [...pieces, { text }];
}

/** A JSON value as it stands inside another expression. */
export function expressionOf(value: Json | undefined): string {
  if (value === undefined) return "null";
  if (typeof value === "string") return textExpression(value);
  if (Array.isArray(value)) return `[${value.map(expressionOf).join(", ")}]`;
  if (!isObject(value)) return String(value);
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)} = ${expressionOf(one)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function textExpression(template: string): string {
  const pieces = piecesOf(template);
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined && "expression" in first) return bracketed(first.expression);
  const inside = pieces.map((piece) =>
    "text" in piece ? JSON.stringify(piece.text).slice(1, -1) : `\${${piece.expression}}`,
  );
  return `"${inside.join("")}"`;
}

/** A choice stands in brackets, so that it keeps its meaning within another. */
function bracketed(expression: string): string {
  return / \? /.test(expression) ? `(${expression})` : expression;
}

/** Where the closing brace of an expression is. */
function endOfExpression(template: string, start: number): number {
  let depth = 0;
  for (let at = start; at < template.length; at++) {
    const character = template[at];
    if (character === '"') at = endOfQuote(template, at + 1);
    else if (character === "{") depth++;
    else if (character === "}" && depth-- === 0) return at;
  }
  throw new Error(`an expression without an end: ${template}`);
}

function endOfQuote(template: string, start: number): number {
  for (let at = start; at < template.length; at++) {
    if (template[at] === "\\") at++;
    else if (template[at] === '"') return at;
    else if (template.startsWith("${", at) && template[at - 1] !== "$")
      at = endOfExpression(template, at + 2);
  }
  throw new Error(`a quote without an end: ${template}`);
}
