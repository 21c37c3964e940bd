import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import type { Construct } from "constructs";
import { providerRegion } from "./region";

/** Where Terraform runs, for policies that name it; all but the region is known when Terraform runs. */
export interface Account {
  readonly accountId: string;
  /** `aws`, `aws-cn` or `aws-us-gov`: the second part of an ARN. */
  readonly partition: string;
  /** `amazonaws.com`, or that of China. */
  readonly dnsSuffix: string;
  /** Undefined if the stack's provider does not say. */
  readonly region: string | undefined;
}

/** Looks up account and partition, as children of a construct. */
export function accountOf(scope: Construct): Account {
  const { accountId } = new DataAwsCallerIdentity(scope, "Account");
  const { partition, dnsSuffix } = new DataAwsPartition(scope, "Partition");
  return { accountId, partition, dnsSuffix, region: providerRegion(scope) };
}
