import { isAbsolute } from "node:path";
import type { Json } from "../../json";
import { isJson } from "../../json";

/**
 * A rehearsal must never touch the state of the real thing: a stack that keeps its state elsewhere gets this override,
 * which Terraform merges over the stack. Nothing if the state is a file of the rehearsal's anyway: CDKTF's own stacks
 * keep theirs in the project, by its absolute path.
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
export function backendOverride(stack: string, synthesized: Json): Json | undefined {
  const terraform = isJson(synthesized["terraform"]) ? synthesized["terraform"] : {};
  const backend = isJson(terraform["backend"]) ? terraform["backend"] : {};
  const isOwn = Object.entries(backend).every(([kind, given]) => kind === "local" && !isElsewhere(given));
  if (isOwn && terraform["cloud"] === undefined) return undefined;
  return { terraform: { backend: { local: { path: `../../../terraform.${stack}.tfstate` } } } };
}

/** States kept elsewhere that a stack reads: a rehearsal reads none but those of its own stacks. */
export function foreignStates(synthesized: Json): string[] {
  const data = isJson(synthesized["data"]) ? synthesized["data"] : {};
  const states = isJson(data["terraform_remote_state"]) ? data["terraform_remote_state"] : {};
  return Object.entries(states)
    .filter(([, state]) => isJson(state) && (state["backend"] !== "local" || isElsewhere(state["config"])))
    .map(([name, state]) => `${name} in ${isJson(state) ? String(state["backend"]) : "an unknown place"}`);
}

/** A file that is named by its whole path. */
function isElsewhere(settings: unknown): boolean {
  const path = isJson(settings) ? settings["path"] : undefined;
  return typeof path === "string" && isAbsolute(path);
}
