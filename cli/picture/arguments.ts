import { basename, dirname, join } from "node:path";
import { typed } from "../application/typed";
import { type Help, readCommandLine, type Refused } from "../command-line";

/** What the command line asks for. */
export type Request =
  | {
      readonly kind: "picture";
      readonly files: readonly string[];
      readonly out: string;
      /** Whether files under these names are replaced, whoever wrote them. */
      readonly adopt: boolean;
    }
  | Help
  | Refused;

export const usage = [
  `Usage: ${typed("picture", "[FILE...] [--out FOLDER] [--adopt]")}`,
  "",
  "Draws what can reach what: an SVG file and a Mermaid file for each stack.",
  "",
  "  FILE          Terraform JSON: cdk.tf.json, or the output of `terraform show -json` for a plan or a state.",
  "                Without one, all stacks of the app that cdktf.json names are drawn.",
  "  --out FOLDER  output folder (default: docs/pictures). Existing files with these names that this command did not",
  "                write, or that were changed since, are listed, and nothing is written",
  "  --adopt       replace them; other files stay",
].join("\n");

const STANDARD_OUT = join("docs", "pictures");

export const declared = { options: { out: "value", adopt: "flag" }, words: "FILE" } as const;

export function parseArguments(args: readonly string[]): Request {
  return readCommandLine<Request>(args, declared, ({ words, has, value }) => {
    return { kind: "picture", files: words, out: value("out") ?? STANDARD_OUT, adopt: has("adopt") };
  });
}

/** `voice-agent` of `cdktf.out/stacks/voice-agent/cdk.tf.json`, `plan` of `plan.json`. */
export function nameOf(file: string): string {
  const name = basename(file).replace(/(\.tf)?\.json$/, "");
  const folder = basename(dirname(file));
  return name === "cdk" && folder !== "." && folder !== "" ? folder : name;
}
