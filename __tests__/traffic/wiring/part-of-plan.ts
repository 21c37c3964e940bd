type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;

interface Plan {
  readonly planned_values: {
    readonly root_module: { readonly child_modules: readonly (JsonObject & { address: string })[] };
  };
  readonly resource_changes: readonly { readonly address: string; readonly change: JsonObject }[];
  readonly configuration: {
    readonly root_module: {
      readonly module_calls: Readonly<Record<string, { readonly module: JsonObject }>>;
    };
  };
}

/** Nobody asks for these, and they are most of a plan. */
const LEFT_OUT = new Set([
  "tags",
  "tags_all",
  "timeouts",
  "description",
  "sensitive_values",
  "schema_version",
  "provider_name",
]);
const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The plan of a root that calls one module more, as if that module were the root. Only what is read is kept. */
export function partOfPlan(plan: Plan, name: string): string {
  const prefix = `module.${name}.`;
  const values = plan.planned_values.root_module.child_modules.find(
    ({ address }) => `${address}.` === prefix,
  );
  const changes = plan.resource_changes.filter(({ address }) => address.startsWith(prefix));
  const part = {
    format_version: "1.2",
    planned_values: { root_module: kept(values) },
    resource_changes: changes.map(({ address, change }) => ({
      address,
      change: { after_unknown: kept(change.after_unknown) },
    })),
    configuration: { root_module: kept(plan.configuration.root_module.module_calls[name]?.module) },
  };
  return JSON.stringify(part).replaceAll(JSON.stringify(prefix).slice(1, -1), "");
}

/** What is read of a part of a plan or a state. */
export function kept(value: Json): Json {
  if (Array.isArray(value)) return value.map(kept);
  if (!isObject(value)) return value;
  const parts = Object.entries(value)
    .filter(([name, part]) => !LEFT_OUT.has(name) && part !== null && !isTemplate(name, part))
    .map(([name, part]): [string, Json] => [name, kept(part)]);
  return Object.fromEntries(parts);
}

/** Of JSON, not of HCL, a plan keeps the text of expressions: nobody may rely on it. */
function isTemplate(name: string, part: Json): boolean {
  return name === "constant_value" && JSON.stringify(part).includes("${");
}
