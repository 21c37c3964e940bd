import { UNKNOWN, type Resource, type Values } from "../terraform";
import { block, blocks, flag, number, text, texts, written } from "./attributes";
import type { Subnet } from "./network";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { Scaling } from "./scaling";
import type { SecurityGroup } from "./security-groups";
import { namespaceIn, type DiscoveryService, type Namespace } from "./namespaces";
import { serviceConnectIn, type ServiceConnect } from "./service-connect";
import { ANYTHING, together, type Several } from "./several";
import type { TargetGroup } from "./target-groups";
import type { TaskDefinition } from "./task-definitions";
import type { Known } from "./truth";

export interface Cluster extends Part {
  readonly services: readonly Service[];
  /** Where its services find each other unless they say otherwise. */
  readonly namespace: Known<Namespace | string> | undefined;
}

export interface Service extends Part {
  readonly cluster: Known<Cluster> | undefined;
  readonly taskDefinition: Known<TaskDefinition> | undefined;
  /** True for Fargate and Fargate Spot. */
  readonly isFargate: Known<boolean>;
  readonly subnets: Several<Subnet>;
  readonly securityGroups: Several<SecurityGroup>;
  /** How many different ones it names at the least; ids of what this file does not show count too. */
  readonly least: { readonly subnets: number; readonly securityGroups: number };
  readonly assignsPublicAddresses: Known<boolean>;
  /** Where its tasks are registered. */
  readonly registrations: Known<readonly Registration[]>;
  /** True if it is registered with a load balancer of the previous generation, of which nothing is read. */
  readonly hasClassicLoadBalancer: boolean;
  readonly serviceConnect: Known<ServiceConnect> | undefined;
  /** Services of Cloud Map whose names lead to its tasks. */
  readonly registries: Several<DiscoveryService>;
  /** Whether sessions may be opened in its containers (ECS Exec). */
  readonly opensSessions: Known<boolean>;
  readonly desiredCount: Known<number>;
  /** The most tasks it can have: what scaling allows, or the desired count. */
  readonly mostTasks: Known<number>;
  readonly scaling: Scaling | undefined;
  /** Tasks during a deployment, in percent of those desired. */
  readonly deploymentMaximumPercent: Known<number>;
  readonly waitsForSteadyState: Known<boolean>;
  readonly hasCircuitBreaker: Known<boolean>;
  /** `ECS`, `CODE_DEPLOY` or `EXTERNAL`. */
  readonly deploymentController: Known<string>;
}

/** A target group, and the container and port that are registered with it. */
export interface Registration {
  readonly targetGroup: Known<TargetGroup>;
  readonly containerName: Known<string>;
  readonly containerPort: Known<number>;
}

export function cluster(resource: Resource, parts: Parts): Cluster {
  const defaults = block(resource.values.service_connect_defaults);
  return {
    ...partOf(resource),
    get services() {
      return parts.owned.services.of(this);
    },
    get namespace() {
      return namespaceIn(defaults === UNKNOWN ? UNKNOWN : defaults?.namespace, parts);
    },
  };
}

export function service(resource: Resource, parts: Parts): Service {
  const network = block(resource.values.network_configuration);
  const registrations = once(() => registrationsIn(resource, parts));
  const subnets = once(() => membersOf(network, "subnets", parts.subnets));
  const groups = once(() => membersOf(network, "security_groups", parts.securityGroups));
  const scaling = once(() => parts.owned.scalings.of(self)[0]);
  const self: Service = {
    ...partOf(resource),
    get cluster() {
      return parts.clusters.one(written(resource, "cluster"));
    },
    get taskDefinition() {
      return parts.taskDefinitions.one(written(resource, "task_definition"));
    },
    get subnets() {
      return subnets();
    },
    get securityGroups() {
      return groups();
    },
    get least() {
      return leastOf(network, parts);
    },
    get registries() {
      return registriesIn(resource, parts);
    },
    get registrations() {
      return registrations();
    },
    get mostTasks() {
      return parts.owned.scalings.maybeOf(self).length > 0 ? UNKNOWN : most(self.desiredCount, scaling());
    },
    get scaling() {
      return scaling();
    },
    ...settingsOf(resource, network, parts),
    ...deploymentOf(resource),
  };
  return self;
}

function leastOf(network: Known<Values> | undefined, parts: Parts): Service["least"] {
  const { subnets, security_groups: groups } = network === undefined || network === UNKNOWN ? {} : network;
  return { subnets: parts.subnets.least(subnets), securityGroups: parts.securityGroups.least(groups) };
}

