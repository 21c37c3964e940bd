import { typed } from "../application/typed";

/** What the command line asks for. */
export type Request =
  | {
      readonly kind: "output";
      readonly folder: string;
      readonly check: boolean;
      /** Empty if the lock files are left as they are. */
      readonly platforms: readonly string[];
      /** Whether files under these names are replaced, whoever wrote them. */
      readonly adopt: boolean;
    }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly problem: string };

/** HCP Terraform runs on linux_amd64, its agents on linux_arm64 too; the others are people's. */
const PLATFORMS = ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64", "windows_amd64"];

const FOLDER = "terraform";

export const usage = [
  `Usage: ${typed("output", "[--to FOLDER] [--lock] [--platforms LIST] [--adopt | --check]")}`,
  "",
  "Writes the Terraform JSON that is committed, for HCP Terraform to run from the repository: what the code says, whatever",
  "FRONTYARD_STATE says.",
  "",
  `  --to FOLDER       where it is committed; ${FOLDER} unless told. What this command wrote there for former stacks is`,
  "                    removed; files that it did not write, or that were changed since, are named, and nothing is written",
  "  --lock            write each stack's .terraform.lock.hcl too, which needs the provider's registry or a mirror",
  `  --platforms LIST  for which platforms, parted by commas; ${PLATFORMS.join(",")}`,
  "  --adopt           replace files that are in the way under the names that are written; all others stay",
  "  --check           write nothing; name what is not current, and end with 1 if anything is",
].join("\n");

export function parseArguments(args: readonly string[]): Request {
  if (args.includes("--help") || args.includes("-h")) return { kind: "help" };
  const words = [...args];
  const flags = { "--lock": false, "--check": false, "--adopt": false };
  const values = { "--to": FOLDER, "--platforms": PLATFORMS.join(",") };
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === "--lock" || word === "--check" || word === "--adopt") flags[word] = true;
    else if (word === "--to" || word === "--platforms") {
      const value = words.shift();
      if (value === undefined || value === "") return { kind: "refused", problem: `${word} needs a value` };
      values[word] = value;
    } else return { kind: "refused", problem: `unknown option ${word}; see --help` };
  }
  const platforms = values["--platforms"].split(",");
  const odd = platforms.find((platform) => !/^[a-z]+_[a-z0-9]+$/.test(platform));
  if (odd !== undefined) return { kind: "refused", problem: `${odd} is no platform such as linux_amd64` };
  const { "--lock": lock, "--check": check, "--adopt": adopt } = flags;
  if (check && (lock || adopt))
    return { kind: "refused", problem: `--check writes nothing, so it can't ${lock ? "--lock" : "--adopt"}` };
  return {
    kind: "output",
    folder: values["--to"],
    check,
    platforms: lock ? platforms : [],
    adopt,
  };
}
