import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, matching, problems, requireThat } from "../errors";
import type { EncryptionKey } from "../security";
import {
  type Account,
  accountOf,
  boundedName,
  reserveName,
  expectProps,
  idPart,
  labelOf,
  literal,
  literals,
  namingPath,
  stackName,
} from "../foundation";
import { keyPolicy, topicPolicy } from "./topic-policies";

/** https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
const NAME = /^[A-Za-z0-9_-]{1,256}$/;
const LONGEST_NAME = 256;
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;
const ENCRYPTIONS = ["customer-key", "disk-only"] as const;

export interface NotificationTopicProps {
  /**
   * Name in AWS, 1 to 256 letters, digits, hyphens and underscores. A change replaces the topic.
   * @default the ids of stack and construct
   */
  readonly name?: string;

  /**
   * Who is written to. AWS sends each a message first, and sends alarms only to who follows the link in it.
   * @default nobody
   */
  readonly emails?: readonly string[];

  /**
   * `customer-key` encrypts messages with a key of their own, for 1 USD a month (us-east-1), as auditors ask for;
   * `disk-only` leaves it at the encryption of AWS's disks, for nothing.
   * https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
   * @default "customer-key"
   */
  readonly encryption?: (typeof ENCRYPTIONS)[number];

  /**
   * Key to encrypt messages with; it is told to let alarms of this account use it.
   * @default with `customer-key` a key that is made for the topic
   */
  readonly encryptionKey?: EncryptionKey;
}

/**
 * Where alarms are sent to, and from there to people: an SNS topic that takes messages from this account's alarms, over
 * TLS alone. 1,000 e-mails a month are free, 100,000 cost 2 USD. https://aws.amazon.com/sns/pricing/
 *
 * @example
 * const topic = new NotificationTopic(stack, "Operators", { emails: ["ops@example.com"] });
 * new LoadBalancerAlarms(stack, "DoorAlarms", { door, topic });
 */
export class NotificationTopic extends Construct {
  /** Known once CloudWatch may publish. */
  public readonly arn: string;
  public readonly topicName: string;

  public constructor(scope: Construct, id: string, props: NotificationTopicProps = {}) {
    super(scope, id);
    expectProps(this, "NotificationTopic", props);
    const { emails = [] } = props;
    this.topicName = props.name ?? boundedName([stackName(this), labelOf(namingPath(this))], LONGEST_NAME);
    const taken = reserveName(TerraformStack.of(this), problems.topicNameTaken, this.topicName, this);
    addCheck(this, () => [...taken, ...this.faults(props)]);

    const account = accountOf(this);
    const topic = new SnsTopic(this, "Resource", {
      name: this.topicName,
      kmsMasterKeyId: this.keyArn(props, account),
      tags: { Name: this.topicName },
    });
    const policy = new SnsTopicPolicy(this, "Policy", {
      arn: topic.arn,
      policy: topicPolicy(topic.arn, account),
    });
    this.arn = policy.arn;
    this.subscribe(topic.arn, emails);
  }

  private keyArn(
    { encryption, encryptionKey }: NotificationTopicProps,
    account: Account,
  ): string | undefined {
    if ((encryption ?? "customer-key") !== "customer-key") return undefined;
    encryptionKey?.allowAlarms();
    return encryptionKey?.arn ?? this.createKey(account);
  }

  private createKey(account: Account): string {
    return new KmsKey(this, "Key", {
      description: `messages of ${this.topicName}`,
      enableKeyRotation: true,
      policy: keyPolicy(account),
      tags: { Name: this.topicName },
    }).arn;
  }

  private subscribe(topicArn: string, emails: readonly string[]): void {
    const within = new Construct(this, "Emails");
    const ids = new Map(emails.map((endpoint) => [idPart(this, endpoint), endpoint]));
    ids.forEach((endpoint, id) => {
      if (id !== "") new SnsTopicSubscription(within, id, { topicArn, protocol: "email", endpoint });
    });
  }

  private faults(props: NotificationTopicProps): Fault[] {
    const { emails = [], encryption = "customer-key", encryptionKey } = props;
    const isIdle = encryption === "disk-only" && encryptionKey !== undefined;
    const known = emails.map((email) => literal(email)).filter((email) => email !== undefined);
    const ids = new Set(emails.map((email) => idPart(this, email)));
    const wrong = known.find((email) => !EMAIL.test(email));
    return [
      ...matching(problems.topicName, literals({ name: this.topicName }).name, NAME),
      ...requireThat(wrong === undefined, problems.emailAddress, JSON.stringify(wrong)),
      ...requireThat(
        ids.size === emails.length,
        problems.emailAddress,
        "one twice, or two that differ in their signs alone",
      ),
      ...requireThat(
        ENCRYPTIONS.includes(encryption),
        problems.topicEncryption,
        literal(encryption) ?? "a Terraform token",
      ),
      ...requireThat(!isIdle, problems.topicEncryption, "disk-only beside an encryptionKey"),
    ];
  }
}
