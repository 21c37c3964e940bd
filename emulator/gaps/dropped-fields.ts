import type { Json } from "../../cli/json";
import type { ServiceGap } from "./gap";

/** What CreateService takes, with a value that is not the default: the probe creates its service with exactly these. */
export const droppedFields: Json = {
  availabilityZoneRebalancing: "ENABLED",
  capacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1, base: 1 }],
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: true, rollback: true },
    maximumPercent: 150,
    minimumHealthyPercent: 50,
  },
  enableECSManagedTags: true,
  enableExecuteCommand: true,
  healthCheckGracePeriodSeconds: 60,
  placementConstraints: [{ type: "distinctInstance" }],
  placementStrategy: [{ type: "spread", field: "attribute:ecs.availability-zone" }],
};

/** One gap a field. UpdateService keeps the same fields, so without this only a second apply would settle. */
export const droppedFieldGaps: readonly ServiceGap[] = Object.keys(droppedFields).map((field) => ({
  name: `ECS CreateService drops ${field}`,
  aws: `DescribeServices gives back ${field} as CreateService got it`,
  moto: `CreateService ignores ${field}: Terraform's next plan wants to set it again`,
  amend: (service, asked) => (asked[field] === undefined ? service : { ...service, [field]: asked[field] }),
  isOpen: ({ created }) => created[field] === undefined,
}));
