import {
  about,
  blockOf,
  EVERYWHERE,
  every,
  passes,
  UNKNOWN,
  type Listener,
  type Subnet,
  type Truth,
} from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

/** Where answers go: any port that a client chose. */
const ANSWERS = { from: 1024, to: 65535 };

export const networkAclShutsLoadBalancer: Rule = {
  code: "FY507",
  severity: "error",
  subject: "the network ACLs of a load balancer on the internet",
  allowed: "must allow requests in on the listener's port, and responses out",
  fix: "allow the port inbound and ports 1024 to 65535 outbound in the subnets' network ACL",
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
  judge: ({ listeners }) => listeners.flatMap(faults),
};

function faults(listener: Listener): Fault[] {
  const { loadBalancer, port } = listener;
  if (loadBalancer === UNKNOWN || port === UNKNOWN || loadBalancer.isInternetFacing !== true) return [];
  if (loadBalancer.subnets.among || admitsSomeOnly(listener)) return [];
  const shut = loadBalancer.subnets.all.filter((subnet) => isOpen(subnet, port) === false);
  return shut.length === 0
    ? []
    : [fault(listener, `${listed(shut.map(({ name }) => name))}, shut on port ${port}`)];
}

function isOpen({ networkAcl: acl }: Subnet, port: number): Truth {
  return every([
    passes(acl, "ingress", { from: port, to: port }, EVERYWHERE),
    passes(acl, "egress", ANSWERS, EVERYWHERE),
  ]);
}

/** Where security groups let some addresses in only, the list may name the same ones. */
function admitsSomeOnly({ loadBalancer }: Listener): boolean {
  const isSome = about(
    loadBalancer,
    ({ securityGroups: { all } }) =>
      !all.some((group) =>
        group.rules.some(({ peers }) =>
          peers.some((one) => one.kind === "ipv4" && blockOf(one.cidr)?.prefix === 0),
        ),
      ),
  );
  return isSome !== false;
}
