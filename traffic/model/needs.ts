import { UNKNOWN } from "../terraform";
import { letsPass } from "./admission";
import type { Container } from "./containers";
import { isEcrImage } from "./ecr-images";
import type { Endpoint } from "./endpoints";
import type { Subnet } from "./network";
import type { Service } from "./services";
import { anyOf, exactly } from "./several";
import { about, every, not, some, type Known, type Truth } from "./truth";

const HTTPS = 443;

/** `registry.example:5000/app`. */
const OWN_PORT = /^[^/]+:\d+\//;

/** What ECS does for a task before its program runs, and what that takes. */
export interface Needs {
  readonly pullsFromEcr: Truth;
  readonly pullsFromElsewhere: Truth;
  /** From a registry on the usual port. */
  readonly pullsOverHttps: Truth;
  readonly writesLogs: Truth;
  readonly readsSecretsManager: Truth;
  readonly readsParameters: Truth;
  readonly opensSessions: Truth;
}

export function needsOf({ taskDefinition: task, opensSessions }: Service): Known<Needs> {
  if (task === undefined || task === UNKNOWN || task.containers === UNKNOWN) return UNKNOWN;
  const { containers } = task;
  return {
    pullsFromEcr: some(containers.map(isInEcr)),
    pullsFromElsewhere: some(containers.map((one) => not(isInEcr(one)))),
    pullsOverHttps: some(containers.map(({ image }) => about(image, (text) => !OWN_PORT.test(text)))),
    writesLogs: some(
      containers.map(({ logDriver }) => (logDriver === UNKNOWN ? UNKNOWN : logDriver === "awslogs")),
    ),
    readsSecretsManager: some(containers.map((one) => reads(one, (arn) => arn.includes(":secretsmanager:")))),
    readsParameters: some(containers.map((one) => reads(one, (arn) => !arn.includes(":secretsmanager:")))),
    opensSessions,
  };
}

/**
 * AWS services that tasks in a subnet without a way out need an endpoint for, and don't have; in place of an image
 * outside ECR, which no endpoint leads to, the internet.
 */
export function missingEndpoints(
  service: Service,
  subnet: Subnet,
  endpoints: readonly Endpoint[],
): Known<readonly string[]> {
  const needs = needsOf(service);
  if (needs === UNKNOWN) return UNKNOWN;
  return wantedBy(needs).filter(
    (name) => some(endpoints.map((one) => serves(one, name, subnet, service))) === false,
  );
}

function wantedBy(needs: Needs): string[] {
  const pairs: readonly (readonly [Truth, readonly string[]])[] = [
    [needs.pullsFromEcr, ["ecr.api", "ecr.dkr", "s3"]],
    [needs.pullsFromElsewhere, ["the internet"]],
    [needs.writesLogs, ["logs"]],
    [needs.readsSecretsManager, ["secretsmanager"]],
    [needs.readsParameters, ["ssm"]],
    [needs.opensSessions, ["ssmmessages"]],
  ];
  return pairs.flatMap(([isNeeded, names]) => (isNeeded === true ? names : []));
}

function serves(endpoint: Endpoint, name: string, subnet: Subnet, client: Service): Truth {
  const { service, vpc, kind } = endpoint;
  if (service !== UNKNOWN && service !== name) return false;
  if (service === UNKNOWN || vpc === UNKNOWN || subnet.vpc === UNKNOWN || endpoint.many) return UNKNOWN;
  if (vpc !== subnet.vpc) return false;
  if (kind !== "Gateway") return every([endpoint.hasPrivateDns, admits(endpoint, subnet, client)]);
  const { routeTable } = subnet;
  return routeTable === UNKNOWN ? UNKNOWN : anyOf(endpoint.routeTables, (one) => one === routeTable);
}

/** Whether an interface endpoint's groups let the tasks in; without a group it has the VPC's default one. */
function admits(
  { kind, securityGroups }: Endpoint,
  subnet: Subnet,
  { securityGroups: groups }: Service,
): Truth {
  if (kind !== "Interface") return true;
  if (securityGroups.all.length === 0) return UNKNOWN;
  return letsPass(securityGroups, "ingress", HTTPS, { groups, subnets: exactly([subnet]) });
}

function isInEcr({ image }: Container): Truth {
  return image === UNKNOWN ? UNKNOWN : isEcrImage(image);
}

function reads({ secretSources }: Container, isOfKind: (source: string) => boolean): Truth {
  if (secretSources === UNKNOWN) return UNKNOWN;
  return some(secretSources.map((source) => (source === UNKNOWN ? UNKNOWN : isOfKind(source))));
}
