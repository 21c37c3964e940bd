import { fault, type Fault, matching, problems, requireThat } from "../errors";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const BUCKET = /^(?!xn--|sthree-|.*\.\.|.*-s3alias$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

export const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

const KMS_KEY = /^(arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(key|alias)\/.+|alias\/.+|(mrk-)?[0-9a-f-]{32,36})$/;

const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;

const ENDPOINT = /^(https:\/\/[^/\s@?#]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?)\/?$/;

/** A key has 1024 bytes, and `.tflock` is put behind it. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const LONGEST_KEY = 1017;

export const DEFAULT_KEY = "{stack}/terraform.tfstate";

export interface S3StateProps {
  /** Name of the bucket, which stands already: see StateBucket. */
  readonly bucket: string;

  /**
   * Region of the bucket, such as `us-east-1`.
   * @default the stack's own
   */
  readonly region?: string;

  /**
   * Key of the state in the bucket, 1 to 1017 bytes; `{stack}` stands for the id of the stack.
   * @default "{stack}/terraform.tfstate"
   */
  readonly key?: string;

  /**
   * ARN, id or alias of the KMS key that encrypts the state; KMS takes 0.03 USD for 10,000 requests (us-east-1), and
   * 1 USD a month for a key of one's own. https://aws.amazon.com/kms/pricing/
   * @default none: the bucket's own encryption, S3's key as a rule, which is free
   */
  readonly kmsKeyId?: string;

  /**
   * ARN of a role that Terraform takes on for the state alone, such as one in the account of the bucket.
   * @default none: the credentials that Terraform runs with
   */
  readonly roleArn?: string;

  /**
   * Name of the profile for the state alone, in the AWS files of whoever runs Terraform.
   * @default none
   */
  readonly profile?: string;

  /**
   * Address of an S3-compatible store, which has to refuse a second `PutObject` with `If-None-Match`, or it locks nothing.
   * @default none: Amazon S3
   */
  readonly endpoint?: string;
}

/** What is wrong with known settings; a region that is undefined could be found nowhere. */
export function s3Faults(props: S3StateProps, key: string, region: string | undefined): Fault[] {
  return [
    ...matching(problems.stateBucketName, props.bucket, BUCKET),
    ...(/^\d+(\.\d+){3}$/.test(props.bucket)
      ? [fault(problems.stateBucketName, `the IP address ${props.bucket}`)]
      : []),
    ...requireThat(isKey(key), problems.stateKey, JSON.stringify(key)),
    ...requireThat(
      region !== undefined && REGION.test(region),
      problems.stateRegion,
      JSON.stringify(region ?? null),
    ),
    ...matching(problems.stateKmsKey, props.kmsKeyId, KMS_KEY),
    ...matching(problems.stateEndpoint, props.endpoint, ENDPOINT),
    ...matching(problems.stateRoleArn, props.roleArn, ROLE),
  ];
}

/** A key or a workspace as a stack has it. */
export function nameFor(stack: string, pattern: string): string {
  return pattern.replaceAll("{stack}", stack);
}

function isKey(key: string): boolean {
  const bytes = Buffer.byteLength(key);
  return bytes > 0 && bytes <= LONGEST_KEY && !/^\/|\/$|\/\/|[{}\p{Cc}]|(^|\/)\.\.?(\/|$)/u.test(key);
}
