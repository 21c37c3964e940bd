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
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly problem: string }
  | {
      readonly kind: "make";
      readonly changes: readonly Change[];
      readonly page: "written" | "adopted" | "checked" | "printed";
    };

const OPTIONS = ["--write", "--adopt", "--check", "--help"];

export function parseArguments(args: readonly string[]): Request {
  const options = args.filter((word) => word.startsWith("-"));
  const texts = args.filter((word) => !word.startsWith("-")).map((text) => text.toLowerCase());
  const unknown = options.find((option) => !OPTIONS.includes(option));
  if (unknown !== undefined)
    return { kind: "refused", problem: `unknown option ${unknown}; there are: ${OPTIONS.join(", ")}` };
  if (options.includes("--help")) return { kind: "help" };
  const stray = texts.find((text) => !CHANGES.some((change) => has(change, text)));
  if (stray !== undefined) return { kind: "refused", problem: `no change has "${stray}" in its name` };
  if (options.includes("--write") && texts.length > 0)
    return { kind: "refused", problem: "--write takes no TEXT: the page has all changes" };
  const changes = CHANGES.filter((change) => texts.length === 0 || texts.some((text) => has(change, text)));
  if (options.includes("--adopt") && !options.includes("--write"))
    return { kind: "refused", problem: "--adopt belongs to --write" };
  const written = options.includes("--adopt") ? "adopted" : "written";
  const page = options.includes("--write") ? written : options.includes("--check") ? "checked" : "printed";
  return { kind: "make", changes, page };
}

function has({ forth, back = "" }: Change, text: string): boolean {
  return forth.toLowerCase().includes(text) || back.toLowerCase().includes(text);
}
