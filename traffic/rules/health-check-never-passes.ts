import { registrationsWith, UNKNOWN } from "../model";
import type { Container, Known, Registration, Service, TargetGroup } from "../model";
import { fault, type Fault, type Rule } from "./rule";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
const DEFAULT_TIMEOUT_SEC = 5;

export const healthCheckNeverPasses: Rule = {
  code: "FY519",
  severity: "error",
  subject: "a health check",
  allowed: "must check a port that listens, with its protocol and a timeout below the interval",
  fix: "check the traffic port with the target group's protocol, and set a timeout shorter than the interval",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  judge: ({ targetGroups }) =>
    targetGroups
      .filter(({ healthCheck }) => healthCheck.isEnabled === true)
      .flatMap((group) => [
        ...timing(group),
        ...protocol(group),
        ...registrationsWith(group).flatMap(({ service, registration }) =>
          port(group, service, registration),
        ),
      ]),
};

function timing(group: TargetGroup): Fault[] {
  const { intervalSec, timeoutSec = DEFAULT_TIMEOUT_SEC } = group.healthCheck;
  if (intervalSec === UNKNOWN || timeoutSec === UNKNOWN || group.targetType === "lambda") return [];
  if (timeoutSec < intervalSec) return [];
  return [fault(group, `a timeout of ${timeoutSec} s at an interval of ${intervalSec} s`)];
}

/** A port that speaks HTTP can't answer a TLS handshake, nor the other way round. */
function protocol(group: TargetGroup): Fault[] {
  const { port: asked, protocol: spoken } = group.healthCheck;
  const isSamePort = asked === "traffic-port" || (asked !== UNKNOWN && asked === group.port);
  const pair = [group.protocol, spoken ?? group.protocol];
  const isHttp = pair.every((one) => one === "HTTP" || one === "HTTPS");
  if (!isSamePort || !isHttp || pair[0] === pair[1]) return [];
  return [fault(group, `${String(spoken)} to a port that speaks ${String(group.protocol)}`)];
}

/** A program may listen on a port that nobody maps: tasks have addresses of their own. */
function port(group: TargetGroup, service: Service, { containerPort }: Registration): Fault[] {
  const { port: asked } = group.healthCheck;
  const { taskDefinition: task } = service;
  if (asked === "traffic-port" || asked === UNKNOWN || asked === containerPort) return [];
  if (task === UNKNOWN || task === undefined || task.containers === UNKNOWN) return [];
  const ports = task.containers.flatMap(portsOf);
  if (ports.includes(UNKNOWN) || ports.includes(asked)) return [];
  const got = `port ${asked}, which no container of ${service.name} maps`;
  return [fault(group, got, { severity: "note" })];
}

function portsOf({ ports }: Container): readonly Known<number>[] {
  return ports === UNKNOWN ? [UNKNOWN] : ports.map((mapping) => mapping.port);
}
