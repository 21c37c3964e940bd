import { Token, type TerraformStack } from "cdktf";
import { finding, type Finding } from "../errors";
import { expectShape } from "../stack/shape";

/** Refuses settings that are no text (or no list, for `tags`), as JavaScript or an unset environment variable makes them. */
export function expectSettings<T extends object>(
  stack: TerraformStack,
  props: T,
  required: readonly (keyof T & string)[],
): void {
  const given = Object.entries(props ?? {}).filter(([, value]) => value !== undefined);
  const names = new Set<string>([...required, ...given.map(([name]) => name)]);
  const kinds = [...names].map((name) => [name, name === "tags" ? "list" : "text"]);
  expectShape(stack, props, Object.fromEntries(kinds) as Parameters<typeof expectShape<T>>[2], "state");
}

/** Terraform reads its state before anything else: unlike elsewhere, a value that is not known yet is an error here. */
export function unknownSettings(props: object): Finding[] {
  const unknown = Object.entries(props).filter(([, value]) =>
    Array.isArray(value) ? value.some((each) => Token.isUnresolved(each)) : Token.isUnresolved(value),
  );
  return unknown.map(([name]) => finding("FY906", `a Terraform token as ${name}`));
}
