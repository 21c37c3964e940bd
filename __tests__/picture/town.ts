/** A stack as Terraform JSON of nobody's constructs: as many services and zones as a test asks for. */
export interface Town {
  readonly zones: readonly string[];
  readonly services: readonly House[];
  /** @default one */
  readonly nats?: "none" | "one" | "per-zone";
  /** @default 80 alone */
  readonly listeners?: readonly number[];
}

export interface House {
  readonly name: string;
  readonly port: number;
  /** Paths under which the load balancer leads to it; none for the listener's default. Left out, it does not. */
  readonly paths?: readonly string[];
  readonly count?: number | string;
  /** Who may call it. */
  readonly callers?: readonly string[];
}

type Body = Record<string, unknown>;
export type Resources = Record<string, Record<string, Body>>;

export interface Document {
  readonly terraform: Body;
  readonly resource: Resources;
  readonly variable: Body;
}

const idOf = (type: string, name: string): string => `\${${type}.${name}.id}`;
const arnOf = (type: string, name: string): string => `\${${type}.${name}.arn}`;
const key = (name: string): string => name.replace(/[^A-Za-z0-9]/g, "_");

export function townOf(town: Town): Document {
  const resource: Resources = { ...networkOf(town), ...doorOf(town) };
  const rules = { aws_vpc_security_group_ingress_rule: {}, aws_vpc_security_group_egress_rule: {} };
  for (const [type, bodies] of Object.entries(rules))
    resource[type] = { ...bodies, ...(resource[type] ?? {}) };
  for (const house of town.services) build(house, town, resource);
  return { terraform: {}, resource, variable: {} };
}

function networkOf({ zones, nats = "one" }: Town): Resources {
  const natZones = nats === "none" ? [] : nats === "one" ? zones.slice(0, 1) : zones;
  const named = <T>(make: (zone: string, index: number) => [string, T]): Record<string, T> =>
    Object.fromEntries(zones.map(make));
  const subnet = (index: number, zone: string, third: number, name: string): Body => ({
    vpc_id: idOf("aws_vpc", "town"),
    availability_zone: zone,
    cidr_block: `10.0.${third + index}.0/24`,
    tags: { Name: `${name}-${index + 1}` },
  });
  const natOf = (index: number): string | undefined => natZones[index] ?? natZones[0];
  return {
    aws_vpc: { town: { cidr_block: "10.0.0.0/16", tags: { Name: "town" } } },
    aws_internet_gateway: { way: { vpc_id: idOf("aws_vpc", "town") } },
    aws_subnet: {
      ...named((zone, index) => [`public_${key(zone)}`, subnet(index, zone, 0, "public")]),
      ...named((zone, index) => [`private_${key(zone)}`, subnet(index, zone, 100, "private")]),
    },
    aws_route_table: {
      public: { vpc_id: idOf("aws_vpc", "town") },
      ...named((zone) => [`private_${key(zone)}`, { vpc_id: idOf("aws_vpc", "town") }]),
    },
    aws_route: {
      public: route("public", { gateway_id: idOf("aws_internet_gateway", "way") }),
      ...Object.fromEntries(
        zones.flatMap((zone, index) => {
          const nat = natOf(index);
          const target = { nat_gateway_id: idOf("aws_nat_gateway", key(nat ?? "")) };
          return nat === undefined ? [] : [[`private_${key(zone)}`, route(`private_${key(zone)}`, target)]];
        }),
      ),
    },
    aws_route_table_association: {
      ...named((zone) => [`public_${key(zone)}`, association(`public_${key(zone)}`, "public")]),
      ...named((zone) => [
        `private_${key(zone)}`,
        association(`private_${key(zone)}`, `private_${key(zone)}`),
      ]),
    },
    aws_nat_gateway: Object.fromEntries(
      natZones.map((zone) => [
        key(zone),
        { subnet_id: idOf("aws_subnet", `public_${key(zone)}`), tags: { Name: `nat-${zone}` } },
      ]),
    ),
  };
}

function route(table: string, target: Body): Body {
  return { route_table_id: idOf("aws_route_table", table), destination_cidr_block: "0.0.0.0/0", ...target };
}

function association(subnet: string, table: string): Body {
  return { subnet_id: idOf("aws_subnet", subnet), route_table_id: idOf("aws_route_table", table) };
}

