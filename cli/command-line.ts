import { parseArgs } from "node:util";
import { guess } from "../modules/foundation/shapes/nearest";

/** What a command takes: options by their name without dashes, and words if it takes any. */
export interface Declared {
  readonly options: Readonly<Record<string, "flag" | "value">>;
  /** What its words are, such as FILE; left out if it takes none. */
  readonly words?: string;
}

/** What was typed, once it is known to be sound. */
export interface Typed {
  readonly words: readonly string[];
  has(option: string): boolean;
  value(option: string): string | undefined;
}

export interface Help {
  readonly kind: "help";
}
export interface Refused {
  readonly kind: "refused";
  readonly problem: string;
}

export const refused = (problem: string): Refused => ({ kind: "refused", problem });

/**
 * Reads a command line the way every command does: `--name value` and `--name=value`, each option once, `--` before words
 * that start with a dash, `--help` and `-h`.
 */
export function readCommandLine<T extends { readonly kind: string }>(
  args: readonly string[],
  { options, words: name }: Declared,
  request: (typed: Typed) => T | Refused,
): T | Help | Refused {
  const names = Object.entries(options);
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(
        names.map(([one, kind]) => [one, { type: kind === "flag" ? "boolean" : "string" }]),
      ),
      help: { type: "boolean", short: "h" },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const typed = tokens.filter((token) => token.kind === "option");
  if (typed.some((token) => token.name === "help")) return { kind: "help" };
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const values = new Map<string, string | undefined>();
  for (const { name: option, rawName, value, inlineValue } of typed) {
    const kind = Object.hasOwn(options, option) && rawName.startsWith("--") ? options[option] : undefined;
    if (kind === undefined) return refused(unknown(rawName, Object.keys(options)));
    if (values.has(option)) return refused(`${rawName} was given twice`);
    if (kind === "flag" && value !== undefined) return refused(`${rawName} takes no value`);
    const isMissing = value === undefined || value === "" || (!inlineValue && value.startsWith("-"));
    if (kind === "value" && isMissing) return refused(`${rawName} needs a value`);
    values.set(option, value);
  }
  if (name === undefined && words[0] !== undefined)
    return refused(`unexpected argument ${words[0]}. See --help`);
  return request({ words, has: (option) => values.has(option), value: (option) => values.get(option) });
}

function unknown(option: string, names: readonly string[]): string {
  const hint = guess(
    option,
    [...names, "help"].map((name) => `--${name}`),
  );
  return `unknown option ${option}. ${hint === "" ? "" : `${hint} `}See --help`;
}
