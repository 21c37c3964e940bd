import { basename, dirname, join } from "node:path";
import { typed } from "../application/typed";

/** What the command line asks for. */
export type Request =
  | {
      readonly kind: "picture";
      readonly files: readonly string[];
      readonly out: string;
      /** Whether files under these names are replaced, whoever wrote them. */
      readonly adopt: boolean;
    }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly problem: string };

export const usage = [
  `Usage: ${typed("picture", "[FILE...] [--out FOLDER] [--adopt]")}`,
  "",
  "Draws who reaches whom: an SVG and a Mermaid text for each stack.",
  "",
  "  FILE          Terraform JSON: cdk.tf.json, or what `terraform show -json` says of a plan or a state.",
  "                Without one, all stacks of the app that cdktf.json names are drawn.",
  "  --out FOLDER  where to write; docs/pictures unless told. Files there under these names that this command did not",
  "                write, or that were changed since, are named, and nothing is written",
  "  --adopt       replace them; all others stay",
].join("\n");

const STANDARD_OUT = join("docs", "pictures");

export function parseArguments(args: readonly string[]): Request {
  if (args.includes("--help") || args.includes("-h")) return { kind: "help" };
  const files: string[] = [];
  let out = STANDARD_OUT;
  let adopt = false;
  for (let position = 0; position < args.length; position += 1) {
    const word = args[position] ?? "";
    if (word === "--out") {
      const folder = args[position + 1];
      if (folder === undefined) return { kind: "refused", problem: "--out needs a folder" };
      out = folder;
      position += 1;
    } else if (word === "--adopt") adopt = true;
    else if (word.startsWith("-"))
      return { kind: "refused", problem: `unknown option ${word}; there are: --out, --adopt, --help` };
    else files.push(word);
  }
  return { kind: "picture", files, out, adopt };
}

/** `voice-agent` of `cdktf.out/stacks/voice-agent/cdk.tf.json`, `plan` of `plan.json`. */
export function nameOf(file: string): string {
  const name = basename(file).replace(/(\.tf)?\.json$/, "");
  const folder = basename(dirname(file));
  return name === "cdk" && folder !== "." && folder !== "" ? folder : name;
}
