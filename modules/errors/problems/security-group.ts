import { limits, problems } from "./tables";

const GROUP = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html";
const QUOTAS = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html";

/** FY2: security groups and their rules. */
export const securityGroup = problems({
  securityGroupName: {
    code: "FY201",
    subject: "a security group name",
    allowed: "must have 1 to 255 characters of a-zA-Z0-9 ._-:/()#,@[]+=&;{}!$* and can't start with sg-",
    fix: "rename the group",
    page: GROUP,
  },
  securityGroupDescription: {
    code: "FY202",
    subject: "a security group description",
    allowed: "must have 1 to 255 characters of a-zA-Z0-9 ._-:/()#,@[]+=&;{}!$* (no quotes, no >)",
    fix: "reword it",
    page: GROUP,
  },
  ruleCidrBlock: {
    code: "FY204",
    subject: "a rule's address block",
    allowed: "must be an IPv4 block a.b.c.d/n with no host bits set",
    fix: "write the block's first address, such as 10.0.0.0/16",
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html",
  },
  securityGroupRuleQuota: {
    code: "FY205",
    subject: "a security group",
    allowed: "can have at most 60 inbound and 60 outbound rules by default",
    fix: "allow fewer sources, or raise quota rulesPerSecurityGroup after AWS raises it",
    page: QUOTAS,
  },
  securityGroupNameTaken: {
    code: "FY206",
    subject: "a security group name",
    allowed: "must be unique in its VPC, ignoring case",
    fix: "rename one of the groups",
    page: GROUP,
  },
  securityGroupInOtherVpc: {
    code: "FY207",
    subject: "two connected security groups",
    allowed: "must be in the same VPC",
    fix: "create both from one Network",
    page: GROUP,
  },
  securityGroupQuota: {
    code: "FY208",
    subject: "security groups",
    allowed: "can number at most 2500 in a Region by default",
    fix: "split the stack across Regions, or raise quota securityGroupsPerRegion after AWS raises it",
    page: QUOTAS,
  },
  ruleIpv6Block: {
    code: "FY209",
    subject: "a rule's IPv6 block",
    allowed: "must be written as AWS stores it: lower case, shortened, with no host bits set",
    fix: "write it in that form, such as 2001:db8::/32",
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
    fix: "use the port that the other side listens on",
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
  },
});
