import type { Json } from "../json";
import { isJson, jsonList } from "../json";

const maxDifferences = 30;

/** What a plan that should be empty wants to change, a line each; `plan` is the answer of `terraform show -json`. */
export function planDifferences(plan: Json): string[] {
  const resources = jsonList(plan["resource_changes"]).flatMap(resourceDifferences);
  const outputs = isJson(plan["output_changes"]) ? Object.entries(plan["output_changes"]) : [];
  const changed = outputs.filter(([, change]) => isJson(change) && !isNoChange(change));
  const lines = [...resources, ...changed.map(([name]) => `output.${name} would change`)];
  const more = lines.length - maxDifferences;
  return more > 0 ? [...lines.slice(0, maxDifferences), `and ${more} more`] : lines;
}

/** Whether a change in a plan leaves what stands as it is. */
export function isNoChange(change: Json): boolean {
  const actions = change["actions"];
  return Array.isArray(actions) && actions.every((action) => action === "no-op" || action === "read");
}

function resourceDifferences(resource: Json): string[] {
  const change = resource["change"];
  if (!isJson(change) || isNoChange(change)) return [];
  const address = String(resource["address"]);
  const actions = String(change["actions"]);
  if (actions === "create") return [`${address} would be created`];
  if (actions === "delete") return [`${address} would be destroyed`];
  const verb = actions === "update" ? "changed" : "replaced";
  const fields = changedFields(change).map((field) => `\n    ${field}`);
  return [`${address} would be ${verb}${fields.join("")}`];
}

function changedFields(change: Json): string[] {
  const before = isJson(change["before"]) ? change["before"] : {};
  const after = isJson(change["after"]) ? change["after"] : {};
  const unknown = isJson(change["after_unknown"]) ? change["after_unknown"] : {};
  return Object.keys({ ...before, ...after })
    .filter((field) => !(field in unknown) || isJson(after[field]))
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => `${field}: ${JSON.stringify(before[field])} -> ${JSON.stringify(after[field])}`);
}
