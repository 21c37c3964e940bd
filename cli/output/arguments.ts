import { typed } from "../application/typed";
import { type Help, readCommandLine, refused, type Refused } from "../command-line";

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
  | Help
  | Refused;

/** HCP Terraform runs on linux_amd64, its agents on linux_arm64 too; the others are people's. */
const PLATFORMS = ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64", "windows_amd64"];

const FOLDER = "terraform";

export const usage = [
  `Usage: ${typed("output", "[--to FOLDER] [--lock] [--platforms LIST] [--adopt | --check]")}`,
  "",
  "Writes the Terraform JSON that is committed, for HCP Terraform to run from the repository: the state settings of the code,",
  "not those of FRONTYARD_STATE.",
  "",
  `  --to FOLDER       output folder (default: ${FOLDER}). What this command wrote there for former stacks is`,
  "                    removed; other files in the way, or files changed since, are listed and nothing is written",
  "  --lock            write each stack's .terraform.lock.hcl too, which needs the provider's registry or a mirror",
  `  --platforms LIST  comma-separated, for --lock; default ${PLATFORMS.join(",")}`,
  "  --adopt           replace existing files that have the names to be written; other files stay",
  "  --check           write nothing; list what is not current, and exit with 1 if anything is",
].join("\n");

export const declared = {
  options: { to: "value", lock: "flag", platforms: "value", adopt: "flag", check: "flag" },
} as const;

export function parseArguments(args: readonly string[]): Request {
  return readCommandLine<Request>(args, declared, ({ has, value }) => {
    const platforms = value("platforms")?.split(",") ?? PLATFORMS;
    const odd = platforms.find((platform) => !/^[a-z]+_[a-z0-9]+$/.test(platform));
    if (odd !== undefined) return refused(`${odd} is not a platform such as linux_amd64`);
    const [lock, check, adopt] = [has("lock"), has("check"), has("adopt")];
    if (check && (lock || adopt))
      return refused(`--check writes nothing, so it can't be used with ${lock ? "--lock" : "--adopt"}`);
    const folder = value("to") ?? FOLDER;
    return { kind: "output", folder, check, platforms: lock ? platforms : [], adopt };
  });
}