function doorOf({ zones, listeners = [80], services }: Town): Resources {
  const standard = services.find(({ paths }) => paths?.length === 0);
  const action = standard
    ? { type: "forward", target_group_arn: arnOf("aws_lb_target_group", key(standard.name)) }
    : { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "404" } };
  return {
    aws_security_group: { door: { name: "door-sg", vpc_id: idOf("aws_vpc", "town") } },
    aws_lb: {
      door: {
        name: "town-door",
        internal: false,
        subnets: zones.map((zone) => idOf("aws_subnet", `public_${key(zone)}`)),
        security_groups: [idOf("aws_security_group", "door")],
      },
    },
    aws_lb_listener: Object.fromEntries(
      listeners.map((port) => [
        `on_${port}`,
        { load_balancer_arn: arnOf("aws_lb", "door"), port, protocol: "HTTP", default_action: [action] },
      ]),
    ),
    aws_lb_target_group: {},
    aws_lb_listener_rule: {},
    aws_ecs_task_definition: {},
    aws_ecs_service: {},
    aws_vpc_security_group_ingress_rule: Object.fromEntries(
      listeners.map((port) => [`door_${port}`, rule("door", port, { cidr_ipv4: "0.0.0.0/0" })]),
    ),
  };
}

function rule(group: string, port: number, peer: Body): Body {
  return {
    security_group_id: idOf("aws_security_group", group),
    from_port: port,
    to_port: port,
    ip_protocol: "tcp",
    ...peer,
  };
}

function build({ name, port, paths, count = 2, callers = [] }: House, town: Town, to: Resources): void {
  const id = key(name);
  const put = (type: string, as: string, body: Body): void => {
    (to[type] ??= {})[as] = body;
  };
  const open = (from: string, group: string): void => {
    const peer = (other: string): Body => ({
      referenced_security_group_id: idOf("aws_security_group", other),
    });
    put("aws_vpc_security_group_ingress_rule", `${group}_from_${from}`, rule(group, port, peer(from)));
    put("aws_vpc_security_group_egress_rule", `${from}_to_${group}`, rule(from, port, peer(group)));
  };
  put("aws_security_group", id, { name: `${name}-sg`, vpc_id: idOf("aws_vpc", "town") });
  put("aws_vpc_security_group_egress_rule", `${id}_out`, rule(id, 443, { cidr_ipv4: "0.0.0.0/0" }));
  callers.forEach((caller) => open(key(caller), id));
  put("aws_ecs_task_definition", id, {
    family: name,
    container_definitions: JSON.stringify([{ name, image: "x", portMappings: [{ containerPort: port }] }]),
  });
  const registration = {
    target_group_arn: arnOf("aws_lb_target_group", id),
    container_name: name,
    container_port: port,
  };
  put("aws_ecs_service", id, {
    name,
    desired_count: count,
    task_definition: arnOf("aws_ecs_task_definition", id),
    network_configuration: {
      subnets: town.zones.map((zone) => idOf("aws_subnet", `private_${key(zone)}`)),
      security_groups: [idOf("aws_security_group", id)],
    },
    ...(paths === undefined ? {} : { load_balancer: [registration] }),
  });
  if (paths === undefined) return;
  open("door", id);
  put("aws_lb_target_group", id, {
    name: `${name}-tg`,
    port,
    protocol: "HTTP",
    target_type: "ip",
    vpc_id: idOf("aws_vpc", "town"),
    health_check: { path: `/${name}/health` },
  });
  if (paths.length > 0)
    put("aws_lb_listener_rule", id, {
      listener_arn: arnOf("aws_lb_listener", `on_${town.listeners?.[0] ?? 80}`),
      priority: 10 * Object.keys(to.aws_lb_listener_rule ?? {}).length + 10,
      condition: [{ path_pattern: [{ values: paths }] }],
      action: [{ type: "forward", target_group_arn: registration.target_group_arn }],
    });
}

/** Twelve services: eight behind one load balancer, by path, and four that only others reach. */
export const TWELVE: Town = {
  zones: ["us-east-1a", "us-east-1b"],
  services: [
    { name: "web", port: 8000, paths: [] },
    { name: "orders", port: 8001, paths: ["/orders/*"], count: 3 },
    { name: "cart", port: 8002, paths: ["/cart/*"], count: 4 },
    { name: "catalogue", port: 8003, paths: ["/catalogue/*", "/categories/*", "/brands/*"], count: 6 },
    { name: "search", port: 8004, paths: ["/search"] },
    { name: "accounts", port: 8005, paths: ["/accounts/*", "/login"], count: 12 },
    { name: "recommendations-for-returning-visitors", port: 8006, paths: ["/recommendations/*"], count: 0 },
    {
      name: "image-thumbnails",
      port: 8007,
      paths: ["/images/thumbnails/very/deep/below/*"],
      count: "${var.x}",
    },
    { name: "payments", port: 9000, callers: ["orders", "cart"] },
    { name: "stock", port: 9001, callers: ["orders", "catalogue", "cart"] },
    { name: "mail", port: 9002, callers: ["accounts"] },
    { name: "ledger", port: 9003, callers: ["payments"] },
  ],
};
