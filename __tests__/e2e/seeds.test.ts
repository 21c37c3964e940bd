import { formCall, jsonCall, restCall } from "../../emulator/aws-call";
import { listAccount, leftovers } from "../../emulator/account";
import type { Seed } from "../../cli/rehearse/seeding/seed";
import { sow } from "../../cli/rehearse/seeding/sowing";
import { Stage } from "./stage";

const region = "eu-west-1";
const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:${region}:111122223333:${resource}`;
const uuid = "12345678-1234-1234-1234-123456789012";
const zoneId = "Z0123456789ABCDEFGHIJ";
const named = {
  certificate: arn("acm", `certificate/${uuid}`),
  server: "arn:aws:iam::111122223333:server-certificate/door",
  secret: arn("secretsmanager", "secret:shop/db-AbCdEf"),
  key: arn("kms", `key/${uuid}`),
  topic: arn("sns", "operators"),
  acl: arn("wafv2", `regional/webacl/door/${uuid}`),
};

/** One of each kind. */
const seeds: Seed[] = [
  {
    ...{ kind: "VPC", id: "vpc-0a1b2c3d4e5f67890", tags: { Name: "shared" }, region },
    subnets: [0, 1].map((zone) => ({ id: `subnet-0a1b2c3d4e5f6789${zone}`, tags: { Tier: "public" }, zone })),
    securityGroups: ["sg-0123456789abcdef0"],
  },
  {
    ...{ kind: "VPC", tags: {}, region, securityGroups: [], parameterPath: "/shop/network" },
    subnets: [0, 1, 0, 1].map((zone) => ({ tags: {}, zone })),
  },
  { kind: "hosted zone", name: "example.com", isPrivate: false, id: zoneId, region },
  { kind: "certificate", domain: "example.com", arn: named.certificate, region },
  { kind: "server certificate", arn: named.server, region },
  { kind: "bucket", name: "acme-logs", region },
  { kind: "bucket", name: "acme-logs-2", region: "us-east-1" },
  { kind: "secret", name: "shop/db", arn: named.secret, region },
  { kind: "parameter", name: "/shop/token", value: "seeded", region },
  { kind: "key", arn: named.key, region },
  { kind: "key", alias: "alias/shop", region },
  { kind: "topic", name: "operators", arn: named.topic, region },
  { kind: "web ACL", arn: named.acl, region },
  { kind: "file system", id: "fs-0123456789abcdef0", region },
  { kind: "image repository", name: "acme/agent", region },
  { kind: "role", name: "deployer", region },
  { kind: "cluster", name: "shared", region },
];

let stage: Stage;
const to = (service: string) => ({ url: stage.emulator.url, region, service });
const ec2 = async (Action: string, fields: Record<string, string>) =>
  (await formCall(to("ec2"), { Action, Version: "2016-11-15", ...fields })).body;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.emulator.alias(await sow(seeds, stage.emulator.url));
}, 300_000);
afterAll(() => stage.close());

it("what is seeded is no leftover, and is seeded once", async () => {
  const before = await listAccount(stage.emulator.url, region);
  await sow(
    seeds.filter(({ kind }) => kind === "bucket" || kind === "role"),
    stage.emulator.url,
  );
  expect(leftovers(before, await listAccount(stage.emulator.url, region))).toEqual([]);
  expect(before).toEqual(expect.arrayContaining([`hosted zone /hostedzone/${zoneId}`, "bucket acme-logs"]));
});

it("the network is found by the ids that a stack gives", async () => {
  const subnets = await ec2("DescribeSubnets", {
    "SubnetId.1": "subnet-0a1b2c3d4e5f67890",
    "SubnetId.2": "subnet-0a1b2c3d4e5f67891",
  });
  expect(subnets.match(/<vpcId>vpc-0a1b2c3d4e5f67890</g)).toHaveLength(2);
  const zones = [...subnets.matchAll(/<availabilityZone>([^<]+)</g)].map(([, zone]) => zone);
  expect(new Set(zones).size).toBe(2);
  expect(await ec2("DescribeSecurityGroups", { "GroupId.1": "sg-0123456789abcdef0" })).toContain("seeded");
});

it.each([
  ["acm", "CertificateManager.DescribeCertificate", { CertificateArn: named.certificate }, named.certificate],
  ["secretsmanager", "secretsmanager.GetSecretValue", { SecretId: named.secret }, named.secret],
  ["kms", "TrentService.DescribeKey", { KeyId: named.key }, named.key],
  ["kms", "TrentService.DescribeKey", { KeyId: "alias/shop" }, "KeyMetadata"],
  ["ssm", "AmazonSSM.GetParameter", { Name: "/shop/token" }, "seeded"],
  ["ssm", "AmazonSSM.GetParameter", { Name: "/shop/network/vpc_id" }, "vpc-"],
  ["ssm", "AmazonSSM.GetParameter", { Name: "/shop/network/private_subnet_ids" }, "subnet-"],
  ["wafv2", "AWSWAF_20190729.ListWebACLs", { Scope: "REGIONAL" }, named.acl],
])("%s knows it by %s", async (service, target, input, text) => {
  const { status, body } = await jsonCall(to(service), target, input);
  expect(`${status} ${body}`).toContain(text);
});

it("topics, server certificates, file systems and zones are known by what the stack calls them", async () => {
  const topic = { Action: "GetTopicAttributes", Version: "2010-03-31", TopicArn: named.topic };
  expect((await formCall(to("sns"), topic)).body).toContain(named.topic);
  const server = { Action: "GetServerCertificate", Version: "2010-05-08", ServerCertificateName: "door" };
  expect((await formCall(to("iam"), server)).body).toContain(named.server);
  const files = await restCall(to("elasticfilesystem"), "GET", "/2015-02-01/file-systems");
  expect(files.body).toContain("fs-0123456789abcdef0");
  expect((await restCall(to("route53"), "GET", `/2013-04-01/hostedzone/${zoneId}`)).body).toContain(
    "example.com.",
  );
});
