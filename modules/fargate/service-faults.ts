import type { Fault } from "../errors";
import { inRange, limits, matching, problems, requireThat } from "../errors";
import type { VpcNetwork } from "../network";
import { literal, literals, quota } from "../foundation";
import { ECS_NAME } from "./container/container-faults";
import { capacityFaults } from "./capacity";
import { RELEASES, type FargateServiceProps } from "./fargate-service-props";
import { drainFaults } from "./stop-timeout";
import { mostTasks, scalingFaults } from "../scaling";
import { deploymentFaults, MAXIMUM_PERCENT } from "./deployment";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
const MOST_SUBNETS = 16;
const HOST_NAME = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What is wrong with a service's own props; its containers are judged by their task definition. */
export function serviceFaults(
  props: FargateServiceProps,
  port: number | undefined,
  network: VpcNetwork,
): Fault[] {
  const { serviceName, desiredCount, healthCheckGraceSec, discoveryName, releases } = literals(props);
  const targetPort = literal(props.targetGroup?.port);
  const takesTraffic = props.targetGroup !== undefined || props.discoveryName !== undefined;
  return [
    ...matching(problems.ecsName, serviceName, ECS_NAME, "a service name"),
    ...inRange(limits.desiredCount, desiredCount),
    ...inRange(limits.healthCheckGrace, healthCheckGraceSec),
    ...matching(problems.discoveryName, discoveryName, HOST_NAME),
    ...capacityFaults(literal(props.capacity), props.capacity !== undefined),
    ...requireThat(
      RELEASES.includes(props.releases ?? "terraform"),
      problems.releasesBy,
      releases ?? "a Terraform token",
    ),
    ...drainFaults(
      literal(props.targetGroup?.deregistrationDelaySec),
      literal(props.container.stopTimeoutSec),
    ),
    ...requireThat(!takesTraffic || port !== undefined, problems.trafficContainerWithoutPort, "none"),
    ...portFaults(targetPort, literal(port)),
    ...requireThat(
      (props.targetGroup?.network ?? network) === network,
      problems.targetGroupInOtherVpc,
      "two networks",
    ),
    ...subnetFaults(network),
    ...roomFaults(tasksAtOnce(props), network),
    ...targetFaults(props.targetGroup === undefined ? undefined : tasksAtOnce(props), network),
    ...rolloutFaults(props),
  ];
}

/** Scaling and deployments, each judged in the light of the other. */
function rolloutFaults(props: FargateServiceProps): Fault[] {
  const { desiredCount, scaling, deployment = {} } = props;
  const paths = literal(deployment.paths)?.map((path) => literal(path) ?? "/*");
  const known = literals({ desiredCount, scaling, deployment: { ...deployment, paths } });
  const counts = {
    least: scaling === undefined ? known.desiredCount : known.scaling?.minimum,
    most: scaling === undefined ? known.desiredCount : mostTasks(known.desiredCount, known.scaling),
  };
  const hasTargetGroup = props.targetGroup !== undefined;
  const shiftsTraffic = (known.deployment?.strategy ?? "rolling") !== "rolling";
  return [
    ...deploymentFaults(known.deployment ?? {}, deployment, { counts, hasTargetGroup }),
    ...(scaling === undefined
      ? []
      : scalingFaults(known.scaling ?? {}, scaling, {
          ...{ desiredCount: known.desiredCount, hasTargetGroup, shiftsTraffic },
        })),
  ];
}

/** Tasks at the height of a deployment, when as many are desired as there may be. */
function tasksAtOnce({ desiredCount, scaling, deployment }: FargateServiceProps): number | undefined {
  const most = mostTasks(literal(desiredCount), literal(scaling));
  const percent = literal(deployment?.maximumPercent) ?? MAXIMUM_PERCENT;
  return most === undefined ? undefined : (most * percent) / 100;
}

function portFaults(targetPort: number | undefined, port: number | undefined): Fault[] {
  const holds = targetPort === undefined || port === undefined || targetPort === port;
  return requireThat(holds, problems.targetGroupPortDiffers, `target group ${targetPort}, container ${port}`);
}

/** A list that only Terraform knows is one of an existing network, whose plan allows one subnet a zone. */
function subnetFaults({ taskSubnetIds, zoneNames }: VpcNetwork): Fault[] {
  const subnets = new Set(literal(taskSubnetIds)).size;
  const zones = zoneNames === undefined ? "" : ` in ${zoneNames.length} zones`;
  return requireThat(subnets <= MOST_SUBNETS, problems.tooManySubnets, `${subnets}${zones}`);
}

/** Old and new tasks are registered side by side. */
function targetFaults(tasks: number | undefined, network: VpcNetwork): Fault[] {
  const targets = Math.ceil(tasks ?? 0);
  return requireThat(targets <= quota(network, "targetsPerTargetGroup"), problems.targetQuota, targets);
}

/** Each task has an address of its own, and a deployment has twice as many tasks for a while. */
function roomFaults(tasks: number | undefined, network: VpcNetwork): Fault[] {
  const usable = network.usablePrivateAddresses;
  if (tasks === undefined || usable === undefined) return [];
  const aZone = Math.ceil(tasks / Math.max(1, network.zoneNames?.length ?? 1));
  return requireThat(
    aZone <= usable,
    problems.tooFewAddresses,
    `${aZone} tasks a zone for ${usable} addresses`,
  );
}
