import type { Expectation } from "./expectation";
import type { Seen } from "./seen/seen";

/** What is known of a stack before it is looked at. */
export interface Intent {
  readonly stack: string;
  /** How many ECS services were synthesized: none on a day when only the front door stands. */
  readonly serviceCount: number;
}

/** What somebody who built the stack by hand is told to verify. */
export interface Walkthrough {
  expectations(seen: Seen, intent: Intent): readonly Expectation[];
  /** What to say of a stack that is meant to be incomplete. */
  remark?(intent: Intent): string | undefined;
}
