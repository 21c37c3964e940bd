import type { NameClash, Terraform } from "../terraform";
import type { Certificate } from "./certificates";
import type { Endpoint } from "./endpoints";
import type { Instance } from "./instances";
import type { Listener, ListenerRule } from "./listeners";
import type { LoadBalancer } from "./load-balancers";
import type { InternetGateway, NatGateway, Subnet, Vpc } from "./network";
import type { NetworkAcl } from "./network-acls";
import { Order } from "./order";
import { Parts } from "./parts";
import type { Role } from "./roles";
import type { RouteTable } from "./routes";
import type { SecurityGroup } from "./security-groups";
import type { Cluster, Service } from "./services";
import type { TargetGroup } from "./target-groups";
import type { TaskDefinition } from "./task-definitions";

/**
 * Who reaches whom, as far as one file of Terraform JSON says: typed parts that refer to each other. What can't be known
 * yet is UNKNOWN, and lists that may be longer say so (`open`, `mayHaveOthers`). In the order of the file.
 */
export interface Landscape {
  readonly kind: Terraform["kind"];
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly internetGateways: readonly InternetGateway[];
  readonly natGateways: readonly NatGateway[];
  readonly instances: readonly Instance[];
  readonly routeTables: readonly RouteTable[];
  readonly networkAcls: readonly NetworkAcl[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly listeners: readonly Listener[];
  readonly listenerRules: readonly ListenerRule[];
  readonly targetGroups: readonly TargetGroup[];
  readonly certificates: readonly Certificate[];
  readonly clusters: readonly Cluster[];
  readonly services: readonly Service[];
  readonly taskDefinitions: readonly TaskDefinition[];
  readonly endpoints: readonly Endpoint[];
  readonly roles: readonly Role[];
  readonly order: Order;
  /** Names that resources of other stacks have as well. */
  readonly clashes: readonly NameClash[];
}

/** The landscape in one file; pure, and it never fails. */
export function landscape(terraform: Terraform): Landscape {
  const parts = new Parts(terraform);
  return {
    kind: terraform.kind,
    vpcs: parts.vpcs.all,
    subnets: parts.subnets.all,
    internetGateways: parts.internetGateways.all,
    natGateways: parts.natGateways.all,
    instances: parts.instances.all,
    routeTables: parts.routeTables.all,
    networkAcls: parts.networkAcls.all,
    securityGroups: parts.securityGroups.all,
    loadBalancers: parts.loadBalancers.all,
    listeners: parts.listeners.all,
    listenerRules: parts.listenerRules.all,
    targetGroups: parts.targetGroups.all,
    certificates: parts.certificates.all,
    clusters: parts.clusters.all,
    services: parts.services.all,
    taskDefinitions: parts.taskDefinitions.all,
    endpoints: parts.endpoints.all,
    roles: parts.roles.all,
    order: new Order(terraform),
    clashes: terraform.clashes ?? [],
  };
}
