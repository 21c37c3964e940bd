import { EncryptionKey, type EncryptionKeyProps } from "../../../modules";
import { at, listAt, parse, type Json } from "../../support/json";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

const made = (props: EncryptionKeyProps = {}): Synthesized =>
  synthesize((scope) => {
    new EncryptionKey(scope, "Key", props);
  });
const codes = (props: EncryptionKeyProps): string[] =>
  codesOf((scope) => new EncryptionKey(scope, "Key", props));
const statements = (stack: Synthesized): Json[] =>
  listAt(
    parse(
      stack
        .only("aws_kms_key")
        .text("policy")
        .replace(/\$\{[^}]+\}/g, "?"),
    ),
    "Statement",
  );

describe("an encryption key", () => {
  const stack = made();
  const key = stack.only("aws_kms_key");

  it("rotates once a year, and can be called back for 30 days", () => {
    expect(key.at("enable_key_rotation")).toBe(true);
    expect(key.at("rotation_period_in_days")).toBe(365);
    expect(key.at("deletion_window_in_days")).toBe(30);
  });

  it("has an alias", () => {
    expect(stack.only("aws_kms_alias").at("name")).toBe("alias/test-Key");
    expect(stack.only("aws_kms_alias").at("target_key_id")).toBe(key.ref("key_id"));
  });

  it("belongs to the account, and serves CloudWatch Logs for log groups of this account and region alone", () => {
    const [owner, logs, ...others] = statements(stack);
    expect(others).toEqual([]);
    expect(owner).toMatchObject({ Principal: { AWS: "arn:?:iam::?:root" }, Action: "kms:*" });
    expect(at(logs, "Principal")).toEqual({ Service: "logs.us-east-1.?" });
    expect(at(logs, "Condition")).toEqual({
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:?:logs:us-east-1:?:log-group:*" },
    });
    expect(listAt(logs, "Action")).not.toContain("kms:*");
  });

  it("serves alarms that send to an encrypted topic once it is told to, however often", () => {
    const told = synthesize((scope) => {
      const one = new EncryptionKey(scope, "Key");
      one.allowAlarms();
      one.allowAlarms();
    });
    expect(statements(told).map((statement) => at(statement, "Sid"))).toEqual([
      ...["AccountDecidesByIam", "LogGroupsOfThisAccount", "AlarmsOfThisAccount"],
    ]);
    expect(at(statements(told)[2], "Condition")).toEqual({
      ArnLike: { "aws:SourceArn": "arn:?:cloudwatch:us-east-1:?:alarm:*" },
      StringEquals: { "aws:SourceAccount": "?" },
    });
  });

  it("serves the delivery of flow logs once it is told to", () => {
    const told = synthesize((scope) => new EncryptionKey(scope, "Key").allowLogDelivery());
    const [, , delivery, ...others] = statements(told);
    expect(others).toEqual([]);
    expect(at(delivery, "Principal")).toEqual({ Service: "delivery.logs.amazonaws.com" });
    expect(at(delivery, "Condition")).toEqual({
      ArnLike: { "aws:SourceArn": "arn:?:logs:us-east-1:?:*" },
      StringEquals: { "aws:SourceAccount": "?" },
    });
  });

  it.each(["alias/a", "alias/team/app_1", `alias/${"x".repeat(250)}`])("passes as %.20s", (alias) => {
    expect(codes({ alias })).toEqual([]);
  });

  it.each(["", "a", "alias/", "alias/aws/s3", "alias/a b", `alias/${"x".repeat(251)}`])(
    "fails as %.20j",
    (alias) => {
      expect(codes({ alias })).toEqual(["FY821"]);
    },
  );

  it.each([
    [{ rotationDays: 89 }, ["FY822"]],
    [{ rotationDays: 90 }, []],
    [{ rotationDays: 2560 }, []],
    [{ rotationDays: 2561 }, ["FY822"]],
    [{ deletionWindowDays: 6 }, ["FY823"]],
    [{ deletionWindowDays: 7 }, []],
    [{ deletionWindowDays: 30 }, []],
    [{ deletionWindowDays: 31 }, ["FY823"]],
  ])("with %j leads to %j", (props, expected) => {
    expect(codes(props)).toEqual(expected);
  });
});
