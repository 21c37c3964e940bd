import { isJson, jsonList, type Json } from "../json";

/** What a plan does to what stands. */
export interface Effect {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly replaced: readonly string[];
  readonly destroyed: readonly string[];
  /** State that moves to another address, untouched. */
  readonly moved: readonly string[];
}

/** Reads the answer of `terraform show -json` on a plan. */
export function effectOf(plan: Json): Effect {
  const changes = jsonList(plan["resource_changes"]).map((resource) => ({
    address: String(resource["address"]),
    moved: resource["previous_address"] !== undefined,
    actions: isJson(resource["change"]) ? String(resource["change"]["actions"]) : "",
  }));
  const by = (...actions: string[]): string[] =>
    changes.filter((change) => actions.includes(change.actions)).map(({ address }) => address);
  return {
    added: by("create"),
    changed: by("update"),
    replaced: by("create,delete", "delete,create"),
    destroyed: by("delete"),
    moved: changes.filter(({ moved }) => moved).map(({ address }) => address),
  };
}

/** Of what should last, what would be replaced, or destroyed while another of its kind stays. */
export function lost(effect: Effect, lasting: readonly string[]): string[] {
  return effect.replaced.filter((address) => lasting.includes(typeOf(address)));
}

export function typeOf(address: string): string {
  return address.split(".")[0] ?? "";
}
