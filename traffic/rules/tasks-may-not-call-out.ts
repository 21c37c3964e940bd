import { needsOf, UNKNOWN, type Service, type TrafficRule } from "../model";
import { fault, listed, type Rule } from "./rule";

const HTTPS = 443;

export const tasksMayNotCallOut: Rule = {
  code: "FY532",
  severity: "error",
  subject: "the security group of a Fargate service",
  allowed: "must allow outbound HTTPS, to pull the image, read secrets and write logs",
  fix: "add an egress rule for port 443: Terraform removes AWS's default rule, which allowed everything",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  judge: ({ services }) =>
    services
      .filter((service) => service.isFargate === true && needsHttps(service) && isShut(service))
      .map((service) => {
        const groups = listed(service.securityGroups.all.map(({ name }) => name));
        return fault(service, `${groups}, which lets nothing out on port ${HTTPS}`);
      }),
};

/** AWS is spoken to over HTTPS; a registry elsewhere may have another port. */
function needsHttps(service: Service): boolean {
  const needs = needsOf(service);
  if (needs === UNKNOWN) return false;
  const { pullsFromEcr, writesLogs, readsSecretsManager, readsParameters, pullsOverHttps } = needs;
  return [pullsFromEcr, writesLogs, readsSecretsManager, readsParameters, pullsOverHttps].includes(true);
}

function isShut({ securityGroups: { all, among, open } }: Service): boolean {
  return (
    !open &&
    !among &&
    all.length > 0 &&
    all.every((group) => !group.mayHaveOthers && !group.rules.some(mayLetOut))
  );
}

/** Whoever is at the other end: it may be an endpoint, a proxy or the internet. */
function mayLetOut({ direction, protocol, ports }: TrafficRule): boolean {
  if (direction === "ingress") return false;
  if (protocol !== "tcp" && protocol !== "-1" && protocol !== UNKNOWN) return false;
  return ports === UNKNOWN || (ports.from <= HTTPS && HTTPS <= ports.to);
}
