import type { Resource, Terraform } from "../terraform";
import { Catalogue, Shelf } from "./catalogue";
import { certificate, type Certificate } from "./certificates";
import { DoorNames } from "./door-names";
import { EndpointLinks } from "./endpoint-links";
import { endpoint, type Endpoint } from "./endpoints";
import { fileSystem, mountTarget, type FileSystem, type MountTarget } from "./file-systems";
import { Filtering } from "./filtering";
import { Forwarding } from "./forwarding";
import { instance, type Instance } from "./instances";
import { listener, listenerRule, type Listener, type ListenerRule } from "./listeners";
import { loadBalancer, type LoadBalancer } from "./load-balancers";
import { internetGateway, natGateway, subnet, vpc } from "./network";
import type { InternetGateway, NatGateway, Subnet, Vpc } from "./network";
import { discoveryService, namespace, NAMESPACES } from "./namespaces";
import type { DiscoveryService, Namespace } from "./namespaces";
import { networkAcl, type NetworkAcl } from "./network-acls";
import { Ownership } from "./ownership";
import type { Part } from "./part";
import { policySource, type PolicySource } from "./policies";
import { role, type Role } from "./roles";
import { routeTable, type RouteTable } from "./routes";
import { Routing } from "./routing";
import { securityGroup, type SecurityGroup } from "./security-groups";
import { cluster, service, type Cluster, type Service } from "./services";
import { Styles } from "./styles";
import { targetGroup, type TargetGroup } from "./target-groups";
import { taskDefinition, type TaskDefinition } from "./task-definitions";

/** They lead from the internet to load balancers that are internal. */
const ENTRANCES = [
  "aws_apigatewayv2_vpc_link",
  "aws_api_gateway_vpc_link",
  "aws_cloudfront_vpc_origin",
  "aws_globalaccelerator_endpoint_group",
  "aws_globalaccelerator_custom_routing_endpoint_group",
  "aws_vpc_endpoint_service",
] as const;

/**
 * Everything in one file, by kind, and who belongs to whom. Parts find each other here when they are asked, never while
 * they are made: they refer to each other in circles.
 */
export class Parts {
  public readonly kind: Terraform["kind"];
  public readonly vpcs: Catalogue<Vpc>;
  public readonly subnets: Catalogue<Subnet>;
  public readonly internetGateways: Catalogue<InternetGateway>;
  public readonly natGateways: Catalogue<NatGateway>;
  public readonly instances: Catalogue<Instance>;
  public readonly routeTables: Catalogue<RouteTable>;
  public readonly networkAcls: Catalogue<NetworkAcl>;
  public readonly securityGroups: Catalogue<SecurityGroup>;
  public readonly loadBalancers: Catalogue<LoadBalancer>;
  public readonly listeners: Catalogue<Listener>;
  public readonly listenerRules: Catalogue<ListenerRule>;
  public readonly targetGroups: Catalogue<TargetGroup>;
  public readonly certificates: Catalogue<Certificate>;
  public readonly clusters: Catalogue<Cluster>;
  public readonly services: Catalogue<Service>;
  public readonly namespaces: Catalogue<Namespace>;
  public readonly discoveryServices: Catalogue<DiscoveryService>;
  public readonly taskDefinitions: Catalogue<TaskDefinition>;
  public readonly endpoints: Catalogue<Endpoint>;
  public readonly fileSystems: Catalogue<FileSystem>;
  public readonly mountTargets: Catalogue<MountTarget>;
  public readonly roles: Catalogue<Role>;
  public readonly policies: Catalogue<PolicySource>;
  public readonly policyDocuments: ReadonlyMap<string, Resource>;

  /** True if something else than an internet-facing load balancer may let the internet in. */
  public readonly hasOtherEntrances: boolean;
  public readonly styles: Styles;
  public readonly routing: Routing;
  public readonly filtering: Filtering;
  public readonly forwarding: Forwarding;
  public readonly endpointLinks: EndpointLinks;
  public readonly doorNames: DoorNames;
  public readonly owned: Ownership;

  public constructor(terraform: Terraform) {
    const shelf = new Shelf(terraform);
    const all = <T extends Part>(
      make: (one: Resource, parts: Parts) => T,
      ...types: string[]
    ): Catalogue<T> => new Catalogue(shelf.ofType(...types), (resource) => make(resource, this));
    this.kind = terraform.kind;
    this.vpcs = all(vpc, "aws_vpc", "aws_default_vpc");
    this.subnets = all(subnet, "aws_subnet", "aws_default_subnet");
    this.internetGateways = all(internetGateway, "aws_internet_gateway");
    this.natGateways = all(natGateway, "aws_nat_gateway");
    this.instances = all(instance, "aws_instance");
    this.routeTables = all(routeTable, "aws_route_table", "aws_default_route_table");
    this.networkAcls = all(networkAcl, "aws_network_acl", "aws_default_network_acl");
    this.securityGroups = all(securityGroup, "aws_security_group", "aws_default_security_group");
    this.loadBalancers = all(loadBalancer, "aws_lb");
    this.listeners = all(listener, "aws_lb_listener");
    this.listenerRules = all(listenerRule, "aws_lb_listener_rule");
    this.targetGroups = all(targetGroup, "aws_lb_target_group");
    this.certificates = all(certificate, "aws_acm_certificate", "aws_acm_certificate_validation");
    this.clusters = all(cluster, "aws_ecs_cluster");
    this.services = all(service, "aws_ecs_service");
    this.namespaces = all(namespace, ...NAMESPACES);
    this.discoveryServices = all(discoveryService, "aws_service_discovery_service");
    this.taskDefinitions = all(taskDefinition, "aws_ecs_task_definition");
    this.endpoints = all(endpoint, "aws_vpc_endpoint");
    this.fileSystems = all(fileSystem, "aws_efs_file_system");
    this.mountTargets = all(mountTarget, "aws_efs_mount_target");
    this.roles = all(role, "aws_iam_role");
    this.policies = all(policySource, "aws_iam_policy");
    this.policyDocuments = new Map(shelf.ofType("aws_iam_policy_document").map((one) => [one.address, one]));

    this.hasOtherEntrances = shelf.ofType(...ENTRANCES).length > 0;
    this.styles = new Styles(shelf);
    this.routing = new Routing(shelf, this);
    this.filtering = new Filtering(shelf, this);
    this.forwarding = new Forwarding(this);
    this.doorNames = new DoorNames(shelf);
    this.endpointLinks = new EndpointLinks(shelf, this);
    this.owned = new Ownership(shelf, this);
  }
}
