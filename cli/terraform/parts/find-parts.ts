import { homedir } from "node:os";
import { quickly } from "../../process/quickly";
import type { MissingPart } from "./missing-part";
import { isMissing } from "./missing-part";
import type { Machine } from "./mirror-places";
import type { MotoServer } from "./moto-server";
import { missingMoto, motoServers } from "./moto-server";
import type { ProviderSource } from "./provider";
import { findProvider, unreachableRegistry } from "./provider";
import type { TerraformCli } from "./terraform-cli";
import { readTerraformVersion } from "./terraform-cli";

export interface Parts {
  readonly terraform: TerraformCli;
  readonly provider: ProviderSource;
  readonly moto: MotoServer;
}

/** Everything that a rehearsal needs, or every part that this machine lacks. */
export async function findParts(): Promise<Parts | readonly MissingPart[]> {
  const [terraform, moto] = await Promise.all([findTerraform(), findMoto()]);
  const provider = isMissing(terraform) ? undefined : await findReachableProvider(terraform.platform);
  if (isMissing(terraform) || isMissing(provider) || isMissing(moto) || provider === undefined) {
    return [terraform, provider, moto].filter(isMissing);
  }
  return { terraform, provider, moto };
}

async function findTerraform(): Promise<TerraformCli | MissingPart> {
  return readTerraformVersion(await quickly(["terraform", "version", "-json"]));
}

async function findMoto(): Promise<MotoServer | MissingPart> {
  for (const server of motoServers) {
    const answer = await quickly(server.question);
    if (answer !== undefined && answer.trim() !== "") return server;
  }
  return missingMoto;
}

async function findReachableProvider(platform: string): Promise<ProviderSource | MissingPart> {
  const machine: Machine = {
    platform: process.platform,
    home: homedir(),
    folder: process.cwd(),
    env: process.env,
  };
  const source = findProvider(machine, platform);
  if (isMissing(source) || source.kind === "mirror" || source.ownConfig !== undefined) return source;
  return (await registryAnswers(machine.env)) ? source : unreachableRegistry(machine.home);
}

/** Terraform can use a proxy that Node does not know of: then Terraform itself has to find out. */
async function registryAnswers(env: Machine["env"]): Promise<boolean> {
  if (env["HTTPS_PROXY"] || env["https_proxy"]) return true;
  const address = "https://registry.terraform.io/.well-known/terraform.json";
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(8000) });
    return answer.ok;
  } catch {
    return false;
  }
}
