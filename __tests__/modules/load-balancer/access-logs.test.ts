import { LogBucket, type AccessLogs, type LoadBalancerProps } from "../../../modules";
import { at, listAt, parse, type Json } from "../../support/json";
import { door, network } from "../../support/parts";
import { codesOf, problemsOf, synthesize, type Synthesized } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

const logging = (accessLogs: LoadBalancerProps["accessLogs"]): Synthesized =>
  synthesize((scope) => {
    door(scope, network(scope), { accessLogs });
  });
const codes = (accessLogs: AccessLogs): string[] =>
  codesOf((scope) => door(scope, network(scope), { accessLogs }));
const statements = (stack: Synthesized): Json[] =>
  listAt(parse(stack.only("aws_s3_bucket_policy").text("policy")), "Statement");

describe("access logs", () => {
  const stack = logging(true);
  const [balancer, bucket] = [stack.only("aws_lb"), stack.only("aws_s3_bucket")];

  it("go to a bucket of the load balancer's own", () => {
    expect(balancer.at("access_logs")).toEqual({ bucket: bucket.ref("bucket"), enabled: true });
    expect(balancer.at("connection_logs")).toBeUndefined();
    expect(bucket.at("bucket_prefix")).toBe("test-door-accesslogs-");
  });

  it("are written by the log delivery of load balancers, for this account and region, and by nobody else", () => {
    const [, delivery, ...others] = statements(stack);
    expect(others).toEqual([]);
    expect(at(delivery, "Principal")).toEqual({
      Service: "logdelivery.elasticloadbalancing.amazonaws.com",
    });
    expect(at(delivery, "Action")).toBe("s3:PutObject");
    expect(at(delivery, "Resource.0")).toMatch(
      /^\$\{aws_s3_bucket\.[^}]+\.arn\}\/AWSLogs\/\$\{data\.aws_caller_identity\.[^}]+\.account_id\}\/\*$/,
    );
    expect(String(at(delivery, "Condition.ArnLike.aws:SourceArn")).replace(/\$\{[^}]+\}/g, "?")).toBe(
      "arn:?:elasticloadbalancing:us-east-1:?:loadbalancer/*",
    );
  });

  it("come only when the bucket is ready: AWS writes a first file at once", () => {
    const parts = [
      "public_access_block",
      "ownership_controls",
      "server_side_encryption_configuration",
      "policy",
    ];
    expect(balancer.list("depends_on")).toEqual(
      expect.arrayContaining(parts.map((part) => stack.only(`aws_s3_bucket_${part}`).address)),
    );
  });

  it("are off by default, and nothing is made for them", () => {
    for (const off of [undefined, false]) {
      const plain = logging(off);
      expect(plain.only("aws_lb").at("access_logs")).toBeUndefined();
      expect(plain.types().filter((type) => type.startsWith("aws_s3"))).toEqual([]);
      expect(plain.at("data")).toBeUndefined();
    }
  });

  it("can be paused, and the bucket stays", () => {
    const paused = logging({ paused: true });
    expect(paused.only("aws_lb").at("access_logs.enabled")).toBe(false);
    expect(paused.resources("aws_s3_bucket")).toHaveLength(1);
  });

  it("have a folder, a time and connections if that was asked for", () => {
    const chosen = logging({
      ...{ prefix: "doors/front", connections: true, retentionDays: 7, deleteLogsWithBucket: true },
    });
    const logs = { bucket: chosen.only("aws_s3_bucket").ref("bucket"), prefix: "doors/front", enabled: true };
    expect(chosen.only("aws_lb").at("access_logs")).toEqual(logs);
    expect(chosen.only("aws_lb").at("connection_logs")).toEqual(logs);
    expect(chosen.only("aws_s3_bucket").at("force_destroy")).toBe(true);
    expect(chosen.only("aws_s3_bucket_lifecycle_configuration").at("rule.0.expiration.0.days")).toBe(7);
    expect(at(statements(chosen)[1], "Resource.0")).toContain(".arn}/doors/front/AWSLogs/");
  });

  it("go to a bucket that stands, if it is named, and make nothing", () => {
    const elsewhere = logging({ bucket: "central-logs", prefix: "shop" });
    expect(elsewhere.only("aws_lb").at("access_logs")).toEqual({
      ...{ bucket: "central-logs", prefix: "shop", enabled: true },
    });
    expect(elsewhere.resources("aws_s3_bucket")).toEqual([]);
  });
});

describe("a bucket for several load balancers", () => {
  const stack = synthesize((scope) => {
    const home = network(scope);
    const bucket = new LogBucket(scope, "Logs");
    door(scope, home, { accessLogs: { bucket, prefix: "one" } }, "One");
    door(scope, home, { accessLogs: { bucket, prefix: "two" } }, "Two");
    door(scope, home, { accessLogs: { bucket, prefix: "two" } }, "Three");
  });

  it("is one, with a folder for each that asked for one, each once", () => {
    expect(stack.resources("aws_s3_bucket")).toHaveLength(1);
    const folders = listAt(statements(stack)[1], "Resource").map(
      (resource) => /\.arn\}\/(\w+)\/AWSLogs\//.exec(String(resource))?.[1],
    );
    expect(folders).toEqual(["one", "two"]);
  });
});

describe("access logs that can't be", () => {
  it.each(["a", "a/b", "a_b.c-d"])("pass with the folder %s", (prefix) => {
    expect(codes({ prefix })).toEqual([]);
    expect(codes({ bucket: "central-logs", prefix })).toEqual([]);
  });

  it.each(["/a", "a/", "a//b", "AWSLogs", "a/AWSLogs/b", "a b", "*"])("fail with the folder %j", (prefix) => {
    expect(codes({ prefix })).toEqual(["FY802"]);
    expect(codes({ bucket: "central-logs", prefix })).toEqual(["FY802"]);
  });

  it("fail with settings of a bucket that is not theirs, and name them", () => {
    const [problem, ...others] = problemsOf((scope) =>
      door(scope, network(scope), {
        accessLogs: { bucket: "central-logs", retentionDays: 1, deleteLogsWithBucket: false },
      }),
    );
    expect([problem?.code, problem?.given, others]).toEqual([
      "FY804",
      "retentionDays and deleteLogsWithBucket",
      [],
    ]);
  });

  it("fail as something else than a flag or an object", () => {
    expect(codesOf((scope) => door(scope, network(scope), { accessLogs: "yes" as unknown as true }))).toEqual(
      ["FY018"],
    );
    expect(codes({ bucket: 1 as unknown as string })).toEqual(["FY018"]);
  });

  it("take a name that is known at deploy time only", () => {
    const stack = synthesize((scope) => {
      const { text } = variablesOf(scope);
      door(scope, network(scope), { accessLogs: { bucket: text("bucket"), prefix: text("folder") } });
    });
    expect(stack.only("aws_lb").at("access_logs")).toEqual({
      ...{ bucket: "${var.bucket}", prefix: "${var.folder}", enabled: true },
    });
  });
});
