import type { Finding } from "../errors";
import { matching, unless } from "../errors";

/** Lower case, as ACM and Route 53 store them: other spellings would differ in every plan. */
const LABEL = "(?!-)[a-z0-9_-]{1,63}(?<!-)";
const NAME = new RegExp(`^(?=.{1,253}$)(?:${LABEL}\\.)+${LABEL}$`);
const WILDCARD_NAME = new RegExp(`^(?=.{1,253}$)(?:\\*\\.)?(?:${LABEL}\\.)+${LABEL}$`);

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
const LONGEST_FIRST_NAME = 64;

/** Of ACM, or uploaded to IAM where there is no ACM. */
const ARN =
  /^arn:aws[a-z-]*:(?:acm:[a-z0-9-]+:\d{12}:certificate\/[A-Za-z0-9-]+|iam::\d{12}:server-certificate\/.+)$/;

/** In all of these, undefined stands for a Terraform token. */
export function zoneFindings(name: string | undefined): Finding[] {
  return matching("FY601", name, NAME);
}

/** What is wrong with the names of a certificate in a zone. */
export function certificateNameFindings(
  names: readonly (string | undefined)[],
  zoneName: string | undefined,
  most: number,
): Finding[] {
  const known = names.filter((name) => name !== undefined);
  const twice = known.filter((name, position) => known.indexOf(name) < position);
  return [
    ...known.flatMap((name) => matching("FY602", name, WILDCARD_NAME)),
    ...unless((names[0]?.length ?? 0) <= LONGEST_FIRST_NAME, "FY603", `${names[0]?.length} characters`),
    ...unless(names.length <= most, "FY604", names.length),
    ...known.flatMap((name) => withinFindings(name, zoneName)),
    ...unless(twice.length === 0, "FY606", twice.join(", ")),
  ];
}

export function recordNameFindings(name: string | undefined, zoneName: string | undefined): Finding[] {
  return [...matching("FY610", name, WILDCARD_NAME), ...withinFindings(name, zoneName)];
}

/** What is wrong with the ARN of a certificate in a region. */
export function arnFindings(arn: string | undefined, region: string | undefined): Finding[] {
  if (arn === undefined) return [];
  const [, , service, itsRegion] = arn.split(":");
  const isNear = service !== "acm" || region === undefined || itsRegion === region;
  return [...matching("FY608", arn, ARN), ...unless(isNear || !ARN.test(arn), "FY609", itsRegion)];
}

/** A name and its wildcard are proved by one record: `*.example.com` by that of `example.com`. */
export function provedName(name: string): string {
  return name.replace(/^\*\./, "");
}

function withinFindings(name: string | undefined, zoneName: string | undefined): Finding[] {
  if (name === undefined || zoneName === undefined) return [];
  const isWithin = name === zoneName || name.endsWith(`.${zoneName}`);
  return unless(isWithin, "FY605", `${name} for ${zoneName}`);
}
