import type { ModuleDefinition } from "../definition";

type Cases = Pick<ModuleDefinition, "least" | "examples" | "shapes" | "notes">;

const ARN = "arn:aws:elasticloadbalancing:us-east-1:123456789012";
const SECRETS = "arn:aws:secretsmanager:us-east-1:123456789012:secret";

const least = {
  name: "shop",
  vpc_id: "vpc-00000000000000001",
  subnet_ids: ["subnet-00000000000000001", "subnet-00000000000000002"],
  target_group_arn: `${ARN}:targetgroup/shop/0123456789abcdef`,
  load_balancer_arn: `${ARN}:loadbalancer/app/shop/0123456789abcdef`,
  load_balancer_security_group_id: "sg-00000000000000001",
  image: "public.ecr.aws/docker/library/caddy:2.10.2-alpine",
  port: 8080,
};

/** The section on scaling: the one thing that Terraform lets no input decide in place. */
export const SCALING_NOTE = [
  "## Scaling, on or off",
  "With `scaling`, the number of tasks belongs to Application Auto Scaling, so Terraform has to leave it alone; it takes no expression for that. " +
    "The service is `aws_ecs_service.service` without, and `aws_ecs_service.service_scaled` with it. Before the apply that turns it on for a service that stands, " +
    "move the service in the state (`module.NAME` is your call of this module), or it is destroyed and made again:",
  "```sh\nterraform state mv 'module.NAME.aws_ecs_service.service[0]' 'module.NAME.aws_ecs_service.service_scaled[0]'\n```",
];

export const SERVICE_SHAPES: ModuleDefinition["shapes"] = [
  {
    name: "a_fixed_number_of_tasks",
    inputs: { desired_count: 3 },
    holds: {
      "that many": "aws_ecs_service.service[0].desired_count == 3",
      "nothing scales": "length(aws_appautoscaling_target.service_scaling) == 0",
      "no public address": "!aws_ecs_service.service[0].network_configuration[0].assign_public_ip",
      "an apply waits": "aws_ecs_service.service[0].wait_for_steady_state",
    },
  },
  {
    name: "scaling_by_cpu",
    inputs: { scaling: { minimum: 2, maximum: 10, cpu_percent: 60 } },
    holds: {
      "within bounds": "aws_appautoscaling_target.service_scaling[0].max_capacity == 10",
      "by CPU": "length(aws_appautoscaling_policy.service_scaling_cpu) == 1",
      "not by requests": "length(aws_appautoscaling_policy.service_scaling_requests) == 0",
      "the service that leaves its number alone":
        "length(aws_ecs_service.service_scaled) == 1 && length(aws_ecs_service.service) == 0",
    },
  },
  {
    name: "scaling_by_requests",
    inputs: { scaling: { minimum: 2, maximum: 10, requests_per_target: 1000 } },
    holds: {
      "by requests": "length(aws_appautoscaling_policy.service_scaling_requests) == 1",
      "not by CPU": "length(aws_appautoscaling_policy.service_scaling_cpu) == 0",
    },
  },
  {
    name: "names_from_inputs",
    inputs: { name: "shop", service_name: "basket" },
    holds: {
      "the service's": 'aws_ecs_service.service[0].name == "basket"',
      "the log's": 'aws_cloudwatch_log_group.service_task_log.name == "/frontyard/shop/basket"',
      "the security group's": 'aws_security_group.service_security_group.name == "shop-basket-SG"',
    },
  },
  {
    name: "long_names_fit",
    inputs: { name: "a-shop-with-quite-a-long-name", service_name: "recommendations" },
    holds: {
      "a role's prefix has 38 characters at most":
        "length(aws_iam_role.service_task_execution_role.name_prefix) <= 38",
    },
  },
];

export const fargateServiceCases: Cases = {
  least,
  examples: [
    {
      name: "one-service",
      title: "Two tasks behind a target group, in a cluster of their own.",
      inputs: {
        name: "shop",
        image: "public.ecr.aws/docker/library/caddy:2.10.2-alpine",
        command: ["caddy", "respond", "--listen", ":8080", "--body", "hello"],
        port: 8080,
      },
      outputs: ["cluster_arn", "service_name", "log_group_name"],
    },
    {
      name: "scaled",
      title: "Two to ten tasks, as CPU and requests ask for, with configuration and a secret.",
      inputs: {
        name: "shop",
        service_name: "basket",
        image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/basket:1.4.2",
        port: 8080,
        cpu: 512,
        memory: 1024,
        cpu_architecture: "ARM64",
        scaling: { minimum: 2, maximum: 10, cpu_percent: 60, requests_per_target: 1000 },
        environment: { LOG_LEVEL: "info" },
        secrets: { DATABASE_URL: `${SECRETS}:basket-AbCdEf` },
      },
      outputs: ["task_role_name"],
    },
  ],
  shapes: [
    ...SERVICE_SHAPES,
    {
      name: "in_a_cluster_that_stands",
      inputs: { create_cluster: false, cluster_arn: "arn:aws:ecs:us-east-1:123456789012:cluster/shared" },
      holds: {
        "no cluster is made": "length(aws_ecs_cluster.cluster) == 0",
        "the service runs in it": "aws_ecs_service.service[0].cluster == var.cluster_arn",
      },
    },
  ],
  notes: SCALING_NOTE,
};
