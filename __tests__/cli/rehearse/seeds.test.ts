import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { arnSeeds } from "../../../cli/rehearse/seeding/arn-seeds";
import { dataSources } from "../../../cli/rehearse/seeding/data-seeds";
import { seedsOf } from "../../../cli/rehearse/seeding/seeds";
import { tellSeeds } from "../../../cli/rehearse/seeding/telling";
import type { Json } from "../../../cli/json";
import { localState } from "../../../modules";
import { LearningAppStack } from "../../../stacks/learning-app";
import type { Settings } from "../../../stacks/settings";
import { settingsOf } from "../../../stacks/settings-file";
import { VoiceAgentStack } from "../../../stacks/voice-agent";
import { outdir } from "../../support/outdir";
import { newApp, synthesizeStack } from "../../support/synthesize";

const root = join(__dirname, "..", "..", "..");
const region = "us-east-1";
const STACKS = { "voice-agent": VoiceAgentStack, "learning-app": LearningAppStack };
type Id = keyof typeof STACKS;

const told = (...synthesized: Json[]): string[] =>
  tellSeeds(seedsOf(synthesized.map((one) => ({ region, synthesized: one }))));

function madeWith(settings: Settings, id: Id = "voice-agent"): Json {
  return synthesizeStack(new STACKS[id](newApp(), id, settings)).document as Json;
}

function files(folder: string, end: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file));
}

/** Every settings file that a page prints, and those that lie in a folder of their own. */
const printed = [...files("docs", ".md"), "README.md"].flatMap((page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```json\n([\s\S]*?)^```/gm)].map(
    ([, json = ""], index) => [`${page}, block ${index + 1}`, json] as const,
  ),
);
const settings = [
  ...printed.filter(([, json]) => Object.keys(STACKS).some((id) => json.includes(`"${id}"`))),
  ...files("settings", ".json")
    .filter((file) => file !== "settings/schema.json")
    .map((file) => [file, readFileSync(join(root, file), "utf8")] as const),
];

describe("settings that pages print", () => {
  it("are found", () => {
    const pages = new Set(settings.map(([where]) => where.split(",")[0]));
    expect([...pages]).toEqual(expect.arrayContaining(["docs/production.md", "docs/state.md"]));
  });

  it.each(settings)("%s: all that it takes for there is seeded", (_, json) => {
    const file = join(outdir(), "settings.json");
    writeFileSync(file, json);
    const stacks = (Object.keys(STACKS) as Id[]).map((id) => {
      const rest = { ...settingsOf(id, file), split: false, state: localState() };
      return madeWith(rest, id);
    });
    expect(told(...stacks).filter((line) => line.startsWith("not seeded"))).toEqual([]);
  });

  it("those of production.md find their zone", () => {
    const [, json = ""] = printed.find(([where]) => where === "docs/production.md, block 1") ?? [];
    const file = join(outdir(), "settings.json");
    writeFileSync(file, json);
    expect(told(madeWith(settingsOf("voice-agent", file)))).toEqual(["seeded: hosted zone example.com"]);
  });
});

