import { exactly, isPublic, letsPass, UNKNOWN, wayOut, type Instance, type Subnet } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

const HTTPS = 443;

export const natInstanceDoesNotForward: Rule = {
  code: "FY540",
  severity: "error",
  subject: "an instance that private subnets route to",
  allowed:
    "must forward traffic: no source/destination check, a public address, a public subnet, and groups that allow HTTPS",
  fix: "fix what is named, or route to a NAT gateway",
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html",
  judge: ({ subnets, instances }) =>
    instances.flatMap((instance) =>
      faults(
        instance,
        subnets.filter((one) => leadsTo(one, instance)),
      ),
    ),
};

function leadsTo(subnet: Subnet, instance: Instance): boolean {
  const way = wayOut(subnet);
  return way !== UNKNOWN && way?.kind === "nat-instance" && way.gateway === instance;
}

function faults(instance: Instance, clients: readonly Subnet[]): Fault[] {
  if (clients.length === 0 || instance.many) return [];
  const shut = clients.filter((one) => admits(instance, one) === false).map(({ name }) => name);
  const { subnet: home, securityGroups: groups } = instance;
  const wrong = [
    ...(instance.mayForward === false ? ["its source/destination check on"] : []),
    ...(instance.hasPublicAddress === false ? ["no public address"] : []),
    ...(home !== UNKNOWN && isPublic(home) === false ? [`${home.name}, which is private, around it`] : []),
    ...(shut.length > 0 ? [`groups that shut ${listed(shut)} out`] : []),
    ...(letsPass(groups, "egress", HTTPS, "internet") === false ? ["groups that let nothing out"] : []),
  ];
  return wrong.length === 0 ? [] : [fault(instance, listed(wrong))];
}

function admits({ securityGroups }: Instance, subnet: Subnet) {
  const members = { groups: { all: [], among: false, open: true }, subnets: exactly([subnet]) };
  return letsPass(securityGroups, "ingress", HTTPS, members);
}
