import type { Landscape, Part } from "../model";

/** An error breaks traffic or the apply, a warning is going to, a note explains. */
export const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing that a stack has to have to carry traffic. */
export interface Rule {
  /** Stable: waivers name it. */
  readonly code: `FY5${string}`;
  readonly severity: Severity;
  /** Subject and what holds for it, as one sentence with `got …` behind it. */
  readonly subject: string;
  readonly allowed: string;
  readonly fix: string;
  /** The AWS page that states it. */
  readonly page: string;
  /** What breaks the rule for certain; what is not known yet never does. */
  readonly judge: (landscape: Landscape) => readonly Fault[];
}

/** One breach of a rule. */
export interface Fault {
  readonly part: Pick<Part, "address" | "constructPath">;
  /** What there is instead. */
  readonly got: string;
  /** Where this breach weighs less than its rule's others. */
  readonly severity?: Severity;
  /** Where this breach has another fix than its rule's others. */
  readonly fix?: string;
}

export function fault(
  part: Fault["part"],
  got: string,
  different: Pick<Fault, "severity" | "fix"> = {},
): Fault {
  const { address, constructPath } = part;
  return { part: { address, ...(constructPath === undefined ? {} : { constructPath }) }, got, ...different };
}

/** `PublicSubnet-1 and PublicSubnet-2` */
export function listed(names: readonly string[]): string {
  const [last, ...others] = [...names].reverse();
  return others.length === 0 ? (last ?? "none") : `${others.reverse().join(", ")} and ${last ?? ""}`;
}
