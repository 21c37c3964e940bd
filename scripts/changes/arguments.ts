import { type Help, readCommandLine, refused, type Refused } from "../../cli/command-line";
import { CHANGES, type Change } from "./catalogue";

export const PAGE = "docs/changes.md";

export const usage = `Usage: npm run changes [-- TEXT...] [--write [--adopt] | --check]

Deploys a shop to an AWS emulated on this machine, makes every change of ${PAGE} to it, forth and back, and tells what
Terraform replaced. It fails when something is lost that should last, and where AWS would refuse the order. TEXT picks
the changes that have one of the texts in their name.

  --write   write the page; refused if somebody changed it since a command wrote it
  --adopt   write it all the same
  --check   fail if the page says something else of these changes
  --help    print this

Exit code: 0 all well, 1 a change failed or the page differs, 2 could not start, 130 interrupted.`;

export type Request =
  | Help
  | Refused
  | {
      readonly kind: "make";
      readonly changes: readonly Change[];
      readonly page: "written" | "adopted" | "checked" | "printed";
    };

export const declared = { options: { write: "flag", adopt: "flag", check: "flag" }, words: "TEXT" } as const;

export function parseArguments(args: readonly string[]): Request {
  return readCommandLine<Request>(args, declared, ({ words, has }) => {
    const texts = words.map((text) => text.toLowerCase());
    const stray = texts.find((text) => !CHANGES.some((change) => isNamed(change, text)));
    if (stray !== undefined) return refused(`no change has "${stray}" in its name`);
    if (has("write") && texts.length > 0) return refused("--write takes no TEXT: the page has all changes");
    if (has("adopt") && !has("write")) return refused("--adopt can only be used with --write");
    const changes = CHANGES.filter(
      (change) => texts.length === 0 || texts.some((text) => isNamed(change, text)),
    );
    const written = has("adopt") ? "adopted" : "written";
    return { kind: "make", changes, page: has("write") ? written : has("check") ? "checked" : "printed" };
  });
}

function isNamed({ forth, back = "" }: Change, text: string): boolean {
  return forth.toLowerCase().includes(text) || back.toLowerCase().includes(text);
}
