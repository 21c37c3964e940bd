import type { Answer, Destination } from "../../../emulator/aws-call";
import { formCall, jsonCall, restCall } from "../../../emulator/aws-call";
import { isJson, readJson } from "../../json";
import { sowNetwork, type Names } from "./network-sowing";
import type { NetworkSeed, Seed } from "./seed";
import { nameOf } from "./seeds";

type Sower<Kind extends Seed["kind"]> = (
  seed: Extract<Seed, { kind: Kind }>,
  to: Destination,
) => Promise<Names>;

/** How each kind of thing is made. Resolves to its names: given by the stack, and made by the emulator. */
const sowers: { readonly [Kind in Exclude<Seed["kind"], "VPC">]: Sower<Kind> } = {
  "hosted zone": async ({ name, isPrivate, id }, to) => {
    const config = `<HostedZoneConfig><PrivateZone>${isPrivate}</PrivateZone></HostedZoneConfig>`;
    const reference = `<CallerReference>${name}-${id}-${isPrivate}</CallerReference>`;
    const body = `<CreateHostedZoneRequest><Name>${name}</Name>${reference}${config}</CreateHostedZoneRequest>`;
    const answer = await restCall(at(to, "route53"), "POST", "/2013-04-01/hostedzone", body);
    return pair(id, /<Id>\/hostedzone\/([^<]+)</.exec(well(answer))?.[1]);
  },
  certificate: async ({ domain, arn }, to) => {
    const answer = await json(at(to, "acm"), "CertificateManager.RequestCertificate", { DomainName: domain });
    const made = String(answer["CertificateArn"]);
    // It is issued once somebody has asked about it.
    await json(at(to, "acm"), "CertificateManager.DescribeCertificate", { CertificateArn: made });
    return pair(arn, made);
  },
  "server certificate": async ({ arn }, to) => {
    const ServerCertificateName = arn.split("/").at(-1) ?? "";
    const fields = { ServerCertificateName, CertificateBody: "seeded", PrivateKey: "seeded" };
    const body = await form(at(to, "iam"), "2010-05-08", { Action: "UploadServerCertificate", ...fields });
    return pair(arn, /<Arn>([^<]+)</.exec(body)?.[1]);
  },
  bucket: async ({ name }, to) => {
    const there = to.region === "us-east-1" ? undefined : location(to.region);
    well(await restCall(at(to, "s3"), "PUT", `/${name}`, there));
    return {};
  },
  secret: async ({ name, arn }, to) => {
    const input = {
      Name: name,
      SecretString: "seeded",
      ClientRequestToken: "seeded-seeded-seeded-seeded-seeded",
    };
    return pair(arn, (await json(at(to, "secretsmanager"), "secretsmanager.CreateSecret", input))["ARN"]);
  },
  parameter: async ({ name, value }, to) => {
    await json(at(to, "ssm"), "AmazonSSM.PutParameter", { Name: name, Value: value, Type: "String" });
    return {};
  },
  key: async ({ arn, alias }, to) => {
    const { KeyMetadata: made } = await json(at(to, "kms"), "TrentService.CreateKey", {});
    const { Arn, KeyId } = isJson(made) ? made : {};
    const input = { AliasName: alias, TargetKeyId: KeyId };
    if (alias !== undefined) await json(at(to, "kms"), "TrentService.CreateAlias", input);
    return pair(arn, Arn);
  },
  topic: async ({ name, arn }, to) => {
    const body = await form(at(to, "sns"), "2010-03-31", { Action: "CreateTopic", Name: name });
    return pair(arn, /<TopicArn>([^<]+)</.exec(body)?.[1]);
  },
  "web ACL": async ({ arn }, to) => {
    const VisibilityConfig = {
      SampledRequestsEnabled: false,
      CloudWatchMetricsEnabled: false,
      MetricName: "seeded",
    };
    const input = {
      Name: arn.split("/").at(-2),
      Scope: "REGIONAL",
      DefaultAction: { Allow: {} },
      VisibilityConfig,
    };
    const { Summary: made } = await json(at(to, "wafv2"), "AWSWAF_20190729.CreateWebACL", input);
    return pair(arn, isJson(made) ? made["ARN"] : undefined);
  },
  "file system": async ({ id }, to) => {
    const input = { CreationToken: id, Encrypted: true };
    const answer = await restCall(at(to, "elasticfilesystem"), "POST", "/2015-02-01/file-systems", input);
    return pair(id, readJson(well(answer))["FileSystemId"]);
  },
  "image repository": async ({ name }, to) => {
    const target = "AmazonEC2ContainerRegistry_V20150921.CreateRepository";
    await json(at(to, "ecr"), target, { repositoryName: name });
    return {};
  },
  role: async ({ name }, to) => {
    const AssumeRolePolicyDocument = '{"Version":"2012-10-17","Statement":[]}';
    await form(at(to, "iam"), "2010-05-08", {
      Action: "CreateRole",
      RoleName: name,
      AssumeRolePolicyDocument,
    });
    return {};
  },
  cluster: async ({ name }, to) => {
    await json(at(to, "ecs"), "AmazonEC2ContainerServiceV20141113.CreateCluster", { clusterName: name });
    return {};
  },
};

/** Makes everything, one after the other. Resolves to the names by which the stacks call what moto calls otherwise. */
export async function sow(seeds: readonly Seed[], url: string): Promise<Names> {
  const names: Names = {};
  for (const [position, seed] of seeds.entries()) {
    const to = { url, region: seed.region, service: "" };
    try {
      Object.assign(names, seed.kind === "VPC" ? await sowTold(seed, to, position) : await sowOne(seed, to));
    } catch (problem) {
      throw new Error(`${nameOf(seed)} can't be seeded: ${(problem as Error).message}`, { cause: problem });
    }
  }
  return names;
}

function sowOne(seed: Exclude<Seed, { kind: "VPC" }>, to: Destination): Promise<Names> {
  return (sowers[seed.kind] as Sower<typeof seed.kind>)(seed as never, to);
}

/** The network, and the parameters that tell of it. */
async function sowTold(seed: NetworkSeed, to: Destination, position: number): Promise<Names> {
  const { names, parameters } = await sowNetwork(seed, to, position);
  for (const [name, value] of Object.entries(parameters))
    await sowers.parameter({ kind: "parameter", region: to.region, name, value }, to);
  return names;
}

function at(to: Destination, service: string): Destination {
  return { ...to, service };
}

function pair(given: string | undefined, made: unknown): Names {
  return given === undefined || typeof made !== "string" ? {} : { [given]: made };
}

async function json(to: Destination, target: string, input: Readonly<Record<string, unknown>>) {
  return readJson(well(await jsonCall(to, target, input)));
}

async function form(to: Destination, Version: string, fields: Names): Promise<string> {
  return well(await formCall(to, { Version, ...fields }));
}

/** What two names lead to is made once. */
function well({ status, body }: Answer): string {
  if (status >= 300 && !/already/i.test(body)) throw new Error(body.slice(0, 300));
  return body;
}

function location(region: string): string {
  return `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
}
