import type { Finding } from "../errors";
import { inRange, matching, unless } from "../errors";
import { formatCidr, parseCidr } from "../network/cidr";
import { canonicalCidr6 } from "../network/cidr6";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
const ALLOWED_TEXT = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;
const PORTS = [1, 65535] as const;

/** An undefined argument is a Terraform token, which can't be judged. */
export function groupFindings(name: string | undefined, description: string | undefined): Finding[] {
  return [
    ...unless(name === undefined || (ALLOWED_TEXT.test(name) && !/^sg-/i.test(name)), "FY201", name),
    ...matching("FY202", description, ALLOWED_TEXT),
  ];
}

export interface KnownRule {
  readonly port?: number | undefined;
  readonly description?: string | undefined;
  readonly cidrIpv4?: string | undefined;
  readonly cidrIpv6?: string | undefined;
}

export function ruleFindings({ port, description, cidrIpv4, cidrIpv6 }: KnownRule): Finding[] {
  return [
    ...inRange("FY203", port, PORTS),
    ...matching("FY202", description, ALLOWED_TEXT, "a rule's description"),
    ...unless(cidrIpv4 === undefined || isCanonical(cidrIpv4), "FY204", cidrIpv4),
    ...unless(cidrIpv6 === undefined || canonicalCidr6(cidrIpv6) === cidrIpv6, "FY209", hint(cidrIpv6)),
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
