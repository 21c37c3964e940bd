import { typed } from "../application/typed";
import { type Help, readCommandLine, refused, type Refused } from "../command-line";

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
  | Help
  | Refused;

const FOLDER = "share";

const VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

export const usage = [
  `Usage: ${typed("terraform-modules", "[NAME...] [--to FOLDER] [--registry] [--version X.Y.Z] [--adopt]")}`,
  "",
  "Writes the constructs as Terraform modules, for teams that write HCL: main.tf.json, README, examples and tests, each in",
  "a folder of its own. Without NAME, all of them: network, front-door, fargate-service, web-application.",
  "",
  `  --to FOLDER       output folder (default: ${FOLDER}). Files there that this command did not write, or that were`,
  "                    changed since, are listed, and nothing is written",
  "  --adopt           replace existing files that have the names to be written; other files stay",
  "  --registry        write a repository terraform-aws-NAME for each, with a commit and the tag vX.Y.Z, as a registry needs",
  "  --version X.Y.Z   version of the modules (default: this package's version)",
].join("\n");

export const declared = {
  options: { to: "value", registry: "flag", version: "value", adopt: "flag" },
  words: "NAME",
} as const;

export function parseArguments(args: readonly string[]): Request {
  return readCommandLine<Request>(args, declared, ({ words, has, value }) => {
    const version = value("version");
    if (version !== undefined && !VERSION.test(version))
      return refused(`${version} is not a version such as 1.0.0`);
    const options = {
      folder: value("to") ?? FOLDER,
      registry: has("registry"),
      version,
      adopt: has("adopt"),
    };
    return { kind: "write", names: [...new Set(words)], ...options };
  });
}
