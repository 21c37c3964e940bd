import type { Fault } from "../errors";
import { matching, problems, requireThat } from "../errors";

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
export function zoneFaults(name: string | undefined): Fault[] {
  return matching(problems.hostedZoneName, name, NAME);
}

/** What is wrong with the names of a certificate in a zone. */
export function certificateNameFaults(
  names: readonly (string | undefined)[],
  zoneName: string | undefined,
  most: number,
): Fault[] {
  const known = names.filter((name) => name !== undefined);
  const twice = known.filter((name, position) => known.indexOf(name) < position);
  return [
    ...known.flatMap((name) => matching(problems.certificateName, name, WILDCARD_NAME)),
    ...requireThat(
      (names[0]?.length ?? 0) <= LONGEST_FIRST_NAME,
      problems.firstCertificateNameTooLong,
      `${names[0]?.length} characters`,
    ),
    ...requireThat(names.length <= most, problems.certificateNameQuota, names.length),
    ...known.flatMap((name) => withinFaults(name, zoneName)),
    ...requireThat(twice.length === 0, problems.certificateNameTwice, twice.join(", ")),
  ];
}

export function recordNameFaults(name: string | undefined, zoneName: string | undefined): Fault[] {
  return [...matching(problems.aliasRecordName, name, WILDCARD_NAME), ...withinFaults(name, zoneName)];
}

/** What is wrong with the ARN of a certificate in a region. */
export function arnFaults(arn: string | undefined, region: string | undefined): Fault[] {
  if (arn === undefined) return [];
  const [, , service, itsRegion] = arn.split(":");
  const isNear = service !== "acm" || region === undefined || itsRegion === region;
  return [
    ...matching(problems.certificateArn, arn, ARN),
    ...requireThat(isNear || !ARN.test(arn), problems.certificateInOtherRegion, itsRegion),
  ];
}

/** A name and its wildcard are proved by one record: `*.example.com` by that of `example.com`. */
export function provedName(name: string): string {
  return name.replace(/^\*\./, "");
}

function withinFaults(name: string | undefined, zoneName: string | undefined): Fault[] {
  if (name === undefined || zoneName === undefined) return [];
  const isWithin = name === zoneName || name.endsWith(`.${zoneName}`);
  return requireThat(isWithin, problems.nameOutsideHostedZone, `${name} for ${zoneName}`);
}
