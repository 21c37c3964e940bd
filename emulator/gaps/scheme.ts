import type { FormGap } from "./gap";

export const schemeGap: FormGap = {
  name: "Elastic Load Balancing has no scheme by default",
  aws: "a load balancer that was created without a scheme is internet-facing",
  moto: "it is described without any scheme",
  amend: (fields, answer) => {
    if (!/^(Create|Describe)LoadBalancers?$/.test(fields.get("Action") ?? "")) return answer;
    return answer
      .split("<LoadBalancerArn>")
      .map((part, index) => (index === 0 || part.includes("<Scheme>") ? part : withScheme(part)))
      .join("<LoadBalancerArn>");
  },
  probe: {
    service: "elasticloadbalancing",
    ask: ({ subnetIds }) => ({
      Action: "CreateLoadBalancer",
      Version: "2015-12-01",
      Name: `probe-${Date.now()}`,
      ...Object.fromEntries(subnetIds.map((id, index) => [`Subnets.member.${index + 1}`, id])),
    }),
    isOpen: (answer) => !answer.includes("<Scheme>internet-facing<"),
  },
};

/** One load balancer, from its ARN on. */
function withScheme(part: string): string {
  return part.replace("</LoadBalancerArn>", "</LoadBalancerArn><Scheme>internet-facing</Scheme>");
}
