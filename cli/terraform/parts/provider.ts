import { existsSync } from "node:fs";
import { join } from "node:path";
import type { MissingPart } from "./missing-part";
import type { Mirror } from "./mirror-folder";
import { mirrorIn, providerRange } from "./mirror-folder";
import type { Machine } from "./mirror-places";
import { impliedFolders, usualRoots } from "./mirror-places";
import { searchMirror } from "./mirror-search";

/** The environment variable that names a mirror. */
export const mirrorVariable = "FRONTYARD_PROVIDER_MIRROR";

export type ProviderSource =
  | { readonly kind: "mirror"; readonly mirror: Mirror }
  /** `ownConfig`: the user's CLI configuration, which may know a network mirror or credentials for one. */
  | { readonly kind: "registry"; readonly ownConfig: string | undefined };

/** Where the provider hashicorp/aws comes from: a mirror that is named, implied or found, else the registry. */
export function findProvider(
  machine: Machine,
  platform: string,
  roots: readonly string[] = usualRoots(machine.home),
): ProviderSource | MissingPart {
  const named = machine.env[mirrorVariable];
  if (named !== undefined && named !== "") {
    const mirror = mirrorIn(named, platform);
    return mirror ? { kind: "mirror", mirror } : unusable(named, platform);
  }
  const implied = impliedFolders(machine).flatMap((folder) => mirrorIn(folder, platform) ?? []);
  const mirror = implied[0] ?? searchMirror(roots, platform);
  return mirror ? { kind: "mirror", mirror } : { kind: "registry", ownConfig: ownCliConfig(machine) };
}

function ownCliConfig({ env, home, platform }: Machine): string | undefined {
  const usual =
    platform === "win32" ? join(env["APPDATA"] ?? home, "terraform.rc") : join(home, ".terraformrc");
  const file = env["TF_CLI_CONFIG_FILE"] ?? usual;
  return existsSync(file) ? file : undefined;
}

const makeMirror = "npx cdktf synth && terraform -chdir=cdktf.out/stacks/STACK providers mirror";

function unusable(folder: string, platform: string): MissingPart {
  return {
    part: "provider hashicorp/aws",
    problem: `${mirrorVariable} names ${folder}, which has no version >= ${providerRange.from} and < ${providerRange.below} for ${platform}`,
    remedy: `${makeMirror} ${folder}`,
  };
}

/** For a machine that has no mirror and cannot reach the registry either. */
export function unreachableRegistry(home: string): MissingPart {
  return {
    part: "provider hashicorp/aws",
    problem: "no local mirror was found and registry.terraform.io does not answer",
    remedy: `with a network: ${makeMirror} ${home}/.terraform.d/plugins`,
  };
}
