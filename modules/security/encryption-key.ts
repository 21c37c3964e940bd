import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, inRange, limits, matching, problems } from "../errors";
import {
  type Account,
  accountOf,
  boundedName,
  reserveName,
  expectProps,
  GOES_LAST,
  labelOf,
  literals,
  namingPath,
  stackName,
} from "../foundation";
import { keyPolicy, type KeyUser } from "./policies";

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
const ALIAS = /^alias\/(?!aws\/)[a-zA-Z0-9/_-]{1,250}$/;
const LONGEST_ALIAS = 200;
const DEFAULT_ROTATION_DAYS = 365;

export interface EncryptionKeyProps {
  /**
   * Alias, `alias/` and 1 to 250 letters, digits, hyphens, underscores and slashes; unique in the region.
   * @default alias/ and the ids of stack and construct
   */
  readonly alias?: string;

  /**
   * Days between two rotations, 90 to 2560. What was encrypted before stays readable. The first and the second rotation
   * add 1 USD a month each. https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html
   * @default 365
   */
  readonly rotationDays?: number;

  /**
   * Days from the destruction to the end of the key, 7 to 30, in which it can be called back. What it encrypted can't
   * be read by anyone after that. https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
   * @default 30
   */
  readonly deletionWindowDays?: number;
}

/**
 * A KMS key of your own, which rotates by itself: for log groups, image repositories, topics, buckets. Without it AWS
 * encrypts all of these, too, with keys of its own and for free; yours you can shut, audit and delete. It costs 1 USD a
 * month and 0.03 USD per 10,000 requests (us-east-1). https://aws.amazon.com/kms/pricing/
 *
 * @example
 * const key = new EncryptionKey(stack, "Key");
 */
export class EncryptionKey extends Construct {
  public readonly arn: string;

  private readonly account: Account;
  private readonly key: KmsKey;
  private readonly users = new Set<KeyUser>();

  public constructor(scope: Construct, id: string, props: EncryptionKeyProps = {}) {
    super(scope, id);
    expectProps(this, "EncryptionKey", props);
    const stack = TerraformStack.of(this);
    const name = boundedName([stackName(this), labelOf(namingPath(this))], LONGEST_ALIAS);
    const alias = props.alias ?? `alias/${name}`;
    const taken = reserveName(stack, problems.keyAliasTaken, alias, this);
    addCheck(this, () => [...taken, ...this.faults({ ...props, alias })]);

    this.account = accountOf(this);
    this.key = this.createKey(name, props);
    new KmsAlias(this, "Alias", { name: alias, targetKeyId: this.key.keyId });
    this.arn = this.key.arn;
  }

  /** Lets CloudWatch alarms of this account send to SNS topics that are encrypted with the key. */
  public allowAlarms(): void {
    this.allow("alarms");
  }

  /** Lets AWS deliver flow logs of this account to buckets that are encrypted with the key. */
  public allowLogDelivery(): void {
    this.allow("log-delivery");
  }

  private allow(user: KeyUser): void {
    this.key.policy = keyPolicy(this.account, this.users.add(user));
  }

  private createKey(name: string, props: EncryptionKeyProps): KmsKey {
    return new KmsKey(this, "Resource", {
      description: `encrypts data of ${name}`,
      enableKeyRotation: true,
      rotationPeriodInDays: props.rotationDays ?? DEFAULT_ROTATION_DAYS,
      deletionWindowInDays: props.deletionWindowDays ?? limits.keyDeletionWindow.default,
      policy: keyPolicy(this.account, this.users),
      lifecycle: GOES_LAST,
      tags: { Name: name },
    });
  }

  private faults(props: EncryptionKeyProps): Fault[] {
    const { alias, rotationDays, deletionWindowDays } = literals(props);
    return [
      ...matching(problems.keyAlias, alias, ALIAS),
      ...inRange(limits.keyRotation, rotationDays),
      ...inRange(limits.keyDeletionWindow, deletionWindowDays),
    ];
  }
}
