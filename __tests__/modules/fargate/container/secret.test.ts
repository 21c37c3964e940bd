import { secretsManagerSecret, ssmParameter, valueFrom } from "../../../../modules/fargate/container/secret";
import { variableFaults } from "../../../../modules/fargate/container/secret-faults";

const ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:team/shop-AbCdEf";
const codes = (known: Parameters<typeof variableFaults>[0]): string[] =>
  variableFaults(known).map(({ code }) => code);
const secret = (...args: Parameters<typeof secretsManagerSecret>): string[] =>
  codes({ secrets: { A: secretsManagerSecret(...args) } });

describe("where a secret comes from", () => {
  it.each([
    [secretsManagerSecret(ARN), ARN],
    [secretsManagerSecret({ arn: ARN }), ARN],
    [secretsManagerSecret(ARN, { jsonKey: "user" }), `${ARN}:user::`],
    [secretsManagerSecret(ARN, { versionStage: "AWSPREVIOUS" }), `${ARN}::AWSPREVIOUS:`],
    [secretsManagerSecret(ARN, { jsonKey: "user", versionId: "v1" }), `${ARN}:user::v1`],
    [ssmParameter("/shop/token"), "/shop/token"],
    [ssmParameter({ arn: "arn:aws:ssm:us-east-1:1:parameter/a" }), "arn:aws:ssm:us-east-1:1:parameter/a"],
  ])("%j is written as %s", (made, text) => {
    expect(valueFrom(made)).toBe(text);
  });
});

describe("a secret", () => {
  it.each([ARN, ARN.replace("aws:", "aws-cn:"), ARN.replace("team/shop", "rds!cluster-1a2b")])(
    "goes by its ARN %s",
    (arn) => {
      expect(secret(arn)).toEqual([]);
    },
  );

  it.each([
    "shop",
    "",
    `${ARN}:password::`,
    ARN.replace("-AbCdEf", ""),
    ARN.replace("secretsmanager", "ssm"),
  ])("fails as %j", (arn) => {
    expect(secret(arn)).toEqual(["FY437"]);
  });

  it.each(["token", "/shop/token", "a.b-c_d", "arn:aws:ssm:us-east-1:123456789012:parameter/shop/token"])(
    "goes by the parameter %s",
    (name) => {
      expect(codes({ secrets: { A: ssmParameter(name) } })).toEqual([]);
    },
  );

  it.each(["", "/", "a b", "/a/", "//a", "${x}", "arn:aws:ssm:us-east-1:1:parameter/a", ARN])(
    "fails as the parameter %j",
    (name) => {
      expect(codes({ secrets: { A: ssmParameter(name) } })).toEqual(["FY438"]);
    },
  );

  it("fails with two versions, or with a key that has a colon", () => {
    expect(secret(ARN, { versionId: "a", versionStage: "b" })).toEqual(["FY439"]);
    expect(secret(ARN, { jsonKey: "" })).toEqual(["FY439"]);
    expect(secret(ARN, { jsonKey: "a:b" })).toEqual(["FY439"]);
  });

  it("is judged in the options of a log too", () => {
    expect(codes({ logOptions: { Name: "datadog", apikey: secretsManagerSecret("key") } })).toEqual([
      "FY437",
    ]);
  });
});

describe("a variable in plain text", () => {
  it.each(["DB_PASSWORD", "password", "TOKEN", "GITHUB_TOKEN", "API_KEY", "APIKEY", "AWS_SECRET_ACCESS_KEY"])(
    "fails under the name %s, without its value being told",
    (name) => {
      const found = variableFaults({ environment: { [name]: "hunter2" } });
      expect(found.map(({ code, given }) => [code, given])).toEqual([["FY436", `${name} in plain text`]]);
    },
  );

  it.each(["AWS_ACCESS_KEY_ID", "ECS_ENGINE_AUTH_DATA"])(
    "fails under %s, which Security Hub names",
    (name) => {
      expect(codes({ environment: { [name]: "x" } })).toEqual(["FY436"]);
    },
  );

  it.each([
    "AKIAIOSFODNN7EXAMPLE",
    `ghp_${"a".repeat(36)}`,
    "-----BEGIN RSA PRIVATE KEY-----\nMII",
    "postgres://shop:hunter2@db:5432/shop",
  ])("fails with the value %j under any name", (value) => {
    expect(codes({ environment: { SETTING: value } })).toEqual(["FY436"]);
  });

  it.each([
    ["MAX_TOKENS", "4096"],
    ["TOKEN_URL", "https://example.com/token"],
    ["PASSWORD_FILE", "/run/secrets/password"],
    ["SECRET_NAME", "shop"],
    ["MONKEY", "see"],
    ["DB_PASSWORD", ""],
    ["URL", "https://example.com:8443/a@b"],
  ])("passes as %s=%s", (name, value) => {
    expect(codes({ environment: { [name]: value } })).toEqual([]);
  });

  it("passes by name where it is called plain, and while its value is not known", () => {
    expect(codes({ environment: { TOKEN: "abc", KEY: "x" }, plainTextSecrets: ["TOKEN"] })).toEqual([]);
    expect(codes({ environment: { TOKEN: undefined } })).toEqual([]);
    expect(codes({ environment: { TOKEN: "abc", A_TOKEN: "b" }, plainTextSecrets: ["TOKEN"] })).toEqual([
      "FY436",
    ]);
  });

  it("fails when a secret has the same name", () => {
    expect(codes({ environment: { A: "a" }, secrets: { A: ssmParameter("/a") } })).toEqual(["FY435"]);
  });
});
