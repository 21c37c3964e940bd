import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../json";
import { isJson } from "../../json";
import { blocksOf } from "../seeding/synthesized";
import { readSynthesized } from "./stack-steps";
import { StepFailure } from "./step-failure";
import { QUIET, type Terraform } from "../../terraform/terraform";

/** Attributes by which AWS itself refuses to delete something. */
const FLAGS = ["enable_deletion_protection", "deletion_protection", "deletion_protection_enabled"];

export interface Protection {
  /** Addresses of what Terraform refuses to destroy. */
  readonly refusing: readonly string[];
  /** What lifts all protection, for an override file. */
  readonly override: Json;
  /** Whether AWS refuses as well, and has to be told before. */
  readonly needsApply: boolean;
}

/** How a synthesized stack is protected from being destroyed; nothing if it isn't. */
export function protectionOf(synthesized: Json): Protection | undefined {
  const found = blocksOf(synthesized, "resource").flatMap(({ type, name, body }) => {
    const lifecycle = [body["lifecycle"]].flat().find(isJson);
    const refuses = lifecycle?.["prevent_destroy"] === true;
    const flags = FLAGS.filter((flag) => body[flag] === true);
    const lifted = {
      ...Object.fromEntries(flags.map((flag) => [flag, false])),
      ...(refuses ? { lifecycle: { prevent_destroy: false } } : {}),
    };
    return refuses || flags.length > 0 ? [{ type, name, refuses, flags, lifted }] : [];
  });
  if (found.length === 0) return undefined;
  const resource: Record<string, Record<string, Json>> = {};
  for (const { type, name, lifted } of found) (resource[type] ??= {})[name] = lifted;
  return {
    refusing: found.filter(({ refuses }) => refuses).map(({ type, name }) => `${type}.${name}`),
    override: { resource },
    needsApply: found.some(({ flags }) => flags.length > 0),
  };
}

/** Asks for the destroy of everything, and fails unless Terraform refuses and names all that is protected. */
export async function proveProtected(terraform: Terraform): Promise<string> {
  const { refusing = [] } = protectionOf(readSynthesized(terraform.folder)) ?? {};
  if (refusing.length === 0) return "protected: by AWS alone, which is not asked";
  const args = ["plan", "-destroy", ...QUIET];
  const { exitCode, stderr } = await terraform.run({ step: "protection", args, accepted: [0, 1] });
  const missed = refusing.filter((address) => !isRefused(address, stderr));
  if (exitCode === 0 || missed.length > 0)
    throw new StepFailure(`Terraform would destroy what is protected: ${missed.join(", ")}`);
  return "protected: refused to destroy, as it should";
}

function isRefused(address: string, stderr: string): boolean {
  // Terraform wraps its sentences to the width of a terminal, behind a frame.
  const lines = stderr.split("\n").map((line) => line.replace(/^[\s│]+/, "").trimEnd());
  return stderr.includes("prevent_destroy") && lines.join(" ").includes(address);
}

/** Takes the protection away in the rehearsal's copy, beside what was synthesized, so that it can be destroyed. */
export async function liftProtection(terraform: Terraform): Promise<string> {
  const protection = protectionOf(readSynthesized(terraform.folder));
  if (protection === undefined) return "nothing to lift";
  writeFileSync(join(terraform.folder, "protection_override.tf.json"), JSON.stringify(protection.override));
  if (!protection.needsApply) return "in Terraform alone";
  await terraform.run({ step: "lift", args: ["apply", ...QUIET, "-auto-approve"] });
  return "in Terraform and AWS";
}
