import { secretStatements, type Grant } from "../../../../modules/fargate/task/secret-policies";
import { at, listAt, parse, type Json } from "../../../support/json";

const LOG = "aws_cloudwatch_log_group.log.arn";
const ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf";
const statements = (...grants: Partial<Grant>[]): Json[] =>
  secretStatements(
    grants.map((grant) => ({ store: "secretsmanager", id: ARN, keyArn: undefined, ...grant })),
    LOG,
  ).map(parse);

describe("what ECS may do for a task's secrets", () => {
  it("is nothing without any", () => {
    expect(secretStatements([], LOG)).toEqual([]);
  });

  it("is to read exactly the secret, whatever part of it is used", () => {
    expect(statements({}, {})).toEqual([
      { Action: ["secretsmanager:GetSecretValue"], Effect: "Allow", Resource: [ARN] },
    ]);
  });

  it("is to read exactly the parameter, in a statement of its own", () => {
    const parameter = "arn:aws:ssm:eu-west-1:210987654321:parameter/a/b";
    expect(statements({}, { store: "ssm", id: parameter })).toEqual([
      { Action: ["secretsmanager:GetSecretValue"], Effect: "Allow", Resource: [ARN] },
      { Action: ["ssm:GetParameters"], Effect: "Allow", Resource: [parameter] },
    ]);
  });

  it("is to use a key only where one is named, and only through the store that it is for", () => {
    const [, decrypt, ...others] = statements({ keyArn: "arn:key/1" }, { keyArn: "arn:key/1" }, {});
    expect(others).toEqual([]);
    expect(decrypt).toEqual({
      Action: ["kms:Decrypt"],
      Condition: {
        StringLike: {
          "kms:ViaService": ["secretsmanager.*.amazonaws.com", "secretsmanager.*.amazonaws.com.cn"],
        },
      },
      Effect: "Allow",
      Resource: ["arn:key/1"],
    });
    const [, ssm] = statements({ store: "ssm", id: "arn:aws:ssm:a:1:parameter/a", keyArn: "arn:key/2" });
    expect(at(ssm, "Condition.StringLike.kms:ViaService")).toEqual([
      "ssm.*.amazonaws.com",
      "ssm.*.amazonaws.com.cn",
    ]);
  });

  it("names no resource with a star", () => {
    const all = statements({ keyArn: "arn:key" }, { store: "ssm", id: "arn:aws:ssm:a:1:parameter/a" });
    expect(
      all
        .flatMap((one) => listAt(one, "Resource"))
        .map(String)
        .join(),
    ).not.toContain("*");
  });

  it.each(["/shop/token", "shop/token"])("finds the parameter %s where the task's log is", (name) => {
    const [statement] = secretStatements([{ store: "ssm", id: name, keyArn: undefined }], LOG);
    const parts = [1, 3, 4].map((place) => `split(":", ${LOG})[${place}]`).join(", ");
    expect(statement).toBe(
      '{"Action":["ssm:GetParameters"],"Effect":"Allow","Resource":' +
        `["\${format("arn:%s:ssm:%s:%s:parameter/%s", ${parts}, "shop/token")}"]}`,
    );
  });

  it("lets Terraform tell a name from an ARN where neither is known", () => {
    const id = { expression: "var.token" };
    const [statement] = secretStatements([{ store: "ssm", id, keyArn: undefined }], LOG);
    expect(statement).toContain('"${length(regexall("^arn:", var.token)) > 0 ? var.token : format(');
    expect(statement).toContain('trimprefix(var.token, "/"))}"');
    expect(secretStatements([{ store: "secretsmanager", id, keyArn: undefined }], LOG)[0]).toContain(
      '["${var.token}"]',
    );
  });
});
