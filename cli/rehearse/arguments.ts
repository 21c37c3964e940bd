import { emulatorWord } from "../../emulator/emulator-word";
import { type Help, readCommandLine, refused, type Refused } from "../command-line";

/** What the command line asks for. */
export type Request =
  | { readonly kind: "rehearse"; readonly stacks: readonly string[]; readonly keep: boolean }
  | { readonly kind: "end" }
  | Help
  | { readonly kind: "emulator"; readonly settingsFile: string }
  | Refused;

export const declared = { options: { keep: "flag", end: "flag" }, words: "STACK" } as const;

export function parseArguments(args: readonly string[]): Request {
  const [first, second] = args;
  if (first === emulatorWord && second !== undefined) return { kind: "emulator", settingsFile: second };
  return readCommandLine<Request>(args, declared, ({ words, has }) => {
    if (!has("end")) return { kind: "rehearse", stacks: [...new Set(words)], keep: has("keep") };
    if (args.length === 1) return { kind: "end" };
    return refused("--end can't be combined: it ends every rehearsal that was kept");
  });
}

/** One sentence if a wanted stack does not exist, nothing if all do. */
export function unknownStacks(wanted: readonly string[], known: readonly string[]): string | undefined {
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length === 0) return undefined;
  const what = unknown.length === 1 ? "no stack is named" : "no stacks are named";
  return `${what} ${unknown.join(", ")}; there are: ${known.join(", ")}`;
}
