import { typed } from "../application/typed";

export const VERBS = ["validate", "plan", "apply", "drift"] as const;
export type Verb = (typeof VERBS)[number];

/** What the command line asks for. */
export type Request =
  | {
      readonly kind: "pipeline";
      readonly verb: Verb;
      /** None means all stacks. */
      readonly stacks: readonly string[];
      /** Whether to write the comment, or the issue. */
      readonly post: boolean;
      /** A file to which the report is appended, as Markdown. */
      readonly summary?: string;
      /** A file to which lines `approved=…` and `pending=…` are appended. */
      readonly note?: string;
      /** What was approved: such a line's value. */
      readonly approved?: string;
    }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly problem: string };

export const usage = [
  `Usage: ${typed("pipeline", "VERB [STACK...] [OPTIONS]")}`,
  "",
  "What pipelines/ runs (docs/pipelines.md).",
  "",
  "  validate          terraform validate of each stack; no credentials, no state",
  "  plan              plan each stack; takes no lock and writes nothing",
  "  apply             plan again, and apply each stack whose plan is the approved one; stops at the first that is not",
  "  drift             plan, and end with 1 if anything that stands is not what the code says",
  "",
  "  --post            plan: write one comment on the pull or merge request. drift: keep one issue",
  "  --summary FILE    append the report, as Markdown",
  "  --note FILE       plan: append approved=…, which says what was planned without showing it, and pending=true or false",
  "  --approved TEXT   apply: what stood behind approved=",
].join("\n");

const VALUES = ["--summary", "--note", "--approved"] as const;

export function parseArguments(args: readonly string[]): Request {
  if (args.includes("--help") || args.includes("-h")) return { kind: "help" };
  const [verb, ...words] = args;
  const known = VERBS.find((each) => each === verb);
  if (known === undefined) return refused(`say what to do: ${VERBS.join(", ")}; see --help`);
  const stacks: string[] = [];
  const values = new Map<string, string>();
  let post = false;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === "--post") post = true;
    else if (!word.startsWith("-")) stacks.push(word);
    else if (VALUES.some((option) => option === word)) {
      const value = words.shift();
      if (value === undefined || value === "") return refused(`${word} needs a value`);
      values.set(word, value);
    } else return refused(`unknown option ${word}; see --help`);
  }
  return requestOf(known, stacks, post, values);
}

function requestOf(
  verb: Verb,
  stacks: readonly string[],
  post: boolean,
  values: ReadonlyMap<string, string>,
): Request {
  const [summary, note, approved] = VALUES.map((option) => values.get(option));
  if (post && verb !== "plan" && verb !== "drift") return refused(`${verb} has nothing to --post`);
  if (verb === "apply" && approved === undefined)
    return refused("apply needs --approved: what the plan that somebody looked at noted");
  if (verb !== "apply" && approved !== undefined) return refused("--approved belongs to apply");
  if (verb !== "plan" && note !== undefined) return refused("--note belongs to plan");
  return { kind: "pipeline", verb, stacks, post, summary, note, approved };
}

function refused(problem: string): Request {
  return { kind: "refused", problem };
}
