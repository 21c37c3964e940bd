import { limits, problems } from "./tables";

const GROUP = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html";
const QUOTAS = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html";

/** FY2: security groups and their rules. */
export const securityGroup = problems({
  securityGroupName: {
    code: "FY201",
    subject: "a security group name",
    allowed: "has 1 to 255 characters of a-zA-Z0-9 ._-:/()#,@[]+=&;{}!$* and does not start with sg-",
    fix: "rename the group",
    page: GROUP,
  },
  securityGroupDescription: {
    code: "FY202",
    subject: "a security group description",
    allowed: "has 1 to 255 characters of a-zA-Z0-9 ._-:/()#,@[]+=&;{}!$* (no quotes, no >)",
    fix: "reword it",
    page: GROUP,
  },
  ruleCidrBlock: {
    code: "FY204",
    subject: "a rule's address block",
    allowed: "is an IPv4 block a.b.c.d/n with no bits set behind its prefix",
    fix: "write the block's first address, such as 10.0.0.0/16",
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html",
  },
  securityGroupRuleQuota: {
    code: "FY205",
    subject: "a security group",
    allowed: "has at most 60 inbound and 60 outbound rules by default",
    fix: "let fewer parties in, or raise quota rulesPerSecurityGroup once AWS has raised it",
    page: QUOTAS,
  },
  securityGroupNameTaken: {
    code: "FY206",
    subject: "a security group name",
    allowed: "is unique in its VPC, whatever its case",
    fix: "rename one of the groups",
    page: GROUP,
  },
  securityGroupInOtherVpc: {
    code: "FY207",
    subject: "two connected security groups",
    allowed: "lie in one VPC",
    fix: "make both from one Network",
    page: GROUP,
  },
  securityGroupQuota: {
    code: "FY208",
    subject: "security groups",
    allowed: "are 2500 in a region by default",
    fix: "split the stack over regions, or raise quota securityGroupsPerRegion once AWS has raised it",
    page: QUOTAS,
  },
  ruleIpv6Block: {
    code: "FY209",
    subject: "a rule's IPv6 block",
    allowed: "is written as AWS stores it: lower case, shortened, no bits set behind its prefix",
    fix: "write it so, such as 2001:db8::/32",
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Ipv6Range.html",
  },
});

/** Numbers with a range. */
export const securityGroupLimits = limits({
  rulePort: {
    code: "FY203",
    from: 1,
    to: 65_535,
    subject: "a port",
    fix: "use the port that the peer listens on",
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
  },
});
