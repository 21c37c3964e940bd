import { limits, problems } from "../../modules/errors";
import { fargateServiceCases } from "./cases/fargate-service";
import { door } from "../inputs/door";
import { beginsGroup, naming } from "../inputs/naming";
import { neighbours } from "../inputs/neighbours";
import { networking } from "../inputs/networking";
import { one, pick } from "../inputs/pick";
import { container, service } from "../inputs/service";
import { CLUSTER, SCALED } from "../template/dimensions";
import type { ModuleDefinition } from "./definition";

export const SERVICE_LOCALS = {
  service_security_group_name:
    'coalesce(var.service_security_group_name, "${var.name}-${var.service_name}-SG")',
  // IAM takes 38 characters of a prefix, and the longest that follows has 15.
  role_prefix: 'substr("${var.name}-${var.service_name}", 0, 22)',
};

export const SERVICE_OUTPUTS: ModuleDefinition["outputs"] = {
  cluster_arn: {
    description:
      "The cluster that the service runs in; known once its capacity providers are, so that other services wait.",
  },
  service_name: { description: "Name of the service.", value: "var.service_name" },
  service_security_group_id: {
    description: "Security group of the tasks, which admits the load balancer alone.",
  },
  task_role_name: {
    description: "Role of the program, which may do nothing until policies are attached to it.",
    value: "aws_iam_role.service_task_task_role.name",
  },
  task_role_arn: { description: "The same role.", value: "aws_iam_role.service_task_task_role.arn" },
  execution_role_arn: {
    description: "Role with which ECS pulls the image, writes the log and reads the secrets.",
    value: "aws_iam_role.service_task_execution_role.arn",
  },
  log_group_name: {
    description: "Log group of the tasks.",
    value: "aws_cloudwatch_log_group.service_task_log.name",
  },
};

export const SCALING_POLICIES: ModuleDefinition["only"] = {
  "aws_appautoscaling_policy.service_scaling_cpu": "try(var.scaling.cpu_percent, null) != null",
  "aws_appautoscaling_policy.service_scaling_requests": "try(var.scaling.requests_per_target, null) != null",
};

export const fargateService: ModuleDefinition = {
  name: "fargate-service",
  title: "Fargate service",
  summary:
    "Tasks of one container on Fargate in private subnets behind a target group, with cluster, roles, log and security group. An apply ends when the new tasks are well, and fails if ECS rolled back to the old ones.",
  cost: "About 9 USD for each task of 256 CPU units and 512 MiB; Container Insights 0.30 USD a metric. The cluster is free.",
  parts: ["service"],
  dimensions: [CLUSTER, SCALED],
  fixed: { nat: "single", scheme: "internet-facing", tls: "off", named: "no" },
  inputs: {
    name: one(naming, "name", {
      rules: [...(naming.name?.rules ?? []), beginsGroup("name", "service_security_group_name")],
    }),
    ...pick(naming, "service_name"),
    ...pick(networking, "vpc_id"),
    subnet_ids: one(networking, "subnet_ids", {
      description: "Private subnets of the VPC, with a way out to pull images and write logs.",
      rules: [
        ...(networking.subnet_ids?.rules ?? []),
        {
          kind: problems.tooManySubnets,
          condition: "length(var.subnet_ids) <= 16",
          given: "length(var.subnet_ids)",
          fix: "pass fewer subnets",
          bad: { subnet_ids: [...Array(17).keys()].map((number) => `subnet-000000000000000${number + 10}`) },
        },
      ],
    }),
    ...neighbours,
    port: one(door, "port", {
      description: "Port that the container listens on: that of the target group.",
      rules: (door.port?.rules ?? []).map((rule) => ({
        ...rule,
        kind: limits.containerPort,
        subject: "port",
      })),
    }),
    ...container,
    ...service,
    ...pick(naming, "service_security_group_name", "tags"),
  },
  locals: SERVICE_LOCALS,
  outputs: SERVICE_OUTPUTS,
  bounds: [
    ["aws_vpc.vpc.id", "var.vpc_id"],
    ["[for zone in var.zones : aws_subnet.private_subnet[zone].id]", "var.subnet_ids"],
    ["aws_lb_target_group.targets.arn_suffix", 'try(regex("targetgroup/.+$", var.target_group_arn), "")'],
    ["aws_lb_target_group.targets.arn", "var.target_group_arn"],
    ["aws_lb.load_balancer.arn_suffix", 'try(regex("app/.+$", var.load_balancer_arn), "")'],
    ["aws_security_group.load_balancer_security_group.id", "var.load_balancer_security_group_id"],
    ["aws_ecs_cluster.cluster.arn", "var.cluster_arn"],
  ],
  twins: { service: "scaled" },
  only: SCALING_POLICIES,
  ...fargateServiceCases,
};
