import { UNKNOWN, wayOut, type NatGateway } from "../model";
import { fault, type Fault, type Rule } from "./rule";

export const natWithoutInternet: Rule = {
  code: "FY534",
  severity: "error",
  subject: "a NAT gateway",
  allowed: "must be in a subnet with a route to an internet gateway",
  fix: "put it in a public subnet",
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
  judge: ({ natGateways }) => natGateways.filter(({ isPublic }) => isPublic === true).flatMap(faults),
};

function faults(gateway: NatGateway): Fault[] {
  const { subnet } = gateway;
  if (subnet === UNKNOWN) return [];
  const way = wayOut(subnet);
  if (way === UNKNOWN || way?.kind === "internet-gateway" || way?.kind === "elsewhere") return [];
  const leads = way === undefined ? "has no way out" : "routes the internet to a NAT gateway";
  return [fault(gateway, `${subnet.name}, which ${leads}`)];
}
