import type { Destination } from "./aws-call";
import { formCall, jsonCall, restCall } from "./aws-call";
import { jsonList } from "../cli/json";

const ecsTarget = "AmazonEC2ContainerServiceV20141113.";

/** One kind of thing in an account: how to list it, and what names one in the answer. */
interface Listing {
  readonly kind: string;
  readonly service: string;
  /** An action with a dot is a JSON target, one without is a form's Action. */
  readonly action: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly version?: string;
  readonly id: RegExp;
}

const ec2 = (kind: string, action: string, element: string, fields = {}): Listing => ({
  ...{ kind, service: "ec2", version: "2016-11-15", action, fields },
  id: new RegExp(`<${element}>([^<]+)</${element}>`, "g"),
});

const notDeleted = (filter: string): Record<string, string> => ({
  "Filter.1.Name": filter,
  "Filter.1.Value.1": "pending",
  "Filter.1.Value.2": "available",
});

/**
 * What the stacks can create. Left out: deregistered task definitions and deleted clusters, which ECS itself keeps as
 * INACTIVE, keys, which KMS deletes after a number of days, and network interfaces, which belong to their owners (moto forgets to delete a NAT gateway's).
 */
const listings: readonly Listing[] = [
  ec2("VPC", "DescribeVpcs", "vpcId"),
  ec2("subnet", "DescribeSubnets", "subnetId"),
  ec2("internet gateway", "DescribeInternetGateways", "internetGatewayId"),
  ec2("NAT gateway", "DescribeNatGateways", "natGatewayId", notDeleted("state")),
  ec2("Elastic IP", "DescribeAddresses", "allocationId"),
  ec2("route table", "DescribeRouteTables", "routeTableId"),
  ec2("security group", "DescribeSecurityGroups", "groupId"),
  ec2("VPC endpoint", "DescribeVpcEndpoints", "vpcEndpointId", notDeleted("vpc-endpoint-state")),
  ec2("instance", "DescribeInstances", "instanceId", {
    "Filter.1.Name": "instance-state-name",
    "Filter.1.Value.1": "pending",
    "Filter.1.Value.2": "running",
    "Filter.1.Value.3": "stopped",
  }),
  ec2("volume", "DescribeVolumes", "volumeId"),
  ec2("egress-only gateway", "DescribeEgressOnlyInternetGateways", "egressOnlyInternetGatewayId"),
  ec2("flow log", "DescribeFlowLogs", "flowLogId"),
  balancing("load balancer", "DescribeLoadBalancers", "LoadBalancerArn"),
  balancing("target group", "DescribeTargetGroups", "TargetGroupArn"),
  {
    ...{ kind: "certificate", service: "acm", action: "CertificateManager.ListCertificates" },
    id: /"CertificateArn": ?"([^"]+)"/g,
  },
  {
    ...{ kind: "task definition", service: "ecs", action: `${ecsTarget}ListTaskDefinitions` },
    fields: { status: "ACTIVE" },
    id: /"(arn:[^"]+:task-definition\/[^"]+)"/g,
  },
  {
    ...{ kind: "web ACL", service: "wafv2", action: "AWSWAF_20190729.ListWebACLs" },
    fields: { Scope: "REGIONAL" },
    id: /"ARN": ?"([^"]+)"/g,
  },
  {
    ...{ kind: "image repository", service: "ecr" },
    action: "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories",
    id: /"repositoryArn": ?"([^"]+)"/g,
  },
  {
    kind: "alias of a key",
    service: "kms",
    action: "TrentService.ListAliases",
    id: /"(alias\/(?!aws\/)[^"]+)"/g,
  },
  {
    ...{ kind: "role", service: "iam", version: "2010-05-08", action: "ListRoles" },
    id: /<RoleName>([^<]+)<\/RoleName>/g,
  },
  {
    ...{
      kind: "policy",
      service: "iam",
      version: "2010-05-08",
      action: "ListPolicies",
      fields: { Scope: "Local" },
    },
    id: /<Arn>([^<]+)<\/Arn>/g,
  },
  {
    ...{ kind: "log group", service: "logs", action: "Logs_20140328.DescribeLogGroups" },
    id: /"logGroupName": ?"([^"]+)"/g,
  },
  {
    ...{ kind: "parameter", service: "ssm", action: "AmazonSSM.DescribeParameters" },
    // Those below /aws/service are AWS's own, which moto loads when somebody asks for one.
    id: /"Name": ?"((?!\/aws\/service\/)[^"]+)"/g,
  },
  {
    ...{
      kind: "namespace",
      service: "servicediscovery",
      action: "Route53AutoNaming_v20170314.ListNamespaces",
    },
    id: /"Id": ?"([^"]+)"/g,
  },
  {
    ...{ kind: "scalable target", service: "application-autoscaling" },
    action: "AnyScaleFrontendService.DescribeScalableTargets",
    fields: { ServiceNamespace: "ecs" },
    id: /"ResourceId": ?"([^"]+)"/g,
  },
  watching("alarm", "DescribeAlarms", "AlarmName"),
  watching("dashboard", "ListDashboards", "DashboardName"),
  {
    ...{ kind: "topic", service: "sns", version: "2010-03-31", action: "ListTopics" },
    id: /<TopicArn>([^<]+)<\/TopicArn>/g,
  },
];

