import { typed } from "../application/typed";

/** What the command line asks for. */
export type Request =
  | {
      readonly kind: "write";
      /** Empty: all of them. */
      readonly names: readonly string[];
      readonly folder: string;
      readonly registry: boolean;
      /** Of the modules; undefined: the package's own. */
      readonly version: string | undefined;
      /** Whether files under these names are replaced, whoever wrote them. */
      readonly adopt: boolean;
    }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly problem: string };

const FOLDER = "share";

const VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

export const usage = [
  `Usage: ${typed("terraform-modules", "[NAME...] [--to FOLDER] [--registry] [--version X.Y.Z] [--adopt]")}`,
  "",
  "Writes the constructs as Terraform modules, for teams that write HCL: main.tf.json, README, examples and tests, each in",
  "a folder of its own. Without NAME, all of them: network, front-door, fargate-service, web-application.",
  "",
  `  --to FOLDER       where the modules' folders are; ${FOLDER} unless told. Files there that this command did not write,`,
  "                    or that were changed since, are named, and nothing is written",
  "  --adopt           replace files that are in the way under the names that are written; all others stay",
  "  --registry        as a registry takes them: a repository terraform-aws-NAME each, with a commit and tag vX.Y.Z",
  "  --version X.Y.Z   version of the modules; that of this package unless told",
].join("\n");

export function parseArguments(args: readonly string[]): Request {
  if (args.includes("--help") || args.includes("-h")) return { kind: "help" };
  const words = [...args];
  const names: string[] = [];
  const flags = { "--registry": false, "--adopt": false };
  const values: Record<string, string | undefined> = { "--to": FOLDER, "--version": undefined };
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === "--registry" || word === "--adopt") flags[word] = true;
    else if (Object.hasOwn(values, word)) {
      const value = words.shift();
      if (value === undefined || value === "" || value.startsWith("--"))
        return { kind: "refused", problem: `${word} needs a value` };
      values[word] = value;
    } else if (word.startsWith("-"))
      return { kind: "refused", problem: `unknown option ${word}; see --help` };
    else names.push(word);
  }
  const { "--to": folder = FOLDER, "--version": version } = values;
  if (version !== undefined && !VERSION.test(version))
    return { kind: "refused", problem: `${version} is no version such as 1.0.0` };
  const { "--registry": registry, "--adopt": adopt } = flags;
  return { kind: "write", names: [...new Set(names)], folder, registry, version, adopt };
}
