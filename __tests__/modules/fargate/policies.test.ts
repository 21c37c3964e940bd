import { executionPolicy, policyOf, TASK_TRUST } from "../../../modules/fargate/policies";
import { PARTITIONS } from "../../../traffic";
import { at, listAt, parse, type Json } from "../../support/json";

const LOG = "arn:aws:logs:us-east-1:123456789012:log-group:/x";
const DIGEST = `sha256:${"0".repeat(64)}`;
const statementsOf = (policy: string): Json[] => listAt(parse(policy), "Statement");
const resourcesOf = (policy: string, action: string): Json[] =>
  statementsOf(policy)
    .filter((statement) => listAt(statement, "Action").includes(action))
    .flatMap((statement) => listAt(statement, "Resource"));

describe("the trust of a task's roles", () => {
  it("is in ECS tasks and in nobody else", () => {
    expect(statementsOf(TASK_TRUST)).toEqual([
      { Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" } },
    ]);
  });
});

describe("a policy", () => {
  it("says what was said, in the order that IAM stores it", () => {
    expect(policyOf([{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] }])).toBe(
      '{"Statement":[{"Action":["s3:GetObject"],"Effect":"Allow","Resource":["arn:aws:s3:::b/*"]}],"Version":"2012-10-17"}',
    );
  });
});

describe("what ECS may do to start a task", () => {
  it("is to write to the task's own log group", () => {
    const [logs, ...others] = statementsOf(executionPolicy(LOG, ["nginx:1.27"]));
    expect(logs).toEqual({
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Effect: "Allow",
      Resource: [`${LOG}:*`],
    });
    expect(others).toEqual([]);
  });

  it.each([
    "nginx",
    "public.ecr.aws/x/y:1",
    "docker.io/library/nginx:1",
    "evil.com/123456789012.dkr.ecr.us-east-1.amazonaws.com/x:1",
  ])("is not to pull from ECR for %s", (image) => {
    expect(executionPolicy(LOG, [image])).not.toContain("ecr:");
  });

  it.each([
    [
      "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1",
      "arn:aws:ecr:us-east-1:123456789012:repository/app",
    ],
    [
      `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app@${DIGEST}`,
      "arn:aws:ecr:eu-west-1:123456789012:repository/team/app",
    ],
    [
      "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app:1",
      "arn:aws-cn:ecr:cn-north-1:123456789012:repository/app",
    ],
  ])("is to pull that very repository for %s", (image, repository) => {
    const policy = executionPolicy(LOG, [image]);
    expect(resourcesOf(policy, "ecr:BatchGetImage")).toEqual([repository]);
    expect(resourcesOf(policy, "ecr:GetAuthorizationToken")).toEqual(["*"]);
    expect(statementsOf(policy)).toHaveLength(3);
  });

  it("is to import what comes through a pull-through cache, into those repositories alone, where that is said", () => {
    const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/docker-hub/library/nginx:1";
    const repository = "arn:aws:ecr:us-east-1:123456789012:repository/docker-hub/library/nginx";
    const through = executionPolicy(LOG, [image], { pullThroughCache: true });
    for (const action of ["ecr:BatchGetImage", "ecr:BatchImportUpstreamImage", "ecr:CreateRepository"])
      expect(resourcesOf(through, action)).toEqual([repository]);
    expect(executionPolicy(LOG, [image])).not.toMatch(/Import|CreateRepository/);
    const later = executionPolicy(LOG, [{ expression: "var.image" }], { pullThroughCache: true });
    expect(later).toContain("ecr:BatchImportUpstreamImage");
  });

  it("is to pull the repository of each container", () => {
    const images = ["a", "b"].map((name) => `123456789012.dkr.ecr.us-east-1.amazonaws.com/${name}:1`);
    const pulled = resourcesOf(executionPolicy(LOG, images), "ecr:BatchGetImage");
    expect(pulled).toEqual(["a", "b"].map((name) => `arn:aws:ecr:us-east-1:123456789012:repository/${name}`));
  });

  it("names no resource with a star but the login, which has no other form", () => {
    const policy = executionPolicy(LOG, ["123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1"]);
    const starred = statementsOf(policy).filter((statement) => listAt(statement, "Resource").includes("*"));
    expect(starred.map((statement) => at(statement, "Action"))).toEqual([["ecr:GetAuthorizationToken"]]);
  });
});

describe("what ECS may do for an image that is set at deploy time", () => {
  const policy = executionPolicy(LOG, [{ expression: "var.image" }]);
  const [, pattern = ""] = /regexall\("((?:[^"\\]|\\.)*)", var\.image\)/.exec(policy) ?? [];
  const decides = new RegExp(parse(`"${pattern}"`) as string);

  it("is decided by Terraform, with one turn of a loop or none", () => {
    expect(policy).toMatch(
      /^\{"Statement":\[\{[^$]*\}\$\{join\("", \[for m in regexall\(.*\)\}\],"Version":"2012-10-17"\}$/,
    );
  });

  it("is decided by the same pattern as for an image that is known", () => {
    expect(decides.exec("123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app:1")?.slice(1)).toEqual([
      "123456789012",
      "us-east-1",
      "team/app",
    ]);
    expect(decides.test("public.ecr.aws/docker/library/caddy:2")).toBe(false);
  });

  it("builds the repository's ARN from what the pattern found, its region's partition included", () => {
    const partition =
      /arn:\$\{(.*?)\}:ecr:\$\{m\[1\]\}:\$\{m\[0\]\}:repository\/\$\{m\[2\]\}/.exec(policy)?.[1] ?? "";
    const choices = [...partition.matchAll(/startswith\(m\[1\], "(.*?)"\) \? "(.*?)" : /g)];
    expect(choices.map(([, begins, name]) => [begins, name])).toEqual(PARTITIONS);
    expect(partition.endsWith(' : "aws"')).toBe(true);
  });

  it("holds no closing brace before the image, which CDKTF would take for the end of the expression", () => {
    expect(pattern).not.toContain("}");
  });
});
