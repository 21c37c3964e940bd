import type { Finding } from "../errors";
import { inRange, matching, unless } from "../errors";
import type { VpcNetwork } from "../network";
import { literal, literals, quota } from "../foundation";
import { ECS_NAME } from "./container/container-findings";
import { capacityFindings } from "./capacity";
import { RELEASES, type FargateServiceProps } from "./fargate-service-props";
import { drainFindings } from "./stop-timeout";
import { mostTasks, scalingFindings } from "../scaling";
import { deploymentFindings, MAXIMUM_PERCENT } from "./deployment";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const MOST_TASKS = 5000;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
const MOST_SUBNETS = 16;
const MOST_SECONDS = 2147483647;
const HOST_NAME = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

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
    ...subnetFindings(network),
    ...roomFindings(tasksAtOnce(props), network),
    ...targetFindings(props.targetGroup === undefined ? undefined : tasksAtOnce(props), network),
    ...movementFindings(props),
  ];
}

/** Scaling and deployments, each judged in the light of the other. */
function movementFindings(props: FargateServiceProps): Finding[] {
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
    ...deploymentFindings(known.deployment ?? {}, deployment, { counts, hasTargetGroup }),
    ...(scaling === undefined
      ? []
      : scalingFindings(known.scaling ?? {}, scaling, {
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

function portFindings(targetPort: number | undefined, port: number | undefined): Finding[] {
  const holds = targetPort === undefined || port === undefined || targetPort === port;
  return unless(holds, "FY407", `target group ${targetPort}, container ${port}`);
}

/** A list that only Terraform knows is one of an existing network, whose plan allows one subnet a zone. */
function subnetFindings({ taskSubnetIds, zoneNames }: VpcNetwork): Finding[] {
  const subnets = new Set(literal(taskSubnetIds)).size;
  const zones = zoneNames === undefined ? "" : ` in ${zoneNames.length} zones`;
  return unless(subnets <= MOST_SUBNETS, "FY498", `${subnets}${zones}`);
}

/** Old and new tasks are registered side by side. */
function targetFindings(tasks: number | undefined, network: VpcNetwork): Finding[] {
  const targets = Math.ceil(tasks ?? 0);
  return unless(targets <= quota(network, "targetsPerTargetGroup"), "FY315", targets);
}

/** Each task has an address of its own, and a deployment has twice as many tasks for a while. */
function roomFindings(tasks: number | undefined, network: VpcNetwork): Finding[] {
  const usable = network.usablePrivateAddresses;
  if (tasks === undefined || usable === undefined) return [];
  const aZone = Math.ceil(tasks / Math.max(1, network.zoneNames?.length ?? 1));
  return unless(aZone <= usable, "FY419", `${aZone} tasks a zone for ${usable} addresses`);
}
