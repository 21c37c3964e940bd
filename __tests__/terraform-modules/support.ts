import {
  AliasRecord,
  Certificate,
  Cluster,
  existingCertificate,
  ExistingHostedZone,
  ExistingNetwork,
  FargateService,
  HttpListener,
  HttpsListener,
  LoadBalancer,
  Network,
  secretsManagerSecret,
  ssmParameter,
  TargetGroup,
  type AwsStack,
  type Scaling,
  type TlsPolicy,
  type VpcNetwork,
} from "../../modules";
import { DEFAULT_TLS_POLICY } from "../../modules/load-balancer/listeners/tls-policies";
import type { ModuleDefinition } from "../../terraform-modules/definitions/definition";
import type { Json } from "../../terraform-modules/engine/json";

/** Inputs of a module as somebody gives them, with the defaults of those that were left out. */
export type Given = Readonly<Record<string, Json | undefined>>;

export function inputsOf({ inputs, least }: ModuleDefinition, given: Given): Given {
  const defaults = Object.entries(inputs).map(([name, input]) => [name, input.default ?? undefined]);
  return { ...Object.fromEntries(defaults), ...least, ...given };
}

/** The constructs with the very values that a module is given: what they refuse, a module refuses. */
export function construct(stack: AwsStack, { parts }: ModuleDefinition, given: Given): void {
  const network = networkOf(stack, parts.includes("front-door") && given.internal !== true, given);
  if (parts.length === 1 && parts[0] === "network") return;
  const targets = targetsOf(stack, network, given);
  const door = doorOf(stack, network, given);
  listen(stack, door, targets, given);
  if (parts.includes("service")) serviceOf(stack, network, targets, given);
}

const as = <T>(value: Json | undefined): T => value as T;

function networkOf(stack: AwsStack, isPublic: boolean, given: Given): VpcNetwork {
  const { vpc_id, subnet_ids, zones, cidr_block, nat } = given;
  if (vpc_id === undefined) {
    const props = { zones: as<string[]>(zones), cidrBlock: as<string>(cidr_block), nat: as<"single">(nat) };
    return new Network(stack, "Network", props);
  }
  const [own, others] = isPublic ? ["public", "private"] : ["private", "public"];
  return new ExistingNetwork(stack, "Network", {
    vpcId: as<string>(vpc_id),
    [`${own}SubnetIds`]: subnet_ids,
    [`${others}SubnetTags`]: { Tier: others },
  });
}

function targetsOf(stack: AwsStack, network: VpcNetwork, given: Given): TargetGroup {
  const check = as<Record<string, never>>(given.health_check) ?? {};
  return new TargetGroup(stack, "Targets", {
    network,
    port: as<number>(given.port),
    name: as<string>(given.target_group_name),
    deregistrationDelaySec: as<number>(given.deregistration_delay),
    healthCheck: {
      path: check.path,
      matcher: check.matcher,
      intervalSec: check.interval,
      timeoutSec: check.timeout,
      healthyThreshold: check.healthy_threshold,
      unhealthyThreshold: check.unhealthy_threshold,
    },
  });
}

function doorOf(stack: AwsStack, network: VpcNetwork, given: Given): LoadBalancer {
  const door = new LoadBalancer(stack, "Door", {
    network,
    scheme: given.internal === true ? "internal" : "internet-facing",
    name: as<string>(given.load_balancer_name ?? given.name),
    securityGroupName: as<string>(given.load_balancer_security_group_name),
    idleTimeoutSec: as<number>(given.idle_timeout),
  });
  const blocks = as<string[] | undefined>(given.allowed_cidr_blocks) ?? [];
  for (const block of blocks) door.securityGroup.admitBlock(block, 80);
  return door;
}

function listen(stack: AwsStack, loadBalancer: LoadBalancer, forwardTo: TargetGroup, given: Given): void {
  const isHttps = given.https === true;
  if (!isHttps && [undefined, DEFAULT_TLS_POLICY].includes(as<TlsPolicy>(given.tls_policy))) {
    new HttpListener(stack, "Http", { loadBalancer, forwardTo });
    return;
  }
  new HttpsListener(stack, "Https", {
    loadBalancer,
    forwardTo,
    certificates: isHttps ? certificates(stack, loadBalancer, given) : [existingCertificate(CERTIFICATE)],
    tlsPolicy: as<TlsPolicy>(given.tls_policy),
  });
}

const CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";

function certificates(stack: AwsStack, loadBalancer: LoadBalancer, given: Given) {
  const { create_certificate, certificate_arn, domain_name, hosted_zone_id } = given;
  // A zone by its id has no name that the constructs could look at: its name is then the domain's.
  const hosted_zone_name = given.hosted_zone_name ?? (hosted_zone_id === undefined ? undefined : domain_name);
  if (create_certificate === false) {
    return certificate_arn === undefined ? [] : [existingCertificate(as<string>(certificate_arn))];
  }
  if (domain_name === undefined || hosted_zone_name === undefined) return [];
  const name = as<string>(domain_name);
  const hostedZone = new ExistingHostedZone(stack, "Zone", { name: as<string>(hosted_zone_name) });
  new AliasRecord(stack, "Alias", { hostedZone, name, loadBalancer });
  return [new Certificate(stack, "Certificate", { hostedZone, domainName: name })];
}

function serviceOf(stack: AwsStack, network: VpcNetwork, targetGroup: TargetGroup, given: Given): void {
  const { scaling } = given;
  new FargateService(stack, "Service", {
    cluster: new Cluster(stack, "Cluster", { network }),
    targetGroup,
    serviceName: as<string>(given.service_name),
    securityGroupName: as<string>(given.service_security_group_name),
    desiredCount: as<number>(given.desired_count),
    healthCheckGraceSec: as<number>(given.health_check_grace_period),
    logRetentionDays: as<number>(given.log_retention_days),
    task: { architecture: as<"ARM64">(given.cpu_architecture) },
    container: {
      image: as<string>(given.image),
      command: as<string[]>(given.command),
      port: as<number>(given.port),
      user: as<string>(given.user),
      stopTimeoutSec: as<number>(given.stop_timeout),
      environment: as<Record<string, string>>(given.environment),
      plainTextSecrets: as<string[]>(given.plain_text_secrets),
      secrets: { ...secrets(given.secrets), ...parameters(given.ssm_secrets) },
    },
    ...(scaling !== undefined && { scaling: scalingOf(as<Record<string, number>>(scaling)) }),
  });
}

function scalingOf({ minimum, maximum, cpu_percent, requests_per_target }: Record<string, number>): Scaling {
  return {
    minimum: minimum!,
    maximum: maximum!,
    ...(cpu_percent !== undefined && { cpuPercent: cpu_percent }),
    ...(requests_per_target !== undefined && { requestsPerTarget: requests_per_target }),
  };
}

/** An ARN may be followed by what ECS takes of the secret. */
function secrets(given: Json | undefined) {
  return mapped(given, (arn) => {
    const [jsonKey, versionStage, versionId] = arn.split(":").slice(7);
    const part = {
      ...(jsonKey && { jsonKey }),
      ...(versionStage && { versionStage }),
      ...(versionId && { versionId }),
    };
    return secretsManagerSecret(arn.split(":").slice(0, 7).join(":"), part);
  });
}

function parameters(given: Json | undefined) {
  return mapped(given, (arn) => ssmParameter(arn));
}

function mapped<T>(given: Json | undefined, change: (text: string) => T): Record<string, T> {
  const texts = Object.entries(as<Record<string, string> | undefined>(given) ?? {});
  return Object.fromEntries(texts.map(([name, text]) => [name, change(text)]));
}
