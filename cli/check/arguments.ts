/** How findings are written. */
export const FORMATS = ["text", "json", "sarif"] as const;
export type Format = (typeof FORMATS)[number];

/** What the command line asks for. */
export type Request =
  | {
      readonly kind: "check";
      /** None means all stacks of the app. */
      readonly files: readonly string[];
      readonly format: Format;
      readonly waiversFile?: string;
    }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly problem: string };

const OPTIONS = ["--format", "--waivers", "--help"] as const;

export function parseArguments(args: readonly string[]): Request {
  if (args.includes("--help") || args.includes("-h")) return { kind: "help" };
  const words = args.flatMap((word) => /^(--[a-z]+)=(.*)$/s.exec(word)?.slice(1) ?? [word]);
  const files: string[] = [];
  const values = new Map<string, string>();
  for (let position = 0; position < words.length; position += 1) {
    const word = words[position] ?? "";
    if (!word.startsWith("-")) {
      files.push(word);
      continue;
    }
    const value = words[position + 1];
    if (!OPTIONS.some((option) => option === word))
      return refused(`unknown option ${word}; there are: ${OPTIONS.join(", ")}`);
    if (value === undefined || value.startsWith("-")) return refused(`${word} needs a value`);
    values.set(word, value);
    position += 1;
  }
  return requestOf([...new Set(files)], values);
}

function requestOf(files: readonly string[], values: ReadonlyMap<string, string>): Request {
  const wanted = values.get("--format") ?? "text";
  const format = FORMATS.find((one) => one === wanted);
  if (format === undefined) return refused(`unknown format ${wanted}; there are: ${FORMATS.join(", ")}`);
  const waiversFile = values.get("--waivers");
  return { kind: "check", files, format, ...(waiversFile === undefined ? {} : { waiversFile }) };
}

function refused(problem: string): Request {
  return { kind: "refused", problem };
}
