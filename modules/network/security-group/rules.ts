import type { Fault } from "../../errors";
import { inRange, limits, matching, problems, requireThat } from "../../errors";
import { formatCidr, parseCidr } from "../cidr";
import { canonicalCidr6 } from "../cidr6";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
const ALLOWED_TEXT = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;

/** An undefined argument is a Terraform token, which can't be judged. */
export function groupFaults(name: string | undefined, description: string | undefined): Fault[] {
  return [
    ...requireThat(
      name === undefined || (ALLOWED_TEXT.test(name) && !/^sg-/i.test(name)),
      problems.securityGroupName,
      name,
    ),
    ...matching(problems.securityGroupDescription, description, ALLOWED_TEXT),
  ];
}

export interface KnownRule {
  readonly port?: number | undefined;
  readonly description?: string | undefined;
  readonly cidrIpv4?: string | undefined;
  readonly cidrIpv6?: string | undefined;
}

export function ruleFaults({ port, description, cidrIpv4, cidrIpv6 }: KnownRule): Fault[] {
  return [
    ...inRange(limits.rulePort, port),
    ...matching(problems.securityGroupDescription, description, ALLOWED_TEXT, "a rule's description"),
    ...requireThat(cidrIpv4 === undefined || isCanonical(cidrIpv4), problems.ruleCidrBlock, cidrIpv4),
    ...requireThat(
      cidrIpv6 === undefined || canonicalCidr6(cidrIpv6) === cidrIpv6,
      problems.ruleIpv6Block,
      hint(cidrIpv6),
    ),
  ];
}

function isCanonical(cidrIpv4: string): boolean {
  const cidr = parseCidr(cidrIpv4);
  return cidr !== undefined && formatCidr(cidr) === cidrIpv4;
}

function hint(cidrIpv6 = ""): string {
  const canonical = canonicalCidr6(cidrIpv6);
  return canonical === undefined ? cidrIpv6 : `${cidrIpv6} (did you mean ${canonical}?)`;
}
