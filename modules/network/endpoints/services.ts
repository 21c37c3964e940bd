import type { Fault } from "../../errors";
import { fault, matching, problems, requireThat } from "../../errors";

/**
 * What Fargate tasks without a NAT talk to, by the AWS service's short name:
 *
 * | Service                | For                                                       |
 * | ---------------------- | --------------------------------------------------------- |
 * | `ecr.api`, `ecr.dkr`   | pulling images (their layers come by the gateway for S3)  |
 * | `logs`                 | writing logs                                              |
 * | `secretsmanager`, `ssm`| secrets and parameters in a task definition               |
 * | `ssmmessages`          | ECS Exec                                                  |
 *
 * ECS itself needs none: Fargate speaks to it by an interface of its own.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html
 */
export const FARGATE_SERVICES = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages"];

const SERVICE = /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*$/;

/** They have gateway endpoints, which are free; that of S3 is there anyway. */
const GATEWAY_SERVICES = ["s3", "dynamodb"];

/** The services asked for, each once; none if what was asked can't be read, which its check reports. */
export function servicesOf(asked: unknown): readonly string[] {
  if (asked === "fargate") return FARGATE_SERVICES;
  if (!Array.isArray(asked)) return [];
  return [...new Set(asked.filter((one) => typeof one === "string" && SERVICE.test(one)) as string[])];
}

/** `ecr.api` as a construct's id: `EcrApi`. */
export function endpointId(service: string): string {
  return service.replace(/(?:^|[.-])([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}

/** What is wrong with services; tokens, at any place, are undefined: they decide which resources exist. */
export function serviceFaults(asked: unknown, most: number): Fault[] {
  if (asked === "fargate") return [];
  if (!Array.isArray(asked))
    return [fault(problems.interfaceEndpoints, asked === undefined ? "a Terraform token" : asked)];
  const names = asked.filter((one): one is string => typeof one === "string");
  const repeated = names.filter((name, position) => names.indexOf(name) !== position);
  return [
    ...requireThat(
      names.length === asked.length,
      problems.interfaceEndpoints,
      "a list with something else than text",
    ),
    ...names.flatMap((name) => matching(problems.endpointService, name, SERVICE)),
    ...requireThat(repeated.length === 0, problems.endpointTwice, repeated.join(", ")),
    ...names
      .filter((name) => GATEWAY_SERVICES.includes(name))
      .map((name) => fault(problems.gatewayEndpointExists, name)),
    ...requireThat(names.length <= most, problems.interfaceEndpointQuota, names.length),
  ];
}
