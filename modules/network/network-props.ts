import type { FlowLogDestination } from "./flow-logs/flow-log-rules";
import type { FlowLogsProps } from "./flow-logs/flow-log-props";
import type { NatMode } from "./nat/modes";

/** What can be added to any network, made here or not. */
export interface NetworkAdditions {
  /**
   * Interface endpoints, by which private subnets reach AWS services without NAT: `fargate` for those that tasks need
   * (`ecr.api`, `ecr.dkr`, `logs`, `secretsmanager`, `ssm`, `ssmmessages`), or short names of services. Each costs
   * 7.30 USD a zone and month (us-east-1, 0.01 USD an hour) and 0.01 USD a GB: `fargate` in two zones 88 USD.
   * https://aws.amazon.com/privatelink/pricing/
   * @default none
   */
  readonly interfaceEndpoints?: "fargate" | readonly string[];

  /**
   * A record of all connections of the VPC, in CloudWatch or in S3; charged by the GB, see `FlowLogsProps`.
   * @default none
   */
  readonly flowLogs?: FlowLogDestination | FlowLogsProps;
}

export interface NetworkProps extends NetworkAdditions {
  /**
   * Availability Zones, such as `us-east-1a`; a load balancer needs two. Each letter from a to f owns its addresses,
   * so zones can be added and removed at any time. Keep the first one first: a single NAT stands there.
   */
  readonly zones: readonly string[];

  /**
   * Addresses of the VPC, /16 to /23; can't be changed later without replacing everything.
   * @default "10.0.0.0/16"
   */
  readonly cidrBlock?: string;

  /**
   * More addresses for tasks, /16 to /25 each, at most 4: every zone gets another private subnet in each block, and a
   * service takes at most 16 subnets: 4 blocks in 3 zones, 1 in 6. Blocks can be added at any time, and removed. Free of charge. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   * @default none
   */
  readonly additionalCidrBlocks?: readonly string[];

  /**
   * NAT, by which private subnets reach the internet. `none`; `instance`, an EC2 instance in the first zone and for
   * all: about 7 USD a month with its address, no SLA; `single`, a NAT gateway in the first zone and for all;
   * `per-zone`, which goes on when a zone is lost. A gateway costs about 33 USD a month (us-east-1, 0.045 USD an hour)
   * and 0.045 USD a GB, and each address 3.65 USD. A change moves the routes, and replaces nothing else.
   * https://aws.amazon.com/vpc/pricing/
   * @default "single"
   */
  readonly nat?: NatMode;

  /**
   * Type of the NAT instance, a Graviton one. `t4g.nano` costs about 3 USD a month (us-east-1) and carries 32 Mbit/s
   * steadily, 5 Gbit/s for minutes. A change stops the instance for about a minute.
   * https://aws.amazon.com/ec2/pricing/on-demand/
   * @default "t4g.nano"
   */
  readonly natInstanceType?: string;

  /**
   * IPv6 beside IPv4: visitors reach internet-facing load balancers, and tasks the internet, by both. `unused` takes it
   * out of use again and leaves its addresses, which are free, with the subnets: AWS takes none back while a task has
   * one. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html
   * @default false
   */
  readonly ipv6?: boolean | "unused";

  /**
   * Name tag of the VPC.
   * @default the id of the stack
   */
  readonly name?: string;
}
