import type { MissingPart } from "./missing-part";
import { isWithin } from "./version";

/** The oldest Terraform that the stacks and the rehearsal are written for. */
export const terraformFloor = "1.11.0";

export interface TerraformCli {
  readonly version: string;
  /** As Terraform writes it: `linux_amd64`. Providers must be built for it. */
  readonly platform: string;
}

/** Reads the answer of `terraform version -json`; `undefined` stands for a command that could not run. */
export function readTerraformVersion(
  answer: string | undefined,
  platform: string = process.platform,
): TerraformCli | MissingPart {
  if (answer === undefined) return missing("no terraform on PATH that runs", platform);
  const version = field(answer, "terraform_version");
  const ownPlatform = field(answer, "platform");
  if (version === undefined || ownPlatform === undefined) {
    return missing('"terraform version -json" does not answer as Terraform does', platform);
  }
  if (!isWithin(version.replace(/-.*/, ""), { from: terraformFloor })) {
    return missing(`terraform on PATH is ${version}, too old`, platform);
  }
  return { version, platform: ownPlatform };
}

function field(answer: string, name: string): string | undefined {
  try {
    const value = (JSON.parse(answer) as Record<string, unknown>)[name];
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

const installers: Readonly<Record<string, string>> = {
  darwin: "brew install hashicorp/tap/terraform",
  win32: "winget install Hashicorp.Terraform",
};

function missing(problem: string, platform: string): MissingPart {
  const url = "https://releases.hashicorp.com/terraform/1.11.4/terraform_1.11.4_linux_amd64.zip";
  const onLinux = `curl -fsSLo /tmp/terraform.zip ${url} && sudo unzip -o /tmp/terraform.zip terraform -d /usr/local/bin`;
  return { part: "Terraform CLI >= 1.11", problem, remedy: installers[platform] ?? onLinux };
}
