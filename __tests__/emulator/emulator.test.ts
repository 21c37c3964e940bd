import type { IncomingMessage, Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { leftovers } from "../../emulator/account";
import { formCall, jsonCall, restCall } from "../../emulator/aws-call";
import { GapFiller } from "../../emulator/gap-filler";
import { gaps } from "../../emulator/gaps";
import type { Json } from "../../cli/json";
import { startProxy } from "../../emulator/proxy";

const arn = "arn:aws:ecs:us-east-1:123456789012:service/home/shop";
const [first, second] = ["arn:td:1", "arn:td:2"];

/** A service as moto describes it. */
function bare(taskDefinition = first): Json {
  return {
    serviceArn: arn,
    status: "ACTIVE",
    desiredCount: 3,
    runningCount: 0,
    pendingCount: 3,
    launchType: "EC2",
    taskDefinition,
    deployments: [{ id: "ecs-svc/1", launchType: "EC2", runningCount: 0, taskDefinition: first }],
  };
}

let upstream: Server;
let filler: GapFiller;
let url: string;
let stop: () => void;
/** What the fake moto answers next, and what it was asked last. */
let answer: { status: number; body: string };
let asked: { request: IncomingMessage; body: string } | undefined;

beforeEach(async () => {
  upstream = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      asked = { request, body };
      response.writeHead(answer.status, { "content-type": "text/plain", "x-from": "moto" }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  filler = new GapFiller();
  const motoUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const proxy = await startProxy({ upstream: motoUrl, filler });
  url = proxy.url;
  stop = () => {
    proxy.server.close();
    upstream.close();
  };
});

afterEach(() => stop());

async function ecs(action: string, input: Json, motoAnswers: Json): Promise<Json> {
  answer = { status: 200, body: JSON.stringify(motoAnswers) };
  const to = { url, region: "us-east-1", service: "ecs" };
  return (await jsonCall(to, `AmazonEC2ContainerServiceV20141113.${action}`, input)).json;
}

async function describeService(taskDefinition?: string): Promise<Json> {
  const described = await ecs("DescribeServices", { services: [arn] }, { services: [bare(taskDefinition)] });
  return (described["services"] as Json[])[0] ?? {};
}

const settings: Json = {
  healthCheckGracePeriodSeconds: 60,
  availabilityZoneRebalancing: "ENABLED",
  deploymentConfiguration: { maximumPercent: 200 },
  capacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
  serviceConnectConfiguration: { enabled: true, namespace: "home" },
};

describe("an ECS service behind the proxy", () => {
  it("keeps what it was created with, and runs what is desired", async () => {
    await ecs("CreateService", settings, { service: bare() });
    const service = await describeService();
    expect(service).toMatchObject({
      healthCheckGracePeriodSeconds: 60,
      availabilityZoneRebalancing: "ENABLED",
      deploymentConfiguration: { maximumPercent: 200 },
      runningCount: 3,
      pendingCount: 0,
    });
    expect(service).not.toHaveProperty("launchType");
    expect(service["deployments"]).toEqual([
      expect.objectContaining({
        runningCount: 3,
        rolloutState: "COMPLETED",
        serviceConnectConfiguration: settings["serviceConnectConfiguration"],
      }),
    ]);
  });

  it("keeps its launch type without a capacity provider strategy", async () => {
    await ecs("CreateService", {}, { service: bare() });
    expect(await describeService()).toMatchObject({ launchType: "EC2" });
  });

  it("takes a part of the deployment's configuration and keeps the other parts", async () => {
    const alarms = { enable: true, rollback: true, alarmNames: ["errors"] };
    await ecs("CreateService", settings, { service: bare() });
    await ecs("UpdateService", { deploymentConfiguration: { alarms } }, { service: bare() });
    expect((await describeService())["deploymentConfiguration"]).toEqual({ maximumPercent: 200, alarms });
  });

  it("takes what an update changes and keeps the rest", async () => {
    await ecs("CreateService", settings, { service: bare() });
    await ecs("UpdateService", { healthCheckGracePeriodSeconds: 90 }, { service: bare(second) });
    expect(await describeService(second)).toMatchObject({
      healthCheckGracePeriodSeconds: 90,
      availabilityZoneRebalancing: "ENABLED",
      taskDefinition: second,
      deployments: [{ taskDefinition: second }],
    });
  });

  it("runs nothing when it is gone", async () => {
    await ecs("CreateService", settings, { service: bare() });
    const gone = { ...bare(), status: "INACTIVE" };
    expect(await ecs("DeleteService", {}, { service: gone })).toMatchObject({ service: { runningCount: 0 } });
  });

  it("that nobody asked for passes with its tasks running", async () => {
    expect(await describeService()).toMatchObject({ runningCount: 3, launchType: "EC2" });
  });
});

describe("a deployment that is rolled back", () => {
  it("leaves the service with the task definition it had, until an update succeeds", async () => {
    await ecs("CreateService", settings, { service: bare() });
    filler.services.faults = { rolledBack: true };
    await ecs("UpdateService", { taskDefinition: second }, { service: bare(second) });
    expect(await describeService(second)).toMatchObject({
      taskDefinition: first,
      deployments: [{ taskDefinition: first }],
    });
    filler.services.faults = { rolledBack: false };
    await ecs("UpdateService", { taskDefinition: second }, { service: bare(second) });
    expect(await describeService(second)).toMatchObject({ taskDefinition: second });
  });
});

describe("rules between security groups", () => {
  const to = { url: "", region: "us-east-1", service: "ec2" };
  const item = (id: string, more = ""): string =>
    `<item><securityGroupRuleId>${id}</securityGroupRuleId>${more}<tagSet><item><key>a</key></item></tagSet></item>`;

  it("have the description that they were made with", async () => {
    answer = { status: 200, body: item("sgr-1") };
    await formCall(
      { ...to, url },
      { Action: "AuthorizeSecurityGroupIngress", "IpPermissions.1.Groups.1.Description": "a & <b>" },
    );
    answer = {
      status: 200,
      body: item("sgr-1") + item("sgr-2", "<description>own</description>") + item("sgr-3"),
    };
    const { body } = await formCall({ ...to, url }, { Action: "DescribeSecurityGroupRules" });
    expect(body).toBe(
      item("sgr-1", "<description>a &amp; &lt;b&gt;</description>") +
        item("sgr-2", "<description>own</description>") +
        item("sgr-3"),
    );
  });
});

describe("a load balancer", () => {
  it("is internet-facing unless it says otherwise", async () => {
    const balancer = (name: string, scheme = ""): string =>
      `<LoadBalancerArn>${name}</LoadBalancerArn>${scheme}`;
    answer = { status: 200, body: balancer("a") + balancer("b", "<Scheme>internal</Scheme>") };
    const to = { url, region: "us-east-1", service: "elasticloadbalancing" };
    const { body } = await formCall(to, { Action: "DescribeLoadBalancers" });
    expect(body).toBe(
      balancer("a", "<Scheme>internet-facing</Scheme>") + balancer("b", "<Scheme>internal</Scheme>"),
    );
  });
});

describe("a scalable target", () => {
  it("lists the tags that it was registered with, though moto does not know the action", async () => {
    const to = { url, region: "us-east-1", service: "application-autoscaling" };
    answer = { status: 200, body: '{"ScalableTargetARN":"arn:1"}' };
    await jsonCall(to, "AnyScaleFrontendService.RegisterScalableTarget", { Tags: { Stack: "shop" } });
    answer = { status: 500, body: "unknown" };
    const list = "AnyScaleFrontendService.ListTagsForResource";
    expect((await jsonCall(to, list, { ResourceARN: "arn:1" })).json).toEqual({ Tags: { Stack: "shop" } });
    expect((await jsonCall(to, list, { ResourceARN: "arn:2" })).json).toEqual({ Tags: {} });
  });

  it("lists the tags that it was given since, without those that were taken", async () => {
    const to = { url, region: "us-east-1", service: "application-autoscaling" };
    const ask = (action: string, input: Json) => jsonCall(to, `AnyScaleFrontendService.${action}`, input);
    answer = { status: 500, body: "unknown" };
    const ResourceARN = "arn:1";
    await ask("TagResource", { ResourceARN, Tags: { Stack: "shop", Team: "a" } });
    await ask("TagResource", { ResourceARN, Tags: { Team: "b", Cost: "1" } });
    await ask("UntagResource", { ResourceARN, TagKeys: ["Cost", "None"] });
    const { json } = await ask("ListTagsForResource", { ResourceARN });
    expect(json).toEqual({ Tags: { Stack: "shop", Team: "b" } });
  });
});

describe("everything else", () => {
  it("passes as it is, errors too", async () => {
    answer = { status: 400, body: '{"__type":"ClusterNotFoundException"}' };
    const to = { url: `${url}/path?query=1`, region: "us-east-1", service: "ecs" };
    const passed = await jsonCall(to, "AmazonEC2ContainerServiceV20141113.DescribeServices", {
      cluster: "none",
    });
    expect(passed).toMatchObject({ status: 400, body: answer.body });
    expect(asked).toMatchObject({
      body: '{"cluster":"none"}',
      request: { url: "/path?query=1", method: "POST" },
    });
  });

  it("is an error that says so when moto is down", async () => {
    upstream.close();
    const answered = await formCall({ url, region: "us-east-1", service: "ec2" }, { Action: "DescribeVpcs" });
    expect(answered.status).toBe(502);
    expect(answered.body).toContain("rehearsal proxy");
  });
});

describe("a file system behind the proxy", () => {
  const path = "/2015-02-01/file-systems/fs-1";
  const to = { region: "us-east-1", service: "elasticfilesystem" };
  const call = (method: string, part: string, input?: Json) =>
    restCall({ url, ...to }, method, `${path}/${part}`, input);

  it("remembers its backup policy, which moto would refuse", async () => {
    answer = { status: 404, body: '{"ErrorCode":"PolicyNotFound"}' };
    expect((await call("GET", "backup-policy")).status).toBe(404);
    const policy = { BackupPolicy: { Status: "ENABLED" } };
    expect((await call("PUT", "backup-policy", policy)).status).toBe(200);
    expect(JSON.parse((await call("GET", "backup-policy")).body)).toEqual(policy);
  });

  it("loses its policy, and is asked of moto for everything else", async () => {
    answer = { status: 405, body: "moto" };
    expect((await call("DELETE", "policy")).status).toBe(200);
    expect(await call("PUT", "policy", {})).toEqual({ status: 405, body: "moto" });
    expect(await call("DELETE", "other")).toEqual({ status: 405, body: "moto" });
    expect(asked?.request.url).toBe(`${path}/other`);
  });
});

it("every gap says what AWS does and what moto does, under a name of its own", () => {
  expect(new Set(gaps.map(({ name }) => name)).size).toBe(gaps.length);
  for (const gap of gaps) expect([gap.aws.length, gap.moto.length].every((length) => length > 20)).toBe(true);
});

it("leftovers are what was not there before", () => {
  expect(leftovers(["VPC vpc-default"], ["VPC vpc-default", "VPC vpc-1"])).toEqual(["VPC vpc-1"]);
  expect(leftovers(["VPC vpc-default", "role gone"], ["VPC vpc-default"])).toEqual([]);
});
