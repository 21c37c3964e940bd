import { ifGiven, text, type Input } from "./input";

/** What a service takes from modules network and front-door. */
export const neighbours: Record<string, Input> = {
  target_group_arn: {
    type: "string",
    description:
      "Target group that the tasks are registered in, of type ip: target_group_arn of module front-door.",
    rules: [
      {
        ...text(
          undefined,
          "var.target_group_arn",
          "^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:targetgroup/.+$",
          {
            target_group_arn: "targets",
          },
        ),
        allowed: "is the ARN of a target group",
        fix: "pass target_group_arn of module front-door",
      },
    ],
  },
  load_balancer_arn: {
    type: "string",
    description: "Load balancer in front of the target group: load_balancer_arn of module front-door.",
    rules: [
      {
        ...text(
          undefined,
          "var.load_balancer_arn",
          "^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:loadbalancer/app/.+$",
          {
            load_balancer_arn: "shop",
          },
        ),
        allowed: "is the ARN of an Application Load Balancer",
        fix: "pass load_balancer_arn of module front-door",
      },
    ],
  },
  load_balancer_security_group_id: {
    type: "string",
    description:
      "Security group of the load balancer, which gets a rule to the tasks: load_balancer_security_group_id of module front-door.",
    rules: [
      {
        ...text(undefined, "var.load_balancer_security_group_id", "^sg-[0-9a-f]+$", {
          load_balancer_security_group_id: "shop-SG",
        }),
        allowed: "is the id of a security group",
        fix: "pass load_balancer_security_group_id of module front-door",
      },
    ],
  },
  create_cluster: {
    type: "bool",
    description: "Whether the service gets a cluster of its own. If not, it runs in cluster_arn.",
    default: true,
    rules: [
      {
        condition: "var.create_cluster || var.cluster_arn != null",
        given: '"none"',
        subject: "a service",
        allowed: "has a cluster of its own, or a cluster_arn",
        fix: "set cluster_arn, or leave create_cluster out",
        bad: { create_cluster: false },
      },
      {
        condition: "!var.create_cluster || var.cluster_arn == null",
        given: "jsonencode(var.cluster_arn)",
        subject: "cluster_arn",
        allowed: "goes with create_cluster = false: a cluster of its own is made",
        fix: "set create_cluster = false, or leave cluster_arn out",
        bad: { cluster_arn: "arn:aws:ecs:us-east-1:123456789012:cluster/shared" },
      },
    ],
  },
  cluster_arn: {
    type: "string",
    description: "Cluster to run in, with create_cluster = false; it has the capacity provider FARGATE.",
    default: null,
    rules: [
      ifGiven("cluster_arn", {
        ...text(undefined, "var.cluster_arn", "^arn:aws[a-z-]*:ecs:[a-z0-9-]+:[0-9]{12}:cluster/.+$", {
          create_cluster: false,
          cluster_arn: "shop",
        }),
        allowed: "is the ARN of a cluster",
        fix: "pass the cluster's ARN",
      }),
    ],
  },
};
