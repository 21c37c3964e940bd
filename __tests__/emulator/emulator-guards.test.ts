import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer } from "../../emulator/aws-call";
import { formCall, jsonCall } from "../../emulator/aws-call";
import type { Json } from "../../cli/json";
import { startProxy, type Proxy } from "../../emulator/proxy";

const region = "us-east-1";

let moto: Server;
let proxy: Proxy;
/** What the fake moto answers next, and everything it was asked. */
let answer: { status: number; body: string };
let asked: string[];

beforeEach(async () => {
  asked = [];
  moto = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      asked.push(body);
      response.writeHead(answer.status, { "content-type": "text/plain" }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => moto.listen(0, "127.0.0.1", resolve));
  const { port } = moto.address() as AddressInfo;
  proxy = await startProxy({ upstream: `http://127.0.0.1:${port}` });
});

afterEach(() => {
  proxy.server.close();
  moto.close();
});

function answers(status: number, body: unknown): void {
  answer = { status, body: typeof body === "string" ? body : JSON.stringify(body) };
}

async function json(service: string, target: string, input: Json): Promise<Json> {
  return (await jsonCall({ url: proxy.url, region, service }, target, input)).json;
}

describe("a load balancer with deletion protection", () => {
  const ask = (fields: Record<string, string>): Promise<Answer> =>
    formCall({ url: proxy.url, region, service: "elasticloadbalancing" }, fields);
  const protect = (value: string): Promise<Answer> =>
    ask({
      ...{ Action: "ModifyLoadBalancerAttributes", LoadBalancerArn: "arn:lb" },
      ...{ "Attributes.member.1.Key": "routing.http2.enabled", "Attributes.member.1.Value": "true" },
      ...{ "Attributes.member.2.Key": "deletion_protection.enabled", "Attributes.member.2.Value": value },
    });
  const remove = (arn: string): Promise<Answer> =>
    ask({ Action: "DeleteLoadBalancer", LoadBalancerArn: arn });

  it("is not deleted while it is protected, and is afterwards", async () => {
    answers(200, "<ok/>");
    await protect("true");
    const { status, body } = await remove("arn:lb");
    expect([status, body]).toEqual([400, expect.stringContaining("<Code>OperationNotPermitted</Code>")]);
    expect(asked).toHaveLength(1);
    expect((await remove("arn:another")).status).toBe(200);
    await protect("false");
    expect((await remove("arn:lb")).status).toBe(200);
  });

  it("that moto did not take is not protected", async () => {
    answers(400, "<no/>");
    await protect("true");
    answers(200, "<ok/>");
    expect((await remove("arn:lb")).status).toBe(200);
  });
});

describe("a key", () => {
  it("says how often it rotates", async () => {
    const status = (KeyId: string): Promise<Json> =>
      json("kms", "TrentService.GetKeyRotationStatus", { KeyId });
    answers(200, {});
    await json("kms", "TrentService.EnableKeyRotation", { KeyId: "k", RotationPeriodInDays: 90 });
    answers(200, { KeyRotationEnabled: true });
    expect(await status("k")).toEqual({ KeyRotationEnabled: true, RotationPeriodInDays: 90 });
    expect(await status("other")).toEqual({ KeyRotationEnabled: true });
    answers(200, { KeyRotationEnabled: false });
    expect(await status("k")).toEqual({ KeyRotationEnabled: false });
  });
});

describe("a log group", () => {
  const ask = (action: string, input: Json): Promise<Json> => json("logs", `Logs_20140328.${action}`, input);
  const keys = async (...logGroups: readonly Json[]): Promise<unknown[]> => {
    answers(200, { logGroups });
    return ((await ask("DescribeLogGroups", {}))["logGroups"] as Json[]).map((group) => group["kmsKeyId"]);
  };

  it("has the key that it was given last, and none when it was taken away", async () => {
    const [one, two] = [{ logGroupName: "one" }, { logGroupName: "two", kmsKeyId: "first" }];
    expect(await keys(one, two)).toEqual([undefined, "first"]);
    answers(400, "unknown action");
    expect(await ask("AssociateKmsKey", { logGroupName: "one", kmsKeyId: "second" })).toEqual({});
    expect(await keys(one, two)).toEqual(["second", "first"]);
    await ask("DisassociateKmsKey", { resourceIdentifier: "arn:aws:logs:us-east-1:1:log-group:two:*" });
    expect(await keys(one, two)).toEqual(["second", undefined]);
    answers(200, {});
    await ask("DeleteLogGroup", { logGroupName: "one" });
    expect(await keys(one)).toEqual([undefined]);
  });
});
