import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compareVersions, isWithin } from "./version";

/** The range that the stacks are synthesized for. */
export const providerRange = { from: "5.100.0", below: "7.0.0" } as const;
/** The folders that lead to the provider in any mirror. */
export const providerPath = ["registry.terraform.io", "hashicorp", "aws"] as const;

export interface Mirror {
  readonly folder: string;
  readonly version: string;
  /** Unpacked providers are linked where they lie; packed ones are unpacked first. */
  readonly packed: boolean;
}

/** The newest usable provider in a mirror folder; nothing if it has none for this platform and range. */
export function mirrorIn(folder: string, platform: string): Mirror | undefined {
  const home = join(folder, ...providerPath);
  const entries = namesIn(home);
  const unpacked = entries.filter((version) => holdsProvider(join(home, version, platform)));
  const packed = entries.flatMap((name) => packedVersion(name, platform));
  const usable = [...unpacked, ...packed].filter((version) => isWithin(version, providerRange));
  const version = usable.sort(compareVersions).at(-1);
  return version === undefined ? undefined : { folder, version, packed: !unpacked.includes(version) };
}

function holdsProvider(folder: string): boolean {
  return namesIn(folder).some((name) => name.startsWith("terraform-provider-aws"));
}

function packedVersion(name: string, platform: string): string[] {
  const prefix = "terraform-provider-aws_";
  const suffix = `_${platform}.zip`;
  const isPacked = name.startsWith(prefix) && name.endsWith(suffix);
  return isPacked ? [name.slice(prefix.length, -suffix.length)] : [];
}

/** A folder that is not there, or not ours to read, is an empty one. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
