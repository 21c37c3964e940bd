import { DEFAULT_ROUTE, UNKNOWN, type Landscape, type Service } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const serviceBeforeNetwork: Rule = {
  code: "FY552",
  severity: "note",
  subject: "a service",
  allowed: "must be created after the routes and the security group rules that its tasks need",
  fix: "add them to its depends_on: tasks that start earlier fail, and stop last on destroy",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html",
  judge: (landscape) =>
    landscape.kind === "state" ? [] : landscape.services.flatMap((service) => faults(service, landscape)),
};

function faults(service: Service, { order }: Landscape): Fault[] {
  const needed = [...routesOf(service), ...rulesOf(service)];
  const early = [...new Set(needed)].filter((address) => order.isAfter(service, address) === false);
  return early.length === 0 ? [] : [fault(service, `no order with ${listed(early)}`)];
}

/** Default routes of its subnets that are resources of their own. */
function routesOf({ subnets, isFargate }: Service): string[] {
  if (isFargate !== true || subnets.among) return [];
  return subnets.all.flatMap(({ routeTable }) =>
    routeTable === UNKNOWN
      ? []
      : routeTable.routes
          .filter(
            ({ destination, address }) => destination === DEFAULT_ROUTE && address !== routeTable.address,
          )
          .map(({ address }) => address),
  );
}

function rulesOf({ securityGroups, isFargate }: Service): string[] {
  if (isFargate !== true || securityGroups.among) return [];
  return securityGroups.all.flatMap(({ rules }) =>
    rules.filter(({ isInline, certain }) => !isInline && certain).map(({ address }) => address),
  );
}
