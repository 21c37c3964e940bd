import type { TargetGroup } from "../load-balancer";
import type { Scaling } from "../scaling";
import type { Cluster } from "./cluster";
import type { Capacity } from "./capacity";
import type { Container } from "./container/container";
import type { TaskSettings } from "./task/task-settings";
import type { Deployment } from "./deployment";

/** Who decides which image runs. */
export const RELEASES = ["terraform", "pipeline"] as const;
export type Releases = (typeof RELEASES)[number];

export interface FargateServiceProps {
  /** Cluster to run in; the tasks stand in the private subnets of its network. */
  readonly cluster: Cluster;

  /** The container that does the work and takes the traffic. */
  readonly container: Container;

  /**
   * Containers beside it in each task.
   * @default none
   */
  readonly sidecars?: readonly Container[];

  /**
   * Target group that the tasks are registered in.
   * @default none: no load balancer reaches the service
   */
  readonly targetGroup?: TargetGroup;

  /**
   * Name in AWS, 1 to 255 letters, digits, hyphens and underscores. A change replaces the service.
   * @default the construct's id
   */
  readonly serviceName?: string;

  /**
   * Name of the service's security group.
   * @default the ids of stack and construct with -SG
   */
  readonly securityGroupName?: string;

  /**
   * Number of tasks, 0 to 5000, spread over the zones. A task of 0.25 vCPU and 0.5 GB costs about 9 USD a month
   * (us-east-1). https://aws.amazon.com/fargate/pricing/
   * With `scaling` it is what the service starts with.
   * @default 2, with scaling its minimum
   */
  readonly desiredCount?: number;

  /**
   * Lets CPU, memory, requests or the clock decide how many tasks run.
   * @default none: desiredCount is what runs
   */
  readonly scaling?: Scaling;

  /**
   * How a new version comes in, and what sends it back.
   * @default rolling, back by circuit breaker and, behind a target group, by an alarm on answers of 5xx
   */
  readonly deployment?: Deployment;

  /**
   * `on-demand`; `spot`, about 70 % cheaper, for what AWS may take back at two minutes' notice; or some of both. A
   * change is a deployment, in place. To go back from another say `"on-demand"`: without the prop, the AWS provider
   * replaces the service.
   * @default on-demand
   */
  readonly capacity?: Capacity;

  /**
   * Seconds after its start during which a task may fail the load balancer's health check.
   * @default 60 with a target group
   */
  readonly healthCheckGraceSec?: number;

  /**
   * Ports on which tasks reach the internet: 443 is what pulls images and writes logs.
   * @default [443]
   */
  readonly outboundPorts?: readonly number[];

  /**
   * Name by which services that are allowed in find this one, at `http://NAME:PORT` (ECS Service Connect). Each task
   * gets a proxy, for which AWS advises to add 256 CPU units and 64 MiB.
   * @default none: it can't be found by name
   */
  readonly discoveryName?: string;

  /**
   * Days that logs are kept.
   * @default 30
   */
  readonly logRetentionDays?: number;

  /**
   * What a task is, apart from its containers: processor, disk, log router.
   * @default X86_64 with 20 GiB, logs to CloudWatch Logs
   */
  readonly task?: TaskSettings;

  /**
   * Lets those who may open sessions in the containers (`aws ecs execute-command`); the cluster writes down what is
   * typed and answered. No extra charge but the log. To take it back say `false`: ECS keeps the cluster's configuration,
   * and without the prop each plan would want it gone. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   * @default false
   */
  readonly exec?: boolean;

  /**
   * `terraform`: an apply brings a new image. `pipeline`: a pipeline does, with the AWS CLI, and Terraform leaves
   * alone which task definition runs. A change of this replaces nothing.
   * @default "terraform"
   */
  readonly releases?: Releases;
}
