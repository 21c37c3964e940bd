import { DefaultTokenResolver, Fn, Op, StringConcat, Token, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * The part of some props that is known now: Terraform tokens (variables, attributes of resources) become undefined,
 * at any depth of plain objects and lists. Checks read this, so that a token never fails or crashes one.
 */
export function literals<T extends object>(props: T): Partial<T> {
  const known = Object.entries(props).map(([name, value]) => [name, literal(value)]);
  return Object.fromEntries(known) as Partial<T>;
}

/** One value if it is known now, else undefined. */
export function literal<T>(value: T): T | undefined {
  if (Token.isUnresolved(value)) return undefined;
  return isPlain(value) ? (literals(value) as T) : value;
}

/** Plain data, as against constructs, which are passed through untouched. */
function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A value as part of a construct id; a token goes by its expression, such as `var-port`, which is as constant. */
export function idPart(scope: IConstruct, value: string | number): string {
  return templateOf(scope, value)
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Text as a quoted Terraform string, to stand inside an expression that is written by hand. */
export function expressionText(scope: IConstruct, value: string): string {
  return JSON.stringify(templateOf(scope, value));
}

/** Tokens as the templates that they become, such as `${var.port}`. */
function templateOf(scope: IConstruct, value: string | number): string {
  const resolver = new DefaultTokenResolver(new StringConcat());
  const text = Token.isUnresolved(value)
    ? Tokenization.resolve(value, { scope, resolver, preparing: false })
    : value;
  return String(text);
}

/** Whether Terraform alone knows a value. */
export function isToken(value: unknown): boolean {
  return Token.isUnresolved(value);
}

/** A difference, as a Terraform expression where `subtrahend` is a token. */
export function difference(minuend: number, subtrahend: number): number {
  return Token.isUnresolved(subtrahend) ? Token.asNumber(Op.sub(minuend, subtrahend)) : minuend - subtrahend;
}

/** A number where AWS wants text. A number that is a token would be written as its own stand-in by String(). */
export function numberText(value: number): string {
  return Token.isUnresolved(value) ? Fn.tostring(value) : String(value);
}

/** Text as it is, or the Terraform expression of text that holds a token, to stand inside `${}`. */
export function textOrExpression(value: string): string | { readonly expression: string } {
  return Token.isUnresolved(value) ? { expression: Fn.join("", [value]) } : value;
}

/** A number as it is, or the Terraform expression of a token, to stand inside `${}`. */
export function numberOrExpression(value: number): number | { readonly expression: string } {
  return Token.isUnresolved(value) ? { expression: `tonumber(${numberText(value)})` } : value;
}

/** Texts as they are, or the Terraform expression of a list that is a token, to stand inside `${}`. */
export function textsOrExpression(
  values: readonly string[],
): readonly (string | { readonly expression: string })[] | { readonly expression: string } {
  return Token.isUnresolved(values)
    ? { expression: `jsondecode(${Fn.jsonencode(values)})` }
    : values.map(textOrExpression);
}
