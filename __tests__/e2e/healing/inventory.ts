import {
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeVpcEndpointsCommand,
  EC2Client,
  type RouteTable,
} from "@aws-sdk/client-ec2";
import { listAccount } from "../../../emulator/account";
import { restCall } from "../../../emulator/aws-call";
import { emulatedAccess } from "../../../cli/terraform/terraform-environment";

const region = "us-east-1";

/** Moto answers 500 when it lists the certificates of these stacks. The plan that is empty has looked at each. */
const UNLISTED = ["certificate"];

const settingsOfBucket = [
  "policy",
  "encryption",
  "versioning",
  "publicAccessBlock",
  "ownershipControls",
  "lifecycle",
];

/**
 * Everything in the account as the API tells it, one line each, in words that stay when a thing is made anew: what is
 * lost, doubled, or connected otherwise makes a difference.
 */
export async function inventory(url: string): Promise<string[]> {
  const things = await listAccount(url, region, UNLISTED);
  const buckets = things.flatMap((thing) => /^bucket (.+)$/.exec(thing)?.slice(1) ?? []);
  const lines = [...things, ...(await connections(url)), ...(await bucketSettings(url, buckets))];
  return lines.map(withoutIds).sort();
}

/** Ids, revisions and generated endings are other ones each time. */
function withoutIds(line: string): string {
  return line
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, "#")
    .replace(/\b_?[0-9a-f]{8,}\b/g, "#")
    .replace(/(-|_)\d{10,}\w*/g, "$1#")
    .replace(/(task-definition\/[^:]+:)\d+/, "$1#")
    .replace(/(hosted zone \/hostedzone\/)\w+/, "$1#")
    .replace(/(record CNAME )_\w+\./, "$1#.");
}

/** What connects things and is none itself: associations, routes, tables of endpoints, rules. */
async function connections(endpoint: string): Promise<string[]> {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const ec2 = new EC2Client({ endpoint, region, credentials: emulatedAccess });
  try {
    const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({}));
    const { VpcEndpoints = [] } = await ec2.send(new DescribeVpcEndpointsCommand({}));
    const { SecurityGroupRules = [] } = await ec2.send(new DescribeSecurityGroupRulesCommand({}));
    const live = VpcEndpoints.filter(({ State }) => String(State) !== "deleted");
    return [
      ...RouteTables.flatMap(tableLines),
      ...live.flatMap(({ ServiceName, RouteTableIds = [] }) =>
        RouteTableIds.map(() => `${ServiceName} for a table`),
      ),
      ...SecurityGroupRules.map(
        ({ IsEgress, IpProtocol, FromPort, ToPort, CidrIpv4, CidrIpv6, ReferencedGroupInfo, Description }) =>
          `rule ${IsEgress} ${IpProtocol} ${FromPort}-${ToPort} ${CidrIpv4 ?? CidrIpv6 ?? !!ReferencedGroupInfo} ${Description}`,
      ),
    ];
  } finally {
    ec2.destroy();
  }
}

function tableLines({ Tags = [], Routes = [], Associations = [] }: RouteTable): string[] {
  const name = Tags.find(({ Key }) => Key === "Name")?.Value ?? "main";
  return [
    ...Associations.map(({ Main }) => `association with ${name}, main ${Main}`),
    ...Routes.map((route) => {
      const to =
        route.GatewayId ??
        route.NatGatewayId ??
        route.NetworkInterfaceId ??
        route.EgressOnlyInternetGatewayId;
      const kind = to?.split("-")[0];
      return `route of ${name} to ${route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock} by ${kind}`;
    }),
  ];
}

async function bucketSettings(url: string, buckets: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const bucket of buckets)
    for (const setting of settingsOfBucket) {
      const { status } = await restCall({ url, region, service: "s3" }, "GET", `/${bucket}?${setting}`);
      lines.push(`${setting} of bucket ${bucket}: ${status}`);
    }
  return lines;
}
