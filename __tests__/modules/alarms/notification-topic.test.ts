import {
  EncryptionKey,
  NotificationTopic,
  type AwsStack,
  type NotificationTopicProps,
} from "../../../modules";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

const topic = (props?: NotificationTopicProps): Synthesized =>
  synthesize((stack) => new NotificationTopic(stack, "Operators", props));
const policyOf = (text: string) => JSON.parse(text) as { Statement: Record<string, unknown>[] };

describe("a topic for alarms", () => {
  const stack = topic({ emails: ["ops@example.com", "night.watch+eu@example.co.uk"] });
  const made = stack.only("aws_sns_topic");
  const account = stack.at("data.aws_caller_identity");

  it("takes messages from this account's CloudWatch, and from nobody without TLS", () => {
    const { Statement } = policyOf(stack.only("aws_sns_topic_policy").text("policy"));
    expect(account).toBeDefined();
    expect(Statement).toEqual([
      expect.objectContaining({
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Resource: made.ref("arn"),
        Condition: {
          StringEquals: { "aws:SourceAccount": expect.stringMatching(/^\$\{data\.aws_caller_identity\./) },
        },
      }),
      expect.objectContaining({
        Effect: "Deny",
        Principal: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    ]);
  });

  it("is encrypted with a key that turns over, and that CloudWatch may use", () => {
    const key = stack.only("aws_kms_key");
    expect(made.at("kms_master_key_id")).toBe(key.ref("arn"));
    expect(key.at("enable_key_rotation")).toBe(true);
    const [administration, alarms] = policyOf(key.text("policy")).Statement;
    expect(administration).toMatchObject({ Action: "kms:*" });
    expect(JSON.stringify(administration)).toMatch(/:iam::\$\{data\.aws_caller_identity\.[^}]+\}:root/);
    expect(alarms).toMatchObject({
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    });
  });

  it("writes to each address, under an id that another address does not move", () => {
    const subscriptions = stack.resources("aws_sns_topic_subscription");
    expect(subscriptions.map((one) => [one.at("protocol"), one.at("endpoint")])).toEqual(
      expect.arrayContaining([
        ["email", "ops@example.com"],
        ["email", "night.watch+eu@example.co.uk"],
      ]),
    );
    const alone = topic({ emails: ["ops@example.com"] }).only("aws_sns_topic_subscription").address;
    expect(subscriptions.map(({ address }) => address)).toContain(alone);
  });
});

describe("a topic with the encryption of disks alone", () => {
  it("has no key to pay for", () => {
    const stack = topic({ encryption: "disk-only" });
    expect(stack.resources("aws_kms_key")).toHaveLength(0);
    expect(stack.only("aws_sns_topic").at("kms_master_key_id")).toBeUndefined();
    expect(stack.resources("aws_sns_topic_subscription")).toHaveLength(0);
  });
});

describe("a topic with a key that is there already", () => {
  const withKey = (stack: AwsStack, props: NotificationTopicProps = {}): NotificationTopic =>
    new NotificationTopic(stack, "Operators", { encryptionKey: new EncryptionKey(stack, "Key"), ...props });

  it("makes none, and has that one let alarms in", () => {
    const stack = synthesize((scope) => withKey(scope));
    const key = stack.only("aws_kms_key");
    expect(stack.only("aws_sns_topic").at("kms_master_key_id")).toBe(key.ref("arn"));
    const users = policyOf(key.text("policy")).Statement.map(({ Principal }) => Principal);
    expect(users).toContainEqual({ Service: "cloudwatch.amazonaws.com" });
  });

  it("fails when it is asked not to use it", () => {
    expect(codesOf((scope) => withKey(scope, { encryption: "disk-only" }))).toEqual(["FY713"]);
  });

  it("fails when the key is something else", () => {
    const encryptionKey = "alias/key" as unknown as EncryptionKey;
    expect(codesOf((scope) => withKey(scope, { encryptionKey }))).toEqual(["FY018"]);
  });
});

describe("addresses", () => {
  it.each([["ops"], ["ops@example"], ["ops @example.com"], ["@example.com"], [""]])("fail as %j", (email) => {
    expect([...new Set(codesOf((stack) => new NotificationTopic(stack, "T", { emails: [email] })))]).toEqual([
      "FY712",
    ]);
  });

  it("fail when one is there twice", () => {
    const emails = ["ops@example.com", "ops@example.com"];
    expect(codesOf((stack) => new NotificationTopic(stack, "T", { emails }))).toEqual(["FY712"]);
  });
});
