import type { Input } from "./input";

/** Some inputs of a group, by their names. */
export function pick(
  inputs: Readonly<Record<string, Input>>,
  ...names: readonly string[]
): Record<string, Input> {
  return Object.fromEntries(names.map((name) => [name, one(inputs, name)]));
}

/** One of them, with other words where it is used. */
export function one(
  inputs: Readonly<Record<string, Input>>,
  name: string,
  other: Partial<Input> = {},
): Input {
  const input = inputs[name];
  if (input === undefined) throw new Error(`no input ${name}`);
  return { ...input, ...other };
}
