import type { EC2Client, RouteTable, SecurityGroup, SecurityGroupRule, Subnet } from "@aws-sdk/client-ec2";
import {
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
} from "@aws-sdk/client-ec2";
import type { SeenRule, SeenSecurityGroup, SeenSubnet } from "./seen";

export interface SeenNetwork {
  readonly subnets: readonly SeenSubnet[];
  readonly securityGroups: readonly SeenSecurityGroup[];
  /** Names by id. */
  readonly names: ReadonlyMap<string, string>;
}

export async function seeNetwork(ec2: EC2Client, vpcIds: readonly string[]): Promise<SeenNetwork> {
  const Filters = [{ Name: "vpc-id", Values: [...vpcIds] }];
  const [{ Subnets = [] }, { RouteTables = [] }, { SecurityGroups = [] }] = await Promise.all([
    ec2.send(new DescribeSubnetsCommand({ Filters })),
    ec2.send(new DescribeRouteTablesCommand({ Filters })),
    ec2.send(new DescribeSecurityGroupsCommand({ Filters })),
  ]);
  const groupIds = SecurityGroups.map(({ GroupId = "" }) => GroupId);
  const { SecurityGroupRules = [] } = await ec2.send(
    new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: "group-id", Values: groupIds }] }),
  );
  const names = namesById(Subnets, SecurityGroups);
  return {
    names,
    subnets: Subnets.map((subnet) => seenSubnet(subnet, RouteTables, names)),
    securityGroups: SecurityGroups.map((group) => seenGroup(group, SecurityGroupRules, names)),
  };
}

function namesById(subnets: readonly Subnet[], groups: readonly SecurityGroup[]): Map<string, string> {
  return new Map([
    ...subnets.map(({ SubnetId = "", Tags }): [string, string] => [
      SubnetId,
      Tags?.find(({ Key }) => Key === "Name")?.Value ?? SubnetId,
    ]),
    ...groups.map(({ GroupId = "", GroupName = "" }): [string, string] => [GroupId, GroupName]),
  ]);
}

function seenSubnet(
  { SubnetId = "", AvailabilityZone = "" }: Subnet,
  tables: readonly RouteTable[],
  names: ReadonlyMap<string, string>,
): SeenSubnet {
  const own = tables.find((table) =>
    table.Associations?.some((association) => association.SubnetId === SubnetId),
  );
  const main = tables.find((table) => table.Associations?.some((association) => association.Main));
  return {
    name: names.get(SubnetId) ?? SubnetId,
    zone: AvailabilityZone,
    defaultRoute: defaultRoute(own ?? main),
  };
}

function defaultRoute(table: RouteTable | undefined): SeenSubnet["defaultRoute"] {
  const route = table?.Routes?.find(({ DestinationCidrBlock }) => DestinationCidrBlock === "0.0.0.0/0");
  if (!route) return "none";
  if (route.GatewayId?.startsWith("igw-")) return "internet gateway";
  return route.NatGatewayId ? "NAT gateway" : "other";
}

function seenGroup(
  { GroupId = "", GroupName = "", Description = "" }: SecurityGroup,
  rules: readonly SecurityGroupRule[],
  names: ReadonlyMap<string, string>,
): SeenSecurityGroup {
  const own = rules.filter((rule) => rule.GroupId === GroupId);
  const seen = (outbound: boolean): SeenRule[] =>
    own.filter(({ IsEgress }) => IsEgress === outbound).map((rule) => seenRule(rule, names));
  return { name: GroupName, description: Description, inbound: seen(false), outbound: seen(true) };
}

function seenRule(rule: SecurityGroupRule, names: ReadonlyMap<string, string>): SeenRule {
  const { IpProtocol = "", FromPort, ToPort, ReferencedGroupInfo, Description = "" } = rule;
  const group = ReferencedGroupInfo?.GroupId;
  const ports = FromPort === ToPort ? String(FromPort) : `${FromPort}-${ToPort}`;
  const peer = group === undefined ? undefined : (names.get(group) ?? group);
  return {
    traffic: IpProtocol === "-1" ? "all" : `${IpProtocol} ${ports}`,
    peer: peer ?? rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.PrefixListId ?? "nobody",
    description: Description,
  };
}
