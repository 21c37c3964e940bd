import type { WithArn } from "../../foundation/with-arn";
import type { LogRouter } from "./log-router";

export const ARCHITECTURES = ["X86_64", "ARM64"] as const;

/** What a task is, apart from its containers. */
export interface TaskSettings {
  /**
   * Processor that the images are built for. ARM64 (Graviton) costs 20 % less: 0.03238 USD a vCPU and hour in place of
   * 0.04048 (us-east-1). https://aws.amazon.com/fargate/pricing/
   * @default "X86_64"
   */
  readonly architecture?: (typeof ARCHITECTURES)[number];

  /**
   * Disk of a task in GiB, 21 to 200, for image layers, scratch volumes and whatever is written. Above 20 a GiB and
   * hour costs 0.000111 USD (us-east-1).
   * @default 20, which cost nothing
   */
  readonly ephemeralStorageGiB?: number;

  /**
   * True where images come through pull-through caches of ECR: the execution role may then also import those images,
   * and make the repositories that they are named by.
   * https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html
   * @default false
   */
  readonly pullThroughCache?: boolean;

  /**
   * Fluent Bit as a sidecar, for containers with `logOptions`.
   * @default none: all logs go to CloudWatch Logs
   */
  readonly logRouter?: LogRouter;

  /**
   * KMS key that the log is encrypted with; its policy has to let CloudWatch Logs use it. A change encrypts what is
   * written from then on.
   * @default AWS's own key
   */
  readonly logKey?: WithArn;
}
