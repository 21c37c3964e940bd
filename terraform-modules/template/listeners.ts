import {
  AliasRecord,
  Certificate,
  existingCertificate,
  ExistingHostedZone,
  HttpListener,
  HttpsListener,
  type LoadBalancer,
  type TargetGroup,
} from "../../modules";
import type { Variation } from "../engine/decisions";
import type { ApplicationTemplate } from "./application";
import { SAMPLE } from "./samples";

/** The load balancer's listeners; resolves to where a browser finds it. */
export function listen(
  stack: ApplicationTemplate,
  loadBalancer: LoadBalancer,
  forwardTo: TargetGroup,
  { tls, scheme }: Variation,
): string {
  if (scheme === "internal") admit(loadBalancer, tls === "off" ? [80] : [80, 443]);
  if (tls === "off") {
    const http = new HttpListener(stack, "Http", { loadBalancer, forwardTo });
    stack.tell({ listener_arn: http.arn });
    return http.url;
  }
  const { certificate, host } = tls === "made" ? certify(stack, loadBalancer) : given(stack, loadBalancer);
  const https = new HttpsListener(stack, "Https", {
    loadBalancer,
    forwardTo,
    certificates: [certificate],
    tlsPolicy: stack.text("tls_policy") as "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  });
  new HttpListener(stack, "Http", { loadBalancer, redirectTo: https });
  stack.tell({ listener_arn: https.arn });
  return `https://${host}`;
}

function certify(stack: ApplicationTemplate, loadBalancer: LoadBalancer) {
  const name = stack.text("domain_name");
  const hostedZone = new ExistingHostedZone(stack, "Zone", { name: stack.text("hosted_zone_name") });
  const certificate = new Certificate(stack, "Certificate", { domainName: name, hostedZone });
  new AliasRecord(stack, "Alias", { hostedZone, name, loadBalancer });
  return { certificate, host: name };
}

/** Where names lie is not known: whoever has the certificate sees to its record as well. */
function given(stack: ApplicationTemplate, loadBalancer: LoadBalancer) {
  return { certificate: existingCertificate(stack.text("certificate_arn")), host: loadBalancer.dnsName };
}

function admit(loadBalancer: LoadBalancer, ports: readonly number[]): void {
  for (const port of ports)
    for (const block of SAMPLE.blocks) loadBalancer.securityGroup.admitBlock(block, port);
}
