import { ifKnown, missingEndpoints, UNKNOWN, wayOut } from "../model";
import type { Known, Service, Subnet } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const tasksWithoutWayOut: Rule = {
  code: "FY531",
  severity: "error",
  subject: "a Fargate task",
  allowed: "must have a route out to pull its image, read its secrets and write its logs",
  fix: "route its subnets to a NAT gateway, or add VPC endpoints, or place it in public subnets with a public address",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  judge: ({ services, endpoints }) =>
    services
      .filter(({ isFargate }) => isFargate === true)
      .flatMap((service) => faults(service, (subnet) => missingEndpoints(service, subnet, endpoints))),
};

type Missing = (subnet: Subnet) => Known<readonly string[]>;

function faults(service: Service, missing: Missing): Fault[] {
  const stuck = service.subnets.all
    .filter((subnet) => !leadsOut(service, subnet))
    .map((subnet) => ({ subnet, lacking: ifKnown(missing(subnet)) ?? [] }))
    .filter(({ lacking }) => lacking.length > 0);
  const { all, among } = service.subnets;
  if (stuck.length === 0 || (among && stuck.length < all.length)) return [];
  return [fault(service, listed(stuck.map(({ subnet, lacking }) => describe(service, subnet, lacking))))];
}

/** True if there is a way, or may be one. */
function leadsOut({ assignsPublicAddresses }: Service, subnet: Subnet): boolean {
  const way = wayOut(subnet);
  if (way === UNKNOWN) return true;
  return way?.kind === "internet-gateway" ? assignsPublicAddresses !== false : way !== undefined;
}

function describe({ assignsPublicAddresses }: Service, subnet: Subnet, lacking: readonly string[]): string {
  const way = wayOut(subnet);
  const isPublic = way !== UNKNOWN && way?.kind === "internet-gateway";
  const reason = isPublic && assignsPublicAddresses === false ? "no public address" : "no default route";
  return `${subnet.name} with ${reason}, and no endpoint for ${listed(lacking)}`;
}
