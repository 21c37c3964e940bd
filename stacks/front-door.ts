import { TerraformOutput } from "cdktf";
import {
  AliasRecord,
  type AwsStack,
  Certificate,
  type Container,
  Dashboard,
  LoadBalancerAlarms,
  existingCertificate,
  ExistingHostedZone,
  ExistingNetwork,
  type FargateService,
  HostedZone,
  HttpListener,
  HttpsListener,
  type LoadBalancer,
  Network,
  type NetworkProps,
  NotificationTopic,
  problems,
  refuse,
  ServiceAlarms,
  SharedNetwork,
  type TargetGroup,
  type VpcNetwork,
  WebAcl,
} from "../modules";
import { NetworkStack } from "./network";
import type { Domain, ServiceSettings, Settings, Split } from "./settings";

/** The network of the walkthrough as settings have it: in this stack, in one beside it, or one that stands already. */
export function networkOf(
  stack: AwsStack,
  own: NetworkProps,
  { network, existingNetwork, split = false, state, namePrefix }: Settings,
): VpcNetwork {
  const isSplit = split !== false;
  if (existingNetwork !== undefined) {
    if (isSplit) refuse(stack.node.path, problems.networkSource, "existingNetwork and split");
    return new ExistingNetwork(stack, "Network", existingNetwork);
  }
  const wanted = { ...own, ...network };
  return isSplit
    ? networkBeside(stack, wanted, { state, namePrefix, ...(split === true ? {} : split) })
    : new Network(stack, "Network", wanted);
}

type Told = Split & Pick<Settings, "state" | "namePrefix">;

/** Names and tags are the application's, so that nothing changes for a network that moves there. */
function networkBeside(stack: AwsStack, wanted: NetworkProps, { namePrefix = "", ...told }: Told) {
  const id = stack.node.id;
  const { contract } = new NetworkStack(stack.node.root, `${id}-network`, {
    ...told,
    region: stack.region,
    namedAfter: `${namePrefix}${id}`,
    network: wanted,
  });
  return new SharedNetwork(stack, "Network", { contract });
}

/**
 * Plain HTTP; or, under a domain, HTTPS, which HTTP then redirects to. Listener `Http` has the same address in both, so
 * that HTTPS can be turned on in place. Resolves to the listener that takes requests, and says where it is found.
 */
export function addListeners(
  stack: AwsStack,
  loadBalancer: LoadBalancer,
  forwardTo: TargetGroup,
  settings: Settings,
): HttpListener | HttpsListener {
  const listener = listen(stack, loadBalancer, forwardTo, settings);
  for (const [id, route] of Object.entries(settings.routes ?? {})) {
    const hasEnd = route.respond !== undefined || route.redirectTo !== undefined;
    listener.route(id, hasEnd ? route : { forwardTo, ...route });
  }
  return listener;
}

function listen(
  stack: AwsStack,
  loadBalancer: LoadBalancer,
  forwardTo: TargetGroup,
  { domain, firewall }: Settings,
): HttpListener | HttpsListener {
  if (firewall !== undefined) loadBalancer.protectWith(new WebAcl(stack, "Firewall", firewall));
  new TerraformOutput(stack, "load_balancer_dns_name", { value: loadBalancer.dnsName });
  if (domain === undefined) {
    const http = new HttpListener(stack, "Http", { loadBalancer, forwardTo });
    new TerraformOutput(stack, "url", { value: http.url });
    return http;
  }
  const { certificate, hostedZone } = certify(stack, domain);
  const { tlsPolicy, hstsMaxAgeSec } = domain;
  const certificates = [certificate];
  const https = new HttpsListener(stack, "Https", {
    ...{ loadBalancer, forwardTo, certificates, tlsPolicy, hstsMaxAgeSec },
  });
  new HttpListener(stack, "Http", { loadBalancer, redirectTo: https });
  const alias = new AliasRecord(stack, "Alias", { hostedZone, name: domain.name, loadBalancer });
  new TerraformOutput(stack, "url", { value: alias.url });
  return https;
}

function certify(stack: AwsStack, domain: Domain) {
  const { name, hostedZone: zone, newHostedZone, certificateArn, alternativeNames } = domain;
  const Zone = newHostedZone === true ? HostedZone : ExistingHostedZone;
  const hostedZone = new Zone(stack, "Zone", { name: zone ?? name });
  if (hostedZone instanceof HostedZone)
    new TerraformOutput(stack, "name_servers", { value: hostedZone.nameServers });
  const certificate =
    certificateArn === undefined
      ? new Certificate(stack, "Certificate", { domainName: name, alternativeNames, hostedZone })
      : existingCertificate(certificateArn);
  return { certificate, hostedZone };
}

/** A service's container and settings; traffic that is shifted between two versions is shifted at the listener. */
export function serviceOf(
  container: Container,
  { container: told = {}, deployment, ...settings }: ServiceSettings = {},
  listener?: HttpListener | HttpsListener,
) {
  const environment = { ...container.environment, ...told.environment };
  const isShifted = (deployment?.strategy ?? "rolling") !== "rolling";
  return {
    ...settings,
    ...(deployment === undefined ? {} : { deployment: isShifted ? { listener, ...deployment } : deployment }),
    container: { ...container, ...told, environment },
  };
}

/** Alarms, who they are sent to, and a page of charts. */
export function watch(
  stack: AwsStack,
  door: LoadBalancer,
  services: readonly FargateService[],
  { watching }: Settings,
): void {
  if (watching === undefined) return;
  const topic = new NotificationTopic(stack, "Operators", { emails: watching.emails ?? [] });
  new LoadBalancerAlarms(stack, "DoorAlarms", { door, topic });
  for (const service of services) new ServiceAlarms(stack, `${service.node.id}Alarms`, { service, topic });
  new Dashboard(stack, "Dashboard", { doors: [door], services, network: door.network });
}
