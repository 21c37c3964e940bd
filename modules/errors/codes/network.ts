import { table } from "./row";

const SUBNETS = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html";
const ZONES = "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html";
const QUOTAS = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html";
const BLOCKS = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html";
const ENDPOINTS = "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html";
const FLOW_LOGS = "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html";
const EXISTING = "https://docs.aws.amazon.com/vpc/latest/userguide/configure-your-vpc.html";

/** FY1: VPC, zones, NAT. */
export const network = table({
  FY101: {
    subject: "cidrBlock",
    allowed: "is an IPv4 block written a.b.c.d/n",
    fix: "write four numbers from 0 to 255 and a prefix length, such as 10.0.0.0/16",
    page: SUBNETS,
  },
  FY102: {
    subject: "cidrBlock",
    allowed:
      "is /16 to /23: AWS takes no VPC above /16, and below /23 six zones don't fit (a load balancer needs /27 subnets)",
    fix: "choose a prefix length from 16 to 23",
    page: SUBNETS,
  },
  FY103: {
    subject: "cidrBlock",
    allowed: "has no address bits set behind its prefix",
    fix: "use the block's first address, or AWS stores another value than yours and every plan shows a change",
    page: SUBNETS,
  },
  FY104: {
    subject: "zones",
    allowed: "names at least 1 Availability Zone",
    fix: "list the zones, such as us-east-1a and us-east-1b",
    page: ZONES,
  },
  FY105: {
    subject: "a zone",
    allowed: "is an Availability Zone from a to f, such as us-east-1a",
    fix: "write region and letter; Local Zones, Wavelength Zones and zone ids (use1-az1) have no address slot",
    page: ZONES,
  },
  FY106: {
    subject: "zones",
    allowed: "names each zone once",
    fix: "remove the repeated zone",
    page: ZONES,
  },
  FY107: {
    subject: "zones",
    allowed: "lie in the region of the stack's AWS provider",
    fix: "use zones of that region, or change the region; of a reference stack with its settings network.zones and region",
    page: ZONES,
  },
  FY108: {
    subject: "zones",
    allowed: "are literal: they decide which resources exist",
    fix: "write the zones in code; a Terraform variable is not known until the plan",
    page: "https://developer.hashicorp.com/terraform/cdktf/concepts/tokens",
  },
  FY109: {
    subject: "nat",
    allowed: "is none, instance, single or per-zone",
    fix: "choose one of the four",
    page: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
  },
  FY110: {
    subject: "NAT gateways and instances",
    allowed: "take one Elastic IP address each, and a region has 5 by default",
    fix: 'use nat "single", or fewer zones, or raise quota elasticIpsPerRegion once AWS has raised it',
    page: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
  },
  FY111: {
    subject: "VPCs",
    allowed: "are 5 in a region by default",
    fix: "share one Network between services, or raise quota vpcsPerRegion once AWS has raised it",
    page: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
  },
  FY112: {
    subject: "an address block",
    allowed: "lies outside 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 and everything from 224.0.0.0 on",
    fix: "choose one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16",
    page: BLOCKS,
  },
  FY113: {
    subject: "natInstanceType",
    allowed: "is a Graviton instance type, such as t4g.nano or c7gn.medium",
    fix: "choose a type whose family has a g behind its number: the image is made for arm64",
    page: "https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html",
  },
  FY114: {
    subject: "natInstanceType",
    allowed: 'is for nat "instance"',
    fix: 'remove it, or set nat to "instance"',
    page: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html",
  },
  FY115: {
    subject: "ipv6",
    allowed: "is true, false or unused",
    fix: "choose one of the three; it decides which resources exist, and has to be written in code",
    page: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html",
  },
  FY116: {
    subject: "interfaceEndpoints",
    allowed: "is fargate or a literal list of services' short names",
    fix: "write the names in code: they decide which resources exist",
    page: ENDPOINTS,
  },
  FY117: {
    subject: "the service of an interface endpoint",
    allowed: "is written without region, such as ecr.api or secretsmanager",
    fix: "use what stands behind com.amazonaws.REGION. in AWS's list",
    page: ENDPOINTS,
  },
  FY118: {
    subject: "interfaceEndpoints",
    allowed: "names each service once",
    fix: "remove the repeated name",
    page: ENDPOINTS,
  },
  FY119: {
    subject: "the service of an interface endpoint",
    allowed: "has no gateway endpoint, which is free, and which S3 has already",
    fix: "remove it from the list",
    page: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  FY120: {
    subject: "the destination of flow logs",
    allowed: "is cloudwatch or s3",
    fix: "choose one of the two; it decides which resources exist, and has to be written in code",
    page: FLOW_LOGS,
  },
  FY121: {
    subject: "the traffic of flow logs",
    allowed: "is ALL, ACCEPT or REJECT",
    fix: "choose one of the three",
    page: FLOW_LOGS,
  },
  FY122: {
    subject: "aggregationSec",
    allowed: "is 60 or 600",
    fix: "choose one of the two",
    page: FLOW_LOGS,
  },
  FY123: {
    subject: "retentionDays",
    allowed: "is a number of days that CloudWatch offers (1, 3, 5, 7, 14, 30, 60, 90 …), in S3 0 to 36500",
    fix: "choose one of those; 0 is for ever",
    page: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
  },
  FY124: {
    subject: "a prop of flow logs",
    allowed: "has something to act on",
    fix: "remove it, or choose the destination that it is for",
    page: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html",
  },
  FY125: {
    subject: "additionalCidrBlocks",
    allowed: "are literal: they decide which resources exist",
    fix: "write the blocks in code; a Terraform variable is not known until the plan",
    page: "https://developer.hashicorp.com/terraform/cdktf/concepts/tokens",
  },
  FY126: {
    subject: "an additional CIDR block",
    allowed: "is an IPv4 block a.b.c.d/n from /16 to /25, with no bits set behind its prefix",
    fix: "use the block's first address; each zone gets an eighth, and no subnet is smaller than /28",
    page: BLOCKS,
  },
  FY127: {
    subject: "an additional CIDR block",
    allowed: "shares no address with the VPC's other blocks",
    fix: "choose another block, such as 100.64.0.0/16",
    page: BLOCKS,
  },
  FY128: {
    subject: "an additional CIDR block",
    allowed: "is of the VPC's own private range, of 100.64.0.0/10 or publicly routable",
    fix: "choose another block, such as 100.64.0.0/16: AWS joins no two private ranges",
    page: BLOCKS,
  },
  FY129: {
    subject: "additionalCidrBlocks",
    allowed: "are at most 4 by default: a VPC has 5 blocks, its own included",
    fix: "add larger blocks, or raise quota ipv4BlocksPerVpc once AWS has raised it",
    page: QUOTAS,
  },
  FY130: {
    subject: "an existing VPC",
    allowed: "is found by exactly one of vpcId and vpcTags",
    fix: "give one of the two",
    page: EXISTING,
  },
  FY131: {
    subject: "vpcId",
    allowed: "is vpc- and 8 or 17 hexadecimal digits",
    fix: "copy it from the VPC console, or find the VPC by vpcTags",
    page: EXISTING,
  },
  FY132: {
    subject: "subnets of an existing VPC",
    allowed: "are found by ids or by tags, not by both; private ones by exactly one",
    fix: "give one of the two",
    page: EXISTING,
  },
  FY133: {
    subject: "the id of a subnet",
    allowed: "is subnet- and 8 or 17 hexadecimal digits",
    fix: "copy it from the VPC console, or find the subnets by tags",
    page: EXISTING,
  },
  FY134: {
    subject: "subnets of an existing VPC",
    allowed: "are named once: each is public or private, and in a zone of its own",
    fix: "remove the repeated id",
    page: EXISTING,
  },
  FY135: {
    subject: "an existing network",
    allowed: "is looked up by at least one id or tag",
    fix: "name what is meant: without, nothing or everything would be found",
    page: EXISTING,
  },
  FY136: {
    subject: "interface endpoints",
    allowed: "are 50 in a VPC by default",
    fix: "use NAT for some of the services, or raise quota interfaceEndpointsPerVpc once AWS has raised it",
    page: QUOTAS,
  },
});
