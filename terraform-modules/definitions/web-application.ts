import { problems } from "../../modules/errors";
import { webApplicationCases } from "./cases/web-application";
import { door } from "../inputs/door";
import { beginsGroup, naming } from "../inputs/naming";
import { networking } from "../inputs/networking";
import type { Rule } from "../inputs/input";
import { one, pick } from "../inputs/pick";
import { container, service } from "../inputs/service";
import { NAMED, NAT, SCALED, SCHEME, TLS } from "../template/dimensions";
import type { ModuleDefinition } from "./definition";
import { SCALING_POLICIES, SERVICE_LOCALS, SERVICE_OUTPUTS } from "./fargate-service";
import { DOOR_LOCALS, DOOR_OUTPUTS, DOOR_PRECONDITIONS } from "./front-door";
import { NETWORK_OUTPUTS, ZONE_LOCALS, ZONE_PRECONDITIONS } from "./network";

/** Private subnets have 3 bits more than the VPC, or 4 where that is a /23, and AWS keeps 5 addresses of each. */
const PRIVATE_PREFIX =
  'tonumber(split("/", var.cidr_block)[1]) + (split("/", var.cidr_block)[1] == "23" ? 4 : 3)';
const MOST_TASKS = "2 * max(var.desired_count, try(var.scaling.maximum, 0))";

const ROOM: Rule = {
  kind: problems.tooFewAddresses,
  condition: `try(ceil(${MOST_TASKS} / length(var.zones)) <= pow(2, 32 - (${PRIVATE_PREFIX})) - 5, true)`,
  given: `"\${try(${MOST_TASKS}, null)} in \${length(var.zones)} subnets of \${var.cidr_block}"`,
  subject: "a service",
  fix: "lower desired_count or scaling.maximum, add a zone, or use a larger cidr_block, which can't be changed later",
  bad: { cidr_block: "10.0.0.0/23", desired_count: 28 },
};

export const webApplication: ModuleDefinition = {
  name: "web-application",
  title: "Web application",
  summary:
    "All of it: a network, a load balancer in its public subnets, and a Fargate service in its private ones. Traffic gets from the internet to the container, and nowhere else.",
  cost: "About 71 USD with a single NAT gateway and two tasks of 256 CPU units and 512 MiB; traffic, logs and metrics come on top.",
  parts: ["network", "front-door", "service"],
  dimensions: [NAT, SCHEME, TLS, NAMED, SCALED],
  fixed: { cluster: "made" },
  inputs: {
    name: one(naming, "name", {
      rules: [
        ...(naming.name?.rules ?? []),
        beginsGroup("name", "load_balancer_security_group_name"),
        beginsGroup("name", "service_security_group_name"),
      ],
    }),
    ...pick(naming, "service_name"),
    zones: one(networking, "zones", {
      rules: [
        ...(networking.zones?.rules ?? []).filter(({ kind }) => kind !== problems.zonesMissing),
        {
          kind: problems.tooFewZones,
          condition: "length(var.zones) >= 2",
          given: "length(var.zones)",
          subject: "a load balancer",
          bad: { zones: ["us-east-1a"] },
        },
      ],
    }),
    ...pick(networking, "cidr_block"),
    nat: one(networking, "nat", {
      description:
        "NAT gateways, by which tasks reach the internet: single, in the first zone and for all; per-zone, which goes on when a zone is lost. A gateway costs about 37 USD a month with its address (us-east-1), and 0.045 USD a GB. A change moves routes, and replaces nothing else.",
      rules: (networking.nat?.rules ?? []).map((rule) => ({
        ...rule,
        condition: 'contains(["single", "per-zone"], var.nat)',
        allowed: "is single or per-zone: without one, tasks could not pull their image",
        fix: "choose single or per-zone",
        bad: { nat: "none" },
      })),
    }),
    ...door,
    ...container,
    stop_timeout: one(container, "stop_timeout", {
      rules: [
        ...(container.stop_timeout?.rules ?? []),
        {
          kind: problems.stopTimeoutTooShort,
          condition: "var.stop_timeout >= min(var.deregistration_delay, 120)",
          given: "var.stop_timeout",
          subject: "stop_timeout",
          allowed: "is not less than deregistration_delay, up to Fargate's 120 seconds",
          fix: "raise stop_timeout, or lower deregistration_delay",
          bad: { deregistration_delay: 90 },
        },
      ],
    }),
    ...service,
    desired_count: one(service, "desired_count", { rules: [...(service.desired_count?.rules ?? []), ROOM] }),
    ...pick(
      naming,
      ...["load_balancer_name", "load_balancer_security_group_name", "target_group_name"],
      ...["service_security_group_name", "tags"],
    ),
  },
  locals: { ...ZONE_LOCALS, ...DOOR_LOCALS, ...SERVICE_LOCALS },
  outputs: { ...DOOR_OUTPUTS, ...SERVICE_OUTPUTS, ...NETWORK_OUTPUTS },
  twins: { targets: "named", service: "scaled" },
  only: SCALING_POLICIES,
  preconditions: {
    ...ZONE_PRECONDITIONS,
    ...DOOR_PRECONDITIONS,
    "aws_security_group.service_security_group": [
      {
        kind: problems.securityGroupNameTaken,
        condition:
          "lower(local.service_security_group_name) != lower(local.load_balancer_security_group_name)",
        given: "jsonencode(local.service_security_group_name)",
        subject: "a security group name",
        fix: "set service_security_group_name or load_balancer_security_group_name",
      },
    ],
  },
  ...webApplicationCases,
};
