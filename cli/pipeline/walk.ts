import type { Dependencies } from "../terraform/stack-order";
import { NOTHING, WAITS } from "./digest";
import type { Planned } from "./deployment";
import type { StackReport } from "./report";

/** What a walk does with a stack. */
export interface Steps {
  plan(stack: string): Promise<Planned>;
  apply(stack: string): Promise<void>;
}

export interface PlanWalk {
  readonly reports: readonly StackReport[];
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * Plans all stacks, each after those that it reads. What fails is no error if one of those has still to be applied: it
 * may have nothing to tell yet.
 */
export async function planAll(
  stacks: readonly string[],
  dependencies: Dependencies,
  { plan }: Pick<Steps, "plan">,
): Promise<PlanWalk> {
  const reports: StackReport[] = [];
  const digests = new Map<string, string>();
  for (const stack of stacks) {
    const unapplied = dependencies(stack).filter((needed) => (digests.get(needed) ?? NOTHING) !== NOTHING);
    try {
      const { report, digest } = await plan(stack);
      reports.push(report);
      digests.set(stack, digest);
    } catch (problem) {
      const text = (problem as Error).message;
      const waits = unapplied.length > 0;
      reports.push(waits ? { outcome: "waits", stack, for: unapplied } : { outcome: "failed", stack, text });
      if (waits) digests.set(stack, WAITS);
    }
  }
  return { reports, digests };
}

/**
 * Plans and applies one stack after the other, as long as each plan is the approved one. Fails at the first that is not;
 * what was applied before it stays.
 */
export async function applyAll(
  stacks: readonly string[],
  approved: ReadonlyMap<string, string>,
  steps: Steps,
  say: (report: StackReport) => void,
): Promise<void> {
  for (const stack of stacks) {
    const wanted = approved.get(stack);
    if (wanted === undefined || wanted === WAITS)
      throw new Error(
        `${stack} could not be planned when this was approved: run the pipeline again to plan it now`,
      );
    const { report, digest } = await steps.plan(stack);
    say(report);
    if (digest === NOTHING) continue;
    if (digest !== wanted)
      throw new Error(
        `${stack} was not applied: what it would do now is not what was approved. Run the pipeline again, and look at the new plan`,
      );
    await steps.apply(stack);
  }
}