function balancing(kind: string, action: string, element: string): Listing {
  const id = new RegExp(`<${element}>([^<]+)</${element}>`, "g");
  return { kind, service: "elasticloadbalancing", version: "2015-12-01", action, id };
}

function watching(kind: string, action: string, element: string): Listing {
  const id = new RegExp(`<${element}>([^<]+)</${element}>`, "g");
  return { kind, service: "monitoring", version: "2010-08-01", action, id };
}

/**
 * Everything in the account and region, each as `kind id`. One question after the other: moto loads a service when it
 * is first asked, and fails when two questions make it load one at the same time. The first list also wakes it up.
 */
export async function listAccount(
  url: string,
  region: string,
  except: readonly string[] = [],
): Promise<string[]> {
  const things: string[] = [];
  for (const listing of listings.filter(({ kind }) => !except.includes(kind)))
    things.push(...(await list(listing, { url, region, service: listing.service })));
  things.push(...(await listBuckets({ url, region, service: "s3" })));
  things.push(...(await listClusters({ url, region, service: "ecs" })));
  things.push(...(await listFileSystems({ url, region, service: "elasticfilesystem" })));
  things.push(...(await listZones({ url, region, service: "route53" })));
  return things.sort();
}

/** S3 is asked by address, not by action. */
async function listBuckets(to: Destination): Promise<string[]> {
  const { status, body } = await restCall(to, "GET", "/");
  if (status !== 200) throw new Error(`ListBuckets was refused: ${body.slice(0, 200)}`);
  return [...body.matchAll(/<Name>([^<]+)<\/Name>/g)].map((match) => `bucket ${match[1]}`);
}

/** Only their description tells which of them are deleted. */
async function listClusters(to: Destination): Promise<string[]> {
  const { json: list } = await jsonCall(to, `${ecsTarget}ListClusters`, {});
  const { json } = await jsonCall(to, `${ecsTarget}DescribeClusters`, { clusters: list["clusterArns"] });
  const active = jsonList(json["clusters"]).filter((cluster) => cluster["status"] === "ACTIVE");
  return active.map((cluster) => `ECS cluster ${String(cluster["clusterArn"])}`);
}

/** EFS goes by method and path. */
async function listFileSystems(to: Destination): Promise<string[]> {
  const kinds = { "file-systems": "FileSystemId", "access-points": "AccessPointId" };
  const things: string[] = [];
  for (const [folder, id] of Object.entries(kinds)) {
    const { status, body } = await restCall(to, "GET", `/2015-02-01/${folder}`);
    if (status !== 200) throw new Error(`EFS ${folder} was refused: ${body.slice(0, 200)}`);
    things.push(
      ...[...body.matchAll(new RegExp(`"${id}": ?"([^"]+)"`, "g"))].map(([, name]) => `EFS ${name}`),
    );
  }
  return [...new Set(things)];
}

/** Records go with their zone, or stay behind in one that was there before. */
async function listZones(to: Destination): Promise<string[]> {
  const { status, body } = await restCall(to, "GET", "/2013-04-01/hostedzone");
  if (status !== 200) throw new Error(`ListHostedZones was refused: ${body.slice(0, 200)}`);
  const zones = [...body.matchAll(/<Id>(\/hostedzone\/[^<]+)<\/Id>/g)].map(([, id = ""]) => id);
  const records = await Promise.all(
    zones.map(async (id) => (await restCall(to, "GET", `/2013-04-01${id}/rrset`)).body),
  );
  const names = records.flatMap((text) => [...text.matchAll(/<Name>([^<]+)<\/Name>\s*<Type>([^<]+)</g)]);
  return [
    ...zones.map((id) => `hosted zone ${id}`),
    ...names.map(([, name, type]) => `record ${type} ${name}`),
  ];
}

async function list({ kind, action, version, fields = {}, id }: Listing, to: Destination): Promise<string[]> {
  const answer = action.includes(".")
    ? await jsonCall(to, action, fields)
    : await formCall(to, { Action: action, Version: version ?? "", ...fields });
  if (answer.status !== 200) throw new Error(`${action} was refused: ${answer.body.slice(0, 200)}`);
  return [...new Set([...answer.body.matchAll(id)].map((match) => `${kind} ${match[1]}`))];
}

/** What is there now and was not there before. */
export function leftovers(before: readonly string[], after: readonly string[]): string[] {
  const known = new Set(before);
  return after.filter((thing) => !known.has(thing));
}
