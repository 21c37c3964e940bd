import { table } from "./row";

const GROUP = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html";
const QUOTAS = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html";

/** FY2: security groups and their rules. */
export const securityGroup = table({
  FY201: {
    subject: "a security group name",
    allowed: "has 1 to 255 characters of a-zA-Z0-9 ._-:/()#,@[]+=&;{}!$* and does not start with sg-",
    fix: "rename the group",
    page: GROUP,
  },
  FY202: {
    subject: "a security group description",
    allowed: "has 1 to 255 characters of a-zA-Z0-9 ._-:/()#,@[]+=&;{}!$* (no quotes, no >)",
    fix: "reword it",
    page: GROUP,
  },
  FY203: {
    subject: "a port",
    allowed: "is a whole number from 1 to 65535",
    fix: "use the port that the peer listens on",
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
  },
  FY204: {
    subject: "a rule's address block",
    allowed: "is an IPv4 block a.b.c.d/n with no bits set behind its prefix",
    fix: "write the block's first address, such as 10.0.0.0/16",
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html",
  },
  FY205: {
    subject: "a security group",
    allowed: "has at most 60 inbound and 60 outbound rules by default",
    fix: "let fewer parties in, or raise quota rulesPerSecurityGroup once AWS has raised it",
    page: QUOTAS,
  },
  FY206: {
    subject: "a security group name",
    allowed: "is unique in its VPC, whatever its case",
    fix: "rename one of the groups",
    page: GROUP,
  },
  FY207: {
    subject: "two connected security groups",
    allowed: "lie in one VPC",
    fix: "make both from one Network",
    page: GROUP,
  },
  FY208: {
    subject: "security groups",
    allowed: "are 2500 in a region by default",
    fix: "split the stack over regions, or raise quota securityGroupsPerRegion once AWS has raised it",
    page: QUOTAS,
  },
  FY209: {
    subject: "a rule's IPv6 block",
    allowed: "is written as AWS stores it: lower case, shortened, no bits set behind its prefix",
    fix: "write it so, such as 2001:db8::/32",
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Ipv6Range.html",
  },
});
