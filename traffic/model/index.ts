export { UNKNOWN } from "../terraform";
export { type Action, type ForwardTarget } from "./actions";
export { groupLets, letsPass, ruleLets, type Members, type Party } from "./admission";
export { type Certificate } from "./certificates";
export {
  blockOf,
  contains,
  EVERYWHERE,
  overlap,
  parseCidr,
  usableAddresses,
  type Block,
  type Cidr,
} from "./cidr";
export { type Condition } from "./conditions";
export { type Container, type PortMapping, type Variable } from "./containers";
export {
  deliveriesIn,
  deliveriesTo,
  healthCheckPort,
  membersOf,
  registrationsWith,
  type Delivery,
} from "./deliveries";
export { ECR_IMAGE, ecrRepositoryArn, PARTITIONS } from "./ecr-images";
export { type Endpoint } from "./endpoints";
export { type FileSystem, type MountTarget } from "./file-systems";
export { type Instance } from "./instances";
export { listenerOf, type Forwarder } from "./forwarding";
export { fitsGlob } from "./glob";
export { shadowedRules } from "./shadowed-rules";
export { landscape, type Landscape } from "./landscape";
export { forwardedTo, type Listener, type ListenerRule } from "./listeners";
export { type LoadBalancer } from "./load-balancers";
export { type InternetGateway, type NatGateway, type Subnet, type Vpc } from "./network";
export { missingEndpoints, needsOf, type Needs } from "./needs";
export { isSameNamespace, type DiscoveryService, type Namespace } from "./namespaces";
export { addressesIn, type NetworkAddress } from "./network-addresses";
export { passes, type AclEntry, type NetworkAcl, type Ports } from "./network-acls";
export { opensEveryPort, opensToInternet } from "./open-to-internet";
export { type Order } from "./order";
export { type Part } from "./part";
export { mayDo, type Role } from "./roles";
export {
  DEFAULT_IPV6_ROUTE,
  DEFAULT_ROUTE,
  ipv6WayOut,
  isPublic,
  wayOut,
  type Route,
  type RouteTable,
  type RouteTarget,
} from "./routes";
export { type Scaling } from "./scaling";
export { GROUP_RULES, type Peer, type SecurityGroup, type TrafficRule } from "./security-groups";
export { type Offer, type ServiceConnect } from "./service-connect";
export { namespaceOf, type Cluster, type Registration, type Service } from "./services";
export { anyOf, eachOf, exactly, isExact, NONE, together, type Several } from "./several";
export { type HealthCheck, type TargetGroup } from "./target-groups";
export { type TaskDefinition } from "./task-definitions";
export { about, every, ifKnown, not, some, type Known, type Truth } from "./truth";
