import { formCall, type Destination } from "../../../emulator/aws-call";
import type { NetworkSeed, SubnetSeed, Tags } from "./seed";

export type Names = Record<string, string>;

export interface SownNetwork {
  /** Given by the stack, and made by the emulator. */
  readonly names: Names;
  readonly parameters: Names;
}

/** Makes a VPC with a way to the internet, and what stands in it. */
export async function sowNetwork(seed: NetworkSeed, to: Destination, position: number): Promise<SownNetwork> {
  const names: Names = {};
  const block = (third: number, bits: number): string => `10.${200 + (position % 50)}.${third}.0/${bits}`;
  const vpc = await create(
    to,
    "CreateVpc",
    { CidrBlock: block(0, 16), ...tagged("vpc", seed.tags) },
    "vpcId",
  );
  if (seed.id !== undefined) names[seed.id] = vpc;
  const gateway = await create(to, "CreateInternetGateway", {}, "internetGatewayId");
  await ec2(to, { Action: "AttachInternetGateway", InternetGatewayId: gateway, VpcId: vpc });
  const table = await create(to, "CreateRouteTable", { VpcId: vpc }, "routeTableId");
  const route = { RouteTableId: table, DestinationCidrBlock: "0.0.0.0/0", GatewayId: gateway };
  await ec2(to, { Action: "CreateRoute", ...route });
  const subnets: string[] = [];
  for (const [index, subnet] of seed.subnets.entries()) {
    const id = await sowSubnet(subnet, to, { vpc, block: block(index * 8, 21) });
    await ec2(to, { Action: "AssociateRouteTable", RouteTableId: table, SubnetId: id });
    if (subnet.id !== undefined) names[subnet.id] = id;
    subnets.push(id);
  }
  for (const group of seed.securityGroups) {
    const GroupName = `seeded-${group}`;
    const given = { GroupName, GroupDescription: "seeded", VpcId: vpc };
    names[group] = await create(to, "CreateSecurityGroup", given, "groupId");
  }
  return { names, parameters: contractValues(seed, { vpc_id: vpc, cidr_block: block(0, 16) }, subnets) };
}

/** What a NetworkContract writes to parameters, by their names. */
function contractValues({ parameterPath, subnets }: NetworkSeed, vpc: Names, ids: readonly string[]): Names {
  if (parameterPath === undefined) return {};
  const half = subnets.length / 2;
  const values = {
    ...{ ...vpc, zones: "a,b" },
    public_subnet_ids: ids.slice(0, half).join(","),
    private_subnet_ids: ids.slice(half).join(","),
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${parameterPath}/${name}`, value]),
  );
}

async function sowSubnet(
  { tags, zone }: SubnetSeed,
  to: Destination,
  { vpc, block }: { readonly vpc: string; readonly block: string },
): Promise<string> {
  const body = await ec2(to, { Action: "DescribeAvailabilityZones" });
  const zones = [...body.matchAll(/<zoneName>([^<]+)</g)].map(([, name = ""]) => name);
  const AvailabilityZone = zones[zone % zones.length] ?? "";
  const given = { VpcId: vpc, CidrBlock: block, AvailabilityZone, ...tagged("subnet", tags) };
  return create(to, "CreateSubnet", given, "subnetId");
}

const VERSION = "2016-11-15";

async function create(to: Destination, Action: string, fields: Names, element: string): Promise<string> {
  const body = await ec2(to, { Action, ...fields });
  return new RegExp(`<${element}>([^<]+)<`).exec(body)?.[1] ?? "";
}

async function ec2(to: Destination, fields: Names): Promise<string> {
  const { status, body } = await formCall({ ...to, service: "ec2" }, { Version: VERSION, ...fields });
  if (status !== 200) throw new Error(`${fields["Action"]} was refused: ${body.slice(0, 200)}`);
  return body;
}

function tagged(type: string, tags: Tags): Names {
  const pairs = Object.entries(tags).flatMap(([name, value], index) => [
    [`TagSpecification.1.Tag.${index + 1}.Key`, name],
    [`TagSpecification.1.Tag.${index + 1}.Value`, value],
  ]);
  return pairs.length === 0
    ? {}
    : { "TagSpecification.1.ResourceType": type, ...(Object.fromEntries(pairs) as Names) };
}
