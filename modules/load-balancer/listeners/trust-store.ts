import { LbTrustStore } from "@cdktf/provider-aws/lib/lb-trust-store";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { addCheck, matching, problems } from "../../errors";
import {
  boundedName,
  reserveName,
  expectProps,
  GOES_LAST,
  literals,
  namingId,
  stackName,
} from "../../foundation";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTrustStore.html */
const NAME = /^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/;
const LONGEST_NAME = 32;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const KEY = /^(?!\/)[^]{1,1024}$/;

export interface TrustStoreProps {
  /** S3 bucket in the stack's region that holds the bundle. */
  readonly bucket: string;

  /** Key of a PEM file with the certificates of the authorities. To change them, write another key, or name a version. */
  readonly key: string;

  /**
   * Version of the object, in a bucket that keeps versions.
   * @default the latest at the time of the apply
   */
  readonly objectVersion?: string;

  /**
   * Exact name, 1 to 32 letters, digits and hyphens, unique in the region. A change replaces the trust store.
   * @default the ids of stack and construct
   */
  readonly name?: string;
}

/**
 * The certificate authorities whose clients a listener lets in with mutual TLS. About 4 USD a month for each that is
 * in use (us-east-1). https://aws.amazon.com/elasticloadbalancing/pricing/
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
 *
 * @example
 * const trustStore = new TrustStore(stack, "Clients", { bucket: "example-authorities", key: "clients.pem" });
 */
export class TrustStore extends Construct {
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: TrustStoreProps) {
    super(scope, id);
    expectProps(this, "TrustStore", props);
    const stack = TerraformStack.of(this);
    const name = props.name ?? boundedName([stackName(this), namingId(this)], LONGEST_NAME);
    const known = literals({ ...props, name });
    const taken = reserveName(stack, problems.trustStoreName, name, this);
    addCheck(this, () => [
      ...taken,
      ...matching(problems.trustStoreName, known.name, NAME),
      ...matching(problems.trustStoreBundle, known.bucket, BUCKET, "bucket"),
      ...matching(problems.trustStoreBundle, known.key, KEY, "key"),
    ]);

    this.arn = new LbTrustStore(this, "Resource", {
      name,
      caCertificatesBundleS3Bucket: props.bucket,
      caCertificatesBundleS3Key: props.key,
      caCertificatesBundleS3ObjectVersion: props.objectVersion,
      tags: { Name: name },
      lifecycle: GOES_LAST,
    }).arn;
  }
}
