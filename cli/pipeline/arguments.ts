import { typed } from "../application/typed";
import { type Help, readCommandLine, refused, type Refused } from "../command-line";

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
  | Help
  | Refused;

export const usage = [
  `Usage: ${typed("pipeline", "VERB [STACK...] [OPTIONS]")}`,
  "",
  "What pipelines/ runs (docs/pipelines.md).",
  "",
  "  validate          terraform validate of each stack; no credentials, no state",
  "  plan              plan each stack; takes no lock and writes nothing",
  "  apply             plan again, and apply each stack whose plan equals the approved one; stop at the first that differs",
  "  drift             plan, and exit with 1 if a deployed resource differs from the code",
  "",
  "  --post            plan: write one comment on the pull or merge request. drift: keep one issue",
  "  --summary FILE    append the report, as Markdown",
  "  --note FILE       plan: append approved=…, a digest of the plan, and pending=true or false",
  "  --approved TEXT   apply: the value of approved=",
].join("\n");

export const declared = {
  options: { post: "flag", summary: "value", note: "value", approved: "value" },
  words: "VERB",
} as const;

export function parseArguments(args: readonly string[]): Request {
  return readCommandLine<Request>(args, declared, ({ words: [word, ...stacks], has, value }) => {
    const verb = VERBS.find((each) => each === word);
    if (verb === undefined) return refused(`the first argument must be ${VERBS.join(", ")}. See --help`);
    const [summary, note, approved] = [value("summary"), value("note"), value("approved")];
    if (has("post") && verb !== "plan" && verb !== "drift") return refused(`${verb} can't use --post`);
    if (verb === "apply" && approved === undefined)
      return refused("apply needs --approved: the value that the approved plan printed");
    if (verb !== "apply" && approved !== undefined) return refused("--approved can only be used with apply");
    if (verb !== "plan" && note !== undefined) return refused("--note can only be used with plan");
    return { kind: "pipeline", verb, stacks, post: has("post"), summary, note, approved };
  });
}
