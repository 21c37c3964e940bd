import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { FlowLog, type FlowLogConfig } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { boundedName, labelOf, namingPath, stackName } from "../../foundation";
import type { FlowLogsProps } from "./flow-log-props";
import { flowLogPermissions, flowLogTrust } from "./flow-log-rules";
import { LogBucket } from "./log-bucket";

const DEFAULT_LOG_DAYS = 30;
const DEFAULT_BUCKET_DAYS = 90;
const DEFAULT_AGGREGATION_SEC = 600;

/** The provider adds 26 characters of its own to a prefix; a role's name has at most 64. */
const LONGEST_PREFIX = 38;

type Target = Pick<FlowLogConfig, "logDestination" | "logDestinationType" | "iamRoleArn" | "dependsOn">;

/**
 * A record of who talked to whom in a VPC: addresses, ports, bytes, and whether it was let through. A change of its
 * destination, traffic or interval replaces the flow log, and nothing else.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
 */
export class FlowLogs extends Construct {
  public constructor(scope: Construct, id: string, vpcId: string, props: FlowLogsProps) {
    super(scope, id);
    const target = props.destination === "s3" ? this.toBucket(props) : this.toLogGroup(props);
    new FlowLog(this, "Resource", {
      vpcId,
      trafficType: props.traffic ?? "ALL",
      maxAggregationInterval: props.aggregationSec ?? DEFAULT_AGGREGATION_SEC,
      tags: { Name: "FlowLogs" },
      ...target,
    });
  }

  private toLogGroup({ retentionDays, kmsKey }: FlowLogsProps): Target {
    const [stackId, label] = [stackName(this), labelOf(namingPath(this))];
    const log = new CloudwatchLogGroup(this, "Log", {
      name: `/frontyard/${stackId}/${label}`,
      retentionInDays: retentionDays ?? DEFAULT_LOG_DAYS,
      ...(kmsKey === undefined ? {} : { kmsKeyId: kmsKey.arn }),
    });
    const role = new IamRole(this, "Role", {
      namePrefix: `${boundedName([stackId, label], LONGEST_PREFIX - 1)}-`,
      description: `write flow logs of ${label}`,
      assumeRolePolicy: flowLogTrust(this.accountId()),
    });
    const permissions = new IamRolePolicy(this, "Write", {
      name: "Write",
      role: role.id,
      policy: flowLogPermissions(log.arn),
    });
    return {
      logDestinationType: "cloud-watch-logs",
      logDestination: log.arn,
      iamRoleArn: role.arn,
      dependsOn: [permissions],
    };
  }

  private toBucket({ bucket, retentionDays, kmsKey, emptyBucketOnDestroy }: FlowLogsProps): Target {
    if (bucket !== undefined) return { logDestinationType: "s3", logDestination: bucket.arn };
    const made = new LogBucket(this, "Bucket", {
      accountId: this.accountId(),
      retentionDays: retentionDays ?? DEFAULT_BUCKET_DAYS,
      kmsKey,
      emptyOnDestroy: emptyBucketOnDestroy ?? false,
    });
    return { logDestinationType: "s3", logDestination: made.arn, dependsOn: made.ready };
  }

  private accountId(): string {
    return new DataAwsCallerIdentity(this, "Account").accountId;
  }
}
