import type { Finding } from "../errors";
import { inRange, matching, unless } from "../errors";
import type { VpcNetwork } from "../network";
import { literal, literals, quota } from "../stack";
import { ECS_NAME } from "./container/container-findings";
import { capacityFindings } from "./capacity";
import { RELEASES, type FargateServiceProps } from "./fargate-service-props";
import { drainFindings } from "./stop-timeout";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const MOST_TASKS = 5000;
const MOST_SECONDS = 2147483647;
const HOST_NAME = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Tasks at the height of a deployment, as a share of the desired count. */
export const MAXIMUM_PERCENT = 200;

/** What is wrong with a service's own props; its containers are judged by their task definition. */
export function serviceFindings(
  props: FargateServiceProps,
  port: number | undefined,
  network: VpcNetwork,
): Finding[] {
  const { serviceName, desiredCount, healthCheckGraceSec, discoveryName, releases } = literals(props);
  const targetPort = literal(props.targetGroup?.port);
  const takesTraffic = props.targetGroup !== undefined || props.discoveryName !== undefined;
  return [
    ...matching("FY401", serviceName, ECS_NAME, "a service name"),
    ...inRange("FY408", desiredCount, [0, MOST_TASKS]),
    ...inRange("FY409", healthCheckGraceSec, [0, MOST_SECONDS]),
    ...matching("FY412", discoveryName, HOST_NAME),
    ...capacityFindings(literal(props.capacity), props.capacity !== undefined),
    ...unless(RELEASES.includes(props.releases ?? "terraform"), "FY463", releases ?? "a Terraform token"),
    ...drainFindings(
      literal(props.targetGroup?.deregistrationDelaySec),
      literal(props.container.stopTimeoutSec),
    ),
    ...unless(!takesTraffic || port !== undefined, "FY422", "none"),
    ...portFindings(targetPort, literal(port)),
    ...unless((props.targetGroup?.network ?? network) === network, "FY425", "two networks"),
    ...roomFindings(desiredCount, network),
    ...targetFindings(props.targetGroup === undefined ? undefined : desiredCount, network),
  ];
}

function portFindings(targetPort: number | undefined, port: number | undefined): Finding[] {
  const holds = targetPort === undefined || port === undefined || targetPort === port;
  return unless(holds, "FY407", `target group ${targetPort}, container ${port}`);
}

/** Old and new tasks are registered side by side. */
function targetFindings(desiredCount: number | undefined, network: VpcNetwork): Finding[] {
  const targets = Math.ceil(((desiredCount ?? 0) * MAXIMUM_PERCENT) / 100);
  return unless(targets <= quota(network, "targetsPerTargetGroup"), "FY315", targets);
}

/** Each task has an address of its own, and a deployment has twice as many tasks for a while. */
function roomFindings(desiredCount: number | undefined, network: VpcNetwork): Finding[] {
  const usable = network.usablePrivateAddresses;
  if (desiredCount === undefined || usable === undefined) return [];
  const aZone = Math.ceil(
    (desiredCount * MAXIMUM_PERCENT) / 100 / Math.max(1, network.zoneNames?.length ?? 1),
  );
  return unless(aZone <= usable, "FY419", `${aZone} tasks a zone for ${usable} addresses`);
}
