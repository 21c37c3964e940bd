import type { Fault } from "../errors";
import { fault, problems, requireThat } from "../errors";

/** https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html */
const ZONE = /^([a-z]{2}(?:-[a-z]+)+-\d)([a-f])$/;

/** The slot that a zone's letter owns in every address plan: a is 0, f is 5. */
export function slotOf(zone: string): number {
  return Math.max(0, "abcdef".indexOf(zone.slice(-1)));
}

/** `us-east-1` of `us-east-1a`; undefined if the name is not that of an Availability Zone. */
export function regionOf(zone: string): string | undefined {
  return ZONE.exec(zone)?.[1];
}

/**
 * What is wrong with a list of zones. An undefined entry stands for a Terraform token: a zone decides which resources
 * exist, so it has to be known.
 */
export function zoneFaults(zones: readonly (string | undefined)[], region: string | undefined): Fault[] {
  const known = zones.filter((zone) => zone !== undefined);
  const repeated = known.filter((zone, position) => known.indexOf(zone) !== position);
  const expected = region ?? known.map(regionOf).find((found) => found !== undefined);
  const elsewhere = known.filter((zone) => (regionOf(zone) ?? expected) !== expected);
  return [
    ...requireThat(zones.length > 0, problems.zonesMissing, "none"),
    ...requireThat(known.length === zones.length, problems.zonesUnknown, "a Terraform token"),
    ...known.filter((zone) => !ZONE.test(zone)).map((zone) => fault(problems.zoneName, zone)),
    ...requireThat(repeated.length === 0, problems.zoneTwice, repeated.join(", ")),
    ...requireThat(
      elsewhere.length === 0,
      problems.zoneInOtherRegion,
      `${elsewhere.join(", ")} in ${expected}`,
    ),
  ];
}
