import type { Seed, Thing } from "./seed";

interface Arn {
  readonly arn: string;
  readonly region: string;
  /** What follows the account: `certificate/12345678-…`. */
  readonly resource: string;
}

type Maker = ((arn: Arn) => Thing | undefined) | typeof UNASKED;

/** Named in a text that AWS keeps, as a policy or an alarm is: nobody looks whether it is there. */
const UNASKED = "unasked";

const ARN = /arn:aws[a-z-]*:([a-z0-9-]+):([a-z0-9-]*):(\d{12}|):([\w+=,.@:/-]+)/g;

/** What stands elsewhere and is named by its ARN, by service and kind. What is not here is told of as not seeded. */
const makers: Readonly<Record<string, Maker>> = {
  "acm certificate": ({ arn }) => ({ kind: "certificate", domain: "seeded.example.com", arn }),
  "iam server-certificate": ({ arn }) => ({ kind: "server certificate", arn }),
  "secretsmanager secret": ({ arn, resource }) => ({
    ...{ kind: "secret", arn: arn.split(":").slice(0, 7).join(":") },
    name: (resource.split(":")[1] ?? "").replace(/-[A-Za-z0-9]{6}$/, ""),
  }),
  "ssm parameter": ({ resource }) => parameter(resource.slice("parameter".length)),
  "kms key": ({ arn }) => ({ kind: "key", arn }),
  "kms alias": ({ resource }) =>
    resource.startsWith("alias/aws/") ? undefined : { kind: "key", alias: resource },
  "wafv2 regional": ({ arn }) => ({ kind: "web ACL", arn }),
  "elasticfilesystem file-system": ({ resource }) => ({
    kind: "file system",
    id: resource.split("/")[1] ?? "",
  }),
  "ecr repository": ({ resource }) => ({
    kind: "image repository",
    name: resource.slice("repository/".length),
  }),
  "ecs cluster": ({ resource }) => ({ kind: "cluster", name: resource.slice("cluster/".length) }),
  s3: ({ resource }) => ({ kind: "bucket", name: resource.split("/")[0] ?? "" }),
  sns: ({ arn, resource }) => ({ kind: "topic", name: resource, arn }),
  // Those who are let in or do something, in policies; AWS's own policies, which moto has.
  ...Object.fromEntries(
    ["role", "user", "root", "policy", "oidc-provider", "group", "instance-profile"].map((kind) => [
      `iam ${kind}`,
      UNASKED,
    ]),
  ),
  "cognito-idp userpool": UNASKED,
  "elasticloadbalancing truststore": UNASKED,
  "logs log-group": UNASKED,
};

function parameter(name: string): Thing | undefined {
  return name.startsWith("/aws/")
    ? undefined
    : { kind: "parameter", name: name.replace(/^\/(?=[^/]*$)/, ""), value: "seeded" };
}

/** Everything that a text names by ARN: what is to be made, and what nobody knows how to make. */
export function arnSeeds(text: string, region: string): { seeds: Seed[]; notSeeded: string[] } {
  const seeds: Seed[] = [];
  const notSeeded = new Set<string>();
  for (const arn of arnsIn(text, region)) {
    const maker = makerOf(arn);
    if (maker === undefined) notSeeded.add(arn.arn);
    const thing = typeof maker === "function" ? maker(arn) : undefined;
    if (thing !== undefined) seeds.push({ ...thing, region: arn.region });
  }
  return { seeds, notSeeded: [...notSeeded] };
}

/** Whole ARNs only: one with a wildcard or an expression in it names no single thing. */
function arnsIn(text: string, region: string): Arn[] {
  return [...text.matchAll(ARN)].flatMap((match) => {
    const [arn, , itsRegion, , resource = ""] = match;
    const next = text[(match.index ?? 0) + arn.length] ?? "";
    return /[*?${]/.test(next) ? [] : [{ arn, region: itsRegion || region, resource }];
  });
}

function makerOf({ arn, resource }: Arn): Maker | undefined {
  const service = arn.split(":")[2] ?? "";
  const kind = resource.split(/[/:]/)[0] ?? "";
  return makers[service] ?? makers[`${service} ${kind}`];
}
