/** What the command line asks for. */
export type Request =
  | { readonly kind: "rehearse"; readonly stacks: readonly string[]; readonly keep: boolean }
  | { readonly kind: "end" }
  | { readonly kind: "help" }
  | { readonly kind: "emulator"; readonly settingsFile: string }
  | { readonly kind: "refused"; readonly problem: string };

/** The word that turns this program into the emulator's own process; people never type it. */
export const emulatorWord = "emulator-process";

const knownOptions = ["--keep", "--end", "--help"] as const;

export function parseArguments(args: readonly string[]): Request {
  const [first, second] = args;
  if (first === emulatorWord && second !== undefined) return { kind: "emulator", settingsFile: second };
  const options = args.filter((word) => word.startsWith("-"));
  const stacks = [...new Set(args.filter((word) => !word.startsWith("-")))];
  if (options.includes("--help") || options.includes("-h")) return { kind: "help" };
  const unknown = options.find((option) => !knownOptions.some((known) => known === option));
  if (unknown !== undefined) return refusal(unknown);
  if (!options.includes("--end")) return { kind: "rehearse", stacks, keep: options.includes("--keep") };
  if (args.length === 1) return { kind: "end" };
  return { kind: "refused", problem: "--end stands alone: it ends every rehearsal that was kept" };
}

function refusal(option: string): Request {
  return { kind: "refused", problem: `unknown option ${option}; there are: ${knownOptions.join(", ")}` };
}

/** One sentence if a wanted stack does not exist, nothing if all do. */
export function unknownStacks(wanted: readonly string[], known: readonly string[]): string | undefined {
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length === 0) return undefined;
  const what = unknown.length === 1 ? "no stack is named" : "no stacks are named";
  return `${what} ${unknown.join(", ")}; there are: ${known.join(", ")}`;
}