describe("the kinds are held", () => {
  const code = ["modules", "stacks", "terraform-modules"].flatMap((folder) => files(folder, ".ts"));
  const texts = code.map((file) => readFileSync(join(root, file), "utf8"));

  it("every data source of the constructs is known", () => {
    const types = texts.flatMap((text) =>
      [...text.matchAll(/provider-aws\/lib\/data-(aws-[a-z0-9-]+)"/g)].map(([, name = ""]) =>
        name.replaceAll("-", "_"),
      ),
    );
    expect(types.length).toBeGreaterThan(8);
    expect(types.filter((type) => !(type in dataSources))).toEqual([]);
  });

  it("every ARN that an example of the constructs gives is known", () => {
    const arns = texts.flatMap((text) =>
      [...text.matchAll(/arn:aws:[a-z0-9-]+:[^\s"'`)]+/g)].map(([arn]) => arn),
    );
    const given = arns.filter((arn) => /:\d{12}:/.test(arn));
    expect(given.length).toBeGreaterThan(0);
    expect(given.flatMap((arn) => arnSeeds(arn, region).notSeeded)).toEqual([]);
  });
});

const account = "111122223333";
const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:eu-west-1:${account}:${resource}`;

describe("ARNs", () => {
  it.each([
    [arn("acm", "certificate/12345678-1234-1234-1234-123456789012"), "certificate"],
    [`arn:aws:iam::${account}:server-certificate/door`, "server certificate"],
    [arn("secretsmanager", "secret:shop/db-AbCdEf"), "secret"],
    [arn("ssm", "parameter/shop/token"), "parameter"],
    [arn("kms", "key/12345678-1234-1234-1234-123456789012"), "key"],
    [arn("wafv2", "regional/webacl/door/12345678"), "web ACL"],
    ["arn:aws:s3:::acme-flow-logs/network", "bucket"],
    [arn("sns", "operators"), "topic"],
    [arn("elasticfilesystem", "file-system/fs-0123456789abcdef0"), "file system"],
    [arn("ecr", "repository/acme/agent"), "image repository"],
    ["arn:aws-us-gov:sns:us-gov-west-1:111122223333:operators", "topic"],
  ])("%s is a %s", (text, kind) => {
    expect(arnSeeds(`x "${text}" y`, region).seeds.map((seed) => seed.kind)).toEqual([kind]);
  });

  it("a secret's JSON key and version are no part of its ARN", () => {
    const secret = arn("secretsmanager", "secret:shop/db-AbCdEf");
    const { seeds } = arnSeeds(`${secret}:password::`, region);
    expect(seeds).toEqual([{ kind: "secret", name: "shop/db", arn: secret, region: "eu-west-1" }]);
  });

  it("what no single thing is called is passed over, what is unknown is told", () => {
    expect(arnSeeds(arn("sns", "*"), region).seeds).toEqual([]);
    expect(arnSeeds(`${arn("logs", "log-group:")}\${x}`, region)).toEqual({ seeds: [], notSeeded: [] });
    const queue = arn("sqs", "orders");
    expect(arnSeeds(queue, region)).toEqual({ seeds: [], notSeeded: [queue] });
  });
});

describe("existing networks", () => {
  const ids = { a: "subnet-0a1b2c3d4e5f67891", b: "subnet-0a1b2c3d4e5f67892" };
  const vpcId = "vpc-0a1b2c3d4e5f67890";

  it("by id and by tags, public and private in a zone each", () => {
    const stack = madeWith({
      existingNetwork: { vpcId, publicSubnetTags: { Tier: "public" }, privateSubnetIds: [ids.a, ids.b] },
    });
    const { seeds } = seedsOf([{ region, synthesized: stack }]);
    const publicOne = { tags: { Tier: "public" } };
    expect(seeds).toMatchObject([{ kind: "VPC", id: vpcId, region, tags: {}, securityGroups: [] }]);
    const subnets = seeds.flatMap((seed) => (seed.kind === "VPC" ? seed.subnets : []));
    expect(subnets).toMatchObject([{ id: ids.a }, { id: ids.b }, publicOne, publicOne]);
    expect(new Set(subnets.map(({ zone }) => zone)).size).toBe(4);
  });

  it("each tier begins with the first zone, so that a region with three is enough", () => {
    const at = (tier: string, id: string): Json => ({
      id,
      "//": { metadata: { path: `shop/${tier}/${id}` } },
    });
    const aws_subnet = { A: at("Public", ids.a), B: at("Private", ids.b) };
    const [network] = seedsOf([
      { region, synthesized: { data: { aws_vpc: { V: { id: vpcId } }, aws_subnet } } },
    ]).seeds;
    expect(network).toMatchObject({ subnets: [{ zone: 0 }, { zone: 0 }] });
  });

  it("one that two stacks share is one", () => {
    const existingNetwork = {
      ...{ vpcTags: { Name: "shared" }, publicSubnetTags: { Tier: "public" } },
      privateSubnetTags: { Tier: "private" },
    };
    const both = [madeWith({ existingNetwork }), madeWith({ existingNetwork }, "learning-app")];
    expect(told(...both)).toEqual(["seeded: VPC Name=shared with 4 subnets"]);
  });
});

it("logs, certificates and zones that stand elsewhere", () => {
  const certificateArn = `arn:aws:acm:${region}:${account}:certificate/12345678-1234-1234-1234-123456789012`;
  const domain = { name: "voice.example.com", hostedZone: "example.com", certificateArn };
  expect(told(madeWith({ domain, door: { accessLogs: { bucket: "acme-logs" } } }))).toEqual([
    `seeded: hosted zone example.com, bucket acme-logs, certificate ${certificateArn}`,
  ]);
});

describe("any Terraform JSON", () => {
  const data = (type: string, body: Json): Json => ({ data: { [type]: { It: body } } });

  it("a lookup of what a stack makes is not seeded", () => {
    const maker = { resource: { aws_ssm_parameter: { It: { name: "/shop/token" } } } };
    expect(told(data("aws_ssm_parameter", { name: "/shop/token" }), maker)).toEqual([]);
    expect(told(data("aws_ssm_parameter", { name: "/shop/token" }))).toEqual([
      "seeded: parameter /shop/token",
    ]);
  });

  it("a network by the parameters of its contract", () => {
    const stack = data("aws_ssm_parameter", { name: "/shop/network/vpc_id" });
    expect(told(stack)).toEqual(["seeded: VPC /shop/network with 4 subnets"]);
  });

  it("a zone by its id, a file system and a security group by theirs", () => {
    const resource = {
      aws_route53_record: { It: { zone_id: "Z0123456789ABCDEFGHIJ", name: "x" } },
      aws_efs_access_point: { It: { file_system_id: "fs-0123456789abcdef0" } },
      aws_vpc_security_group_ingress_rule: { It: { security_group_id: "sg-0123456789abcdef0" } },
    };
    expect(told({ resource })).toEqual([
      "seeded: VPC with 1 security group, hosted zone Z0123456789ABCDEFGHIJ, file system fs-0123456789abcdef0",
    ]);
  });

  it("what can't be seeded is told by its name", () => {
    expect(told(data("aws_db_instance", { db_instance_identifier: "orders" }))).toEqual([
      "not seeded: data.aws_db_instance.It",
    ]);
  });
});
