import type { RefusalGap } from "./gap";

const version = "2015-12-01";
const attribute = /^Attributes\.member\.(\d+)\.Key$/;

export const deletionProtectionGap: RefusalGap = {
  name: "Elastic Load Balancing deletes what is protected from deletion",
  aws: "DeleteLoadBalancer is refused with OperationNotPermitted while deletion_protection.enabled is true",
  moto: "it keeps the attribute, and deletes the load balancer all the same",
  notice: (fields, remembered) => {
    if (fields.get("Action") !== "ModifyLoadBalancerAttributes") return;
    const isProtected = protection(fields);
    if (isProtected !== undefined) remembered.set(fields.get("LoadBalancerArn") ?? "", isProtected);
  },
  refuse: (fields, remembered) => {
    if (fields.get("Action") !== "DeleteLoadBalancer") return undefined;
    const arn = fields.get("LoadBalancerArn") ?? "";
    if (remembered.get(arn) !== "true") return undefined;
    return refusal(`Load balancer '${arn}' cannot be deleted because deletion protection is enabled`);
  },
  isOpen: async (ask, { subnetIds }) => {
    const balancing = (fields: Record<string, string>): ReturnType<typeof ask> =>
      ask("elasticloadbalancing", { Version: version, ...fields });
    const created = await balancing({
      Action: "CreateLoadBalancer",
      Name: `guarded-${Date.now()}`,
      ...Object.fromEntries(subnetIds.map((id, index) => [`Subnets.member.${index + 1}`, id])),
    });
    const LoadBalancerArn = /<LoadBalancerArn>([^<]+)</.exec(created.body)?.[1] ?? "";
    await balancing({
      ...{ Action: "ModifyLoadBalancerAttributes", LoadBalancerArn },
      ...{ "Attributes.member.1.Key": "deletion_protection.enabled", "Attributes.member.1.Value": "true" },
    });
    return (await balancing({ Action: "DeleteLoadBalancer", LoadBalancerArn })).status === 200;
  },
};

/** What a request sets deletion protection to, if it does. */
function protection(fields: URLSearchParams): string | undefined {
  const [, position] =
    [...fields]
      .filter(([, value]) => value === "deletion_protection.enabled")
      .map(([field]) => attribute.exec(field) ?? [])[0] ?? [];
  return position === undefined
    ? undefined
    : (fields.get(`Attributes.member.${position}.Value`) ?? undefined);
}

function refusal(message: string): string {
  return (
    '<ErrorResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><Error><Type>Sender</Type>' +
    `<Code>OperationNotPermitted</Code><Message>${message}</Message></Error></ErrorResponse>`
  );
}
