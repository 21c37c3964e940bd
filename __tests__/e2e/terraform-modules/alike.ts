/** A resource in a state, as `terraform show -json` has it. */
interface Resource {
  readonly mode: string;
  readonly type: string;
  readonly values: Record<string, unknown>;
}

interface Module {
  readonly resources?: readonly Resource[];
  readonly child_modules?: readonly Module[];
}

export interface State {
  readonly values: { readonly root_module: Module };
}

/** AWS draws these by lot, or by the clock. */
const DRAWN = new Set([
  "unique_id",
  "created_date",
  "create_date",
  "creation_date",
  "revision",
  "name_prefix",
  "public_dns",
  "private_dns",
]);

/**
 * Every AWS resource of a state in terms of the others: what AWS draws by lot (ids, ARNs) becomes what it is the id of, so that
 * two states are alike if these texts are. Empty lists, maps and texts are left out: they mean that nothing was said.
 */
export function describeState(state: State): string[] {
  const resources = all(state.values.root_module).filter(
    ({ mode, type }) => mode === "managed" && type.startsWith("aws_"),
  );
  const names = namesOf(resources);
  return resources
    .map(({ type, values }) => `${type} ${JSON.stringify(plain(values, names), undefined, 1)}`)
    .sort();
}

function all({ resources = [], child_modules: children = [] }: Module): Resource[] {
  return [...resources, ...children.flatMap(all)];
}

/** The ids of a resource, longest first, and who has them. */
function namesOf(resources: readonly Resource[]): [string, string][] {
  const names = resources.flatMap(({ type, values }): [string, string][] => {
    const name = `<${type} ${labelOf(values)}>`;
    const drawn = [
      "arn",
      "id",
      "association_id",
      "allocation_id",
      "dns_name",
      "arn_suffix",
      "security_group_rule_id",
      "public_ip",
      "private_ip",
      "network_interface_id",
      "default_route_table_id",
      "default_security_group_id",
      "default_network_acl_id",
      "main_route_table_id",
      "dhcp_options_id",
      "prefix_list_id",
      "name",
    ];
    return drawn
      .map((key) => values[key])
      .filter(
        (value): value is string =>
          typeof value === "string" && /[0-9a-f]{8}|\d+\.\d+\.\d+\.\d+$|-\d{5,}/.test(value),
      )
      .map((value) => [value, name]);
  });
  return names.sort(([one], [other]) => other.length - one.length);
}

function labelOf(values: Record<string, unknown>): string {
  const tags = values.tags as Record<string, string> | null | undefined;
  const { destination_cidr_block: route, description, from_port: port } = values;
  return [tags?.Name ?? "", description ?? "", route ?? "", port ?? ""].join(" ").trim();
}

function plain(value: unknown, names: readonly [string, string][]): unknown {
  if (typeof value === "string") {
    const text = names.reduce((result, [id, name]) => result.replaceAll(id, name), value);
    return /^[[{].*[\]}]$/s.test(text) ? parsed(text, names) : text;
  }
  if (Array.isArray(value)) {
    return value
      .map((one) => plain(one, names))
      .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key]) => !DRAWN.has(key))
    .map(([key, one]): [string, unknown] => [key, plain(one, names)])
    .filter(([, one]) => !isNothing(one))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(kept);
}

/** Two spellings of one JSON text are one text. */
function parsed(text: string, names: readonly [string, string][]): unknown {
  try {
    return { json: plain(JSON.parse(text), names) };
  } catch {
    return text;
  }
}

function isNothing(value: unknown): boolean {
  if (value === null || value === "" || value === false) return true;
  return typeof value === "object" && Object.keys(value as object).length === 0;
}
