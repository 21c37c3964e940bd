import {
  AliasRecord,
  Certificate,
  Dashboard,
  LoadBalancerAlarms,
  HostedZone,
  HttpListener,
  HttpsListener,
  NotificationTopic,
  ServiceAlarms,
  type AwsStack,
  type FargateService,
  type LoadBalancer,
  type TargetGroup,
} from "../../modules";
import type { Shape } from "./shape";

/** Listeners, their routes, and the domain if there is one. */
export function openShop(
  stack: AwsStack,
  loadBalancer: LoadBalancer,
  forwardTo: TargetGroup,
  { listenerPort, isHttps, routes }: Shape,
): void {
  const listener = isHttps
    ? openHttps(stack, loadBalancer, forwardTo)
    : new HttpListener(stack, "Http", { loadBalancer, forwardTo, port: listenerPort });
  for (const path of routes)
    listener.route(path, { paths: [`/${path}/*`], respond: { statusCode: 503, body: `${path} is closed` } });
}

function openHttps(stack: AwsStack, loadBalancer: LoadBalancer, forwardTo: TargetGroup): HttpsListener {
  const name = `${stack.node.id}.example.com`;
  const hostedZone = new HostedZone(stack, "Zone", { name });
  const certificate = new Certificate(stack, "Certificate", { domainName: name, hostedZone });
  const https = new HttpsListener(stack, "Https", { loadBalancer, forwardTo, certificates: [certificate] });
  new HttpListener(stack, "Http", { loadBalancer, redirectTo: https });
  new AliasRecord(stack, "Alias", { hostedZone, name, loadBalancer });
  return https;
}

export function watchShop(stack: AwsStack, door: LoadBalancer, services: readonly FargateService[]): void {
  const topic = new NotificationTopic(stack, "Operators");
  new LoadBalancerAlarms(stack, "DoorAlarms", { door, topic });
  services.forEach((service, index) => {
    new ServiceAlarms(stack, `ServiceAlarms${index === 0 ? "Front" : "Back"}`, { service, topic });
  });
  new Dashboard(stack, "Dashboard", { doors: [door], services, network: door.network });
}
