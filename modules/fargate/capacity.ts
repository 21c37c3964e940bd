import type { EcsServiceConfig } from "@cdktf/provider-aws/lib/ecs-service";
import type { Fault } from "../errors";
import { fault, inRange, limits, problems } from "../errors";
import { difference } from "../foundation";

const PROVIDERS = { "on-demand": "FARGATE", spot: "FARGATE_SPOT" } as const;

/** Some tasks that stay, and for the rest a share of those that AWS may take back. */
export interface SpotMix {
  /** Number of tasks that run on demand before any runs on Spot, 0 to 100000. */
  readonly base: number;

  /** Percent of the tasks beyond the base that run on Spot, 1 to 100. */
  readonly spotPercent: number;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html */
export type Capacity = keyof typeof PROVIDERS | SpotMix;

/**
 * The service's strategy. The provider changes a strategy in place only if every update may start a deployment; as
 * long as nobody has said anything about capacity, a new count of tasks should not.
 */
export function capacityStrategy(
  capacity: Capacity | undefined,
): Pick<EcsServiceConfig, "capacityProviderStrategy" | "forceNewDeployment"> {
  const force = capacity === undefined ? {} : { forceNewDeployment: true };
  if (typeof capacity !== "object") {
    const capacityProvider = PROVIDERS[capacity ?? "on-demand"];
    return { capacityProviderStrategy: [{ capacityProvider, weight: 1 }], ...force };
  }
  const { base, spotPercent } = capacity;
  const weight = difference(100, spotPercent);
  const onDemand = { capacityProvider: PROVIDERS["on-demand"], base, weight };
  const spot = { capacityProvider: PROVIDERS.spot, weight: spotPercent };
  return { capacityProviderStrategy: [onDemand, spot], ...force };
}

/** `capacity` as far as it is known; undefined is a Terraform token where one was given. */
export function capacityFaults(capacity: Partial<SpotMix> | string | undefined, isGiven: boolean): Fault[] {
  if (typeof capacity === "object") {
    return [
      ...inRange(limits.capacityBase, capacity.base),
      ...inRange(limits.spotPercent, capacity.spotPercent),
    ];
  }
  if (!isGiven || (capacity !== undefined && Object.hasOwn(PROVIDERS, capacity))) return [];
  return [fault(problems.capacityKind, capacity ?? "a Terraform token")];
}
