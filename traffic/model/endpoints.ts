import { UNKNOWN, type Resource } from "../terraform";
import { flag, text, written } from "./attributes";
import type { Subnet, Vpc } from "./network";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { RouteTable } from "./routes";
import type { SecurityGroup } from "./security-groups";
import { together, type Several } from "./several";
import type { Known } from "./truth";

/** A private way from a VPC to an AWS service. */
export interface Endpoint extends Part {
  readonly vpc: Known<Vpc>;
  /** The service's short name: `s3`, `ecr.dkr`, `ecr.api`, `logs`, `secretsmanager`, `ssm`. */
  readonly service: Known<string>;
  readonly kind: Known<"Gateway" | "Interface" | "GatewayLoadBalancer" | "Resource" | "ServiceNetwork">;
  /** Where an interface endpoint has its addresses. */
  readonly subnets: Several<Subnet>;
  readonly securityGroups: Several<SecurityGroup>;
  /** Tables in which a gateway endpoint has its routes. */
  readonly routeTables: Several<RouteTable>;
  /** True if the service's usual name leads to the endpoint. */
  readonly hasPrivateDns: Known<boolean>;
}

const KINDS = ["Gateway", "Interface", "GatewayLoadBalancer", "Resource", "ServiceNetwork"] as const;

export function endpoint(resource: Resource, parts: Parts): Endpoint {
  const { values } = resource;
  const service = text(values.service_name);
  const kind = text(written(resource, "vpc_endpoint_type")) ?? "Gateway";
  const lists = { subnets: "subnet_ids", groups: "security_group_ids", tables: "route_table_ids" };
  const subnets = once(() =>
    together([
      parts.subnets.several(written(resource, lists.subnets)),
      ...parts.endpointLinks.subnetsOf(self),
    ]),
  );
  const routeTables = once(() =>
    together([
      parts.routeTables.several(written(resource, lists.tables)),
      ...parts.endpointLinks.tablesOf(self),
    ]),
  );
  const self: Endpoint = {
    ...partOf(resource),
    get vpc() {
      return parts.vpcs.one(values.vpc_id) ?? UNKNOWN;
    },
    service: typeof service === "string" ? service.replace(/^com\.amazonaws\.[^.]+\./, "") : UNKNOWN,
    kind: KINDS.find((one) => one === kind) ?? UNKNOWN,
    get subnets() {
      return subnets();
    },
    get securityGroups() {
      return parts.securityGroups.several(written(resource, lists.groups));
    },
    get routeTables() {
      return routeTables();
    },
    hasPrivateDns: flag(written(resource, "private_dns_enabled")) ?? false,
  };
  return self;
}
