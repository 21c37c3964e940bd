import { deliveriesIn, type Delivery, type Landscape } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const serviceBeforeListener: Rule = {
  code: "FY551",
  severity: "warning",
  subject: "a service",
  allowed: "must be created after the listener and the rules that forward to it",
  fix: "add the listener, or the rule, to its depends_on: ECS rejects a target group that no listener uses yet",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
  judge: (landscape) =>
    landscape.kind === "state" ? [] : [...groupedBy(landscape)].flatMap(faultsIn(landscape)),
};

function groupedBy(landscape: Landscape): Map<Delivery["targetGroup"], Delivery[]> {
  const groups = new Map<Delivery["targetGroup"], Delivery[]>();
  for (const one of deliveriesIn(landscape))
    groups.set(one.targetGroup, [...(groups.get(one.targetGroup) ?? []), one]);
  return groups;
}

/** One listener or rule is enough for ECS; which of them comes first is chance unless the service waits for one. */
function faultsIn({ order }: Landscape): (entry: [Delivery["targetGroup"], Delivery[]]) => Fault[] {
  return ([, deliveries]) =>
    [...new Set(deliveries.map(({ service }) => service))]
      .filter((service) =>
        deliveries.every(({ forwarder }) => order.isAfter(service, forwarder.address) === false),
      )
      .map((service) =>
        fault(service, `no order with ${listed(deliveries.map(({ forwarder }) => forwarder.address))}`),
      );
}