function settingsOf(
  resource: Resource,
  network: Known<Values> | undefined,
  parts: Parts,
): Pick<Service, "assignsPublicAddresses" | "serviceConnect" | "desiredCount"> {
  return {
    desiredCount: number(written(resource, "desired_count")) ?? 0,
    assignsPublicAddresses: (network === UNKNOWN ? UNKNOWN : flag(network?.assign_public_ip)) ?? false,
    serviceConnect: serviceConnectIn(resource.values.service_connect_configuration, parts),
  };
}

/** Where Service Connect finds others for a service, and it for others. */
export function namespaceOf({ serviceConnect, cluster: home }: Service): Cluster["namespace"] {
  if (serviceConnect === UNKNOWN || serviceConnect === undefined) return serviceConnect;
  return serviceConnect.namespace ?? (home === UNKNOWN ? UNKNOWN : home?.namespace);
}

function registriesIn({ values }: Resource, parts: Parts): Several<DiscoveryService> {
  const found = blocks(values.service_registries);
  if (found === UNKNOWN) return ANYTHING;
  return together(found.map(({ registry_arn: arn }) => parts.discoveryServices.several(arn)));
}

function deploymentOf(
  resource: Resource,
): Pick<
  Service,
  | "deploymentMaximumPercent"
  | "hasClassicLoadBalancer"
  | "opensSessions"
  | "waitsForSteadyState"
  | "hasCircuitBreaker"
  | "deploymentController"
  | "isFargate"
> {
  const { values } = resource;
  const breaker = block(values.deployment_circuit_breaker);
  const balancers = blocks(values.load_balancer);
  const controller = block(values.deployment_controller);
  return {
    deploymentMaximumPercent: number(values.deployment_maximum_percent) ?? 200,
    isFargate: isFargate(resource),
    hasClassicLoadBalancer: balancers !== UNKNOWN && balancers.some(isClassic),
    opensSessions: flag(written(resource, "enable_execute_command")) ?? false,
    waitsForSteadyState: flag(written(resource, "wait_for_steady_state")) ?? false,
    hasCircuitBreaker: breaker === UNKNOWN ? UNKNOWN : (flag(breaker?.enable) ?? false),
    deploymentController: controller === UNKNOWN ? UNKNOWN : (text(controller?.type) ?? "ECS"),
  };
}

function isClassic({ elb_name: name }: Values): boolean {
  return name !== undefined && name !== null && name !== "";
}

function most(desired: Known<number>, scaling: Scaling | undefined): Known<number> {
  if (scaling === undefined) return desired;
  if (desired === UNKNOWN || scaling.most === UNKNOWN) return scaling.most;
  return Math.max(desired, scaling.most);
}

/** Left out, the launch type is EC2, and the capacity providers are the cluster's default. */
function isFargate(resource: Resource): Known<boolean> {
  const launchType = text(written(resource, "launch_type"));
  const strategy = blocks(written(resource, "capacity_provider_strategy"));
  if (launchType !== undefined) return launchType === UNKNOWN ? UNKNOWN : launchType === "FARGATE";
  if (strategy === UNKNOWN || strategy.length === 0) return UNKNOWN;
  const providers = strategy.flatMap(({ capacity_provider: name }) => texts(name));
  if (providers.includes(UNKNOWN)) return UNKNOWN;
  return providers.every((name) => typeof name === "string" && name.startsWith("FARGATE"));
}

function membersOf<T>(
  network: Known<Values> | undefined,
  name: string,
  catalogue: { several(value: Values[string]): Several<T> },
): Several<T> {
  if (network === undefined || network === UNKNOWN) return ANYTHING;
  const found = catalogue.several(network[name]);
  return found.all.length === 0 ? ANYTHING : found;
}

function registrationsIn(resource: Resource, parts: Parts): Known<readonly Registration[]> {
  const found = blocks(resource.values.load_balancer);
  if (found === UNKNOWN) return UNKNOWN;
  return found
    .filter((one) => !isClassic(one))
    .flatMap((values) =>
      groupsIn(values).map((group) => ({
        targetGroup: parts.targetGroups.one(group) ?? UNKNOWN,
        containerName: text(values.container_name) ?? UNKNOWN,
        containerPort: number(values.container_port) ?? UNKNOWN,
      })),
    );
}

/** A service whose traffic shifts has two: the one it was first registered with, and its alternate. */
function groupsIn(values: Values): Values[string][] {
  const shift = block(values.advanced_configuration);
  const groups: Values[string][] = [values.target_group_arn];
  if (shift !== UNKNOWN && shift !== undefined) groups.push(shift.alternate_target_group_arn);
  return groups;
}
