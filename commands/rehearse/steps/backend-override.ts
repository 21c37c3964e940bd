import type { Json } from "../emulator/json";
import { isJson } from "../emulator/json";

/**
 * A rehearsal must never touch the state of the real thing: a stack that keeps its state elsewhere gets this override,
 * which Terraform merges over the stack. Nothing if the state is local anyway.
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
export function backendOverride(stack: string, synthesized: Json): Json | undefined {
  const terraform = isJson(synthesized["terraform"]) ? synthesized["terraform"] : {};
  const backend = isJson(terraform["backend"]) ? terraform["backend"] : {};
  const isLocal = Object.keys(backend).every((kind) => kind === "local");
  if (isLocal && terraform["cloud"] === undefined) return undefined;
  return { terraform: { backend: { local: { path: `../../../terraform.${stack}.tfstate` } } } };
}
