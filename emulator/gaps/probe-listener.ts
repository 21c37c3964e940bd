import { formCall, jsonCall } from "../aws-call";
import type { ListenerProbe, ProbeNetwork } from "./gap";

const region = "us-east-1";

/** Creates an HTTPS listener with everything that moto is known to drop, and modifies it. */
export async function probeListener(url: string, { subnetIds }: ProbeNetwork): Promise<ListenerProbe> {
  const [first, second] = [await certificate(url, "one"), await certificate(url, "two")];
  const LoadBalancerArn = await created(url, "LoadBalancerArn", {
    ...{ Action: "CreateLoadBalancer", Name: `listener-${Date.now()}` },
    ...Object.fromEntries(subnetIds.map((id, index) => [`Subnets.member.${index + 1}`, id])),
  });
  const ListenerArn = await created(url, "ListenerArn", {
    ...{ Action: "CreateListener", LoadBalancerArn, Protocol: "HTTPS", Port: "443" },
    ...{ "MutualAuthentication.Mode": "passthrough", ...shows(first), ...ANSWERS },
  });
  await ask(url, { Action: "AddListenerCertificates", ListenerArn, ...shows(second) });
  await ask(url, { Action: "ModifyListener", ListenerArn, Port: "443", ...shows(first), ...ANSWERS });
  return {
    described: await ask(url, { Action: "DescribeListeners", "ListenerArns.member.1": ListenerArn }),
    certificates: await ask(url, { Action: "DescribeListenerCertificates", ListenerArn }),
  };
}

const ANSWERS = {
  "DefaultActions.member.1.Type": "fixed-response",
  "DefaultActions.member.1.FixedResponseConfig.StatusCode": "404",
  "DefaultActions.member.1.FixedResponseConfig.ContentType": "text/plain",
};

function shows(certificateArn: string): Record<string, string> {
  return { "Certificates.member.1.CertificateArn": certificateArn };
}

async function certificate(url: string, label: string): Promise<string> {
  const target = "CertificateManager.RequestCertificate";
  const { json } = await jsonCall({ url, region, service: "acm" }, target, {
    DomainName: `${label}.example.com`,
  });
  return String(json["CertificateArn"]);
}

async function created(url: string, name: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await ask(url, fields);
  return new RegExp(`<${name}>([^<]+)<`).exec(answer)?.[1] ?? "";
}

async function ask(url: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const to = { url, region, service: "elasticloadbalancing" };
  const { status, body } = await formCall(to, { Version: "2015-12-01", ...fields });
  if (status !== 200) throw new Error(`moto refused ${fields["Action"]}: ${body}`);
  return body;
}
