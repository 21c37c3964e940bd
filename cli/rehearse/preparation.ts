import { synthesizeApplication } from "../application/application";
import type { Application } from "../application/application";
import type { Request } from "./arguments";
import { unknownStacks } from "./arguments";
import { findParts } from "../terraform/parts/find-parts";
import type { Parts } from "../terraform/parts/find-parts";
import { missingLine } from "../terraform/parts/missing-part";
import { withDependencies } from "../terraform/stack-order";
import type { Workplace } from "./workplace";

export type Wish = Extract<Request, { kind: "rehearse" }>;

export const exitCodes = { well: 0, failed: 1, couldNotStart: 2 } as const;

/** Everything is there. */
export interface Ready {
  readonly stacks: readonly string[];
  readonly application: Application;
  readonly parts: Parts;
}

/** Something is not. */
export interface Refusal {
  readonly lines: readonly string[];
  readonly exitCode: number;
}

/** Looks whether the wished rehearsal can begin, and has the app write its stacks; starts nothing that stays. */
export async function prepare({ stacks }: Wish, { outdir }: Workplace): Promise<Ready | Refusal> {
  const parts = await findParts();
  if (!("terraform" in parts)) return { lines: parts.map(missingLine), exitCode: exitCodes.couldNotStart };
  const application = synthesized(outdir);
  if (application instanceof Error) {
    return { lines: [`the app can't be synthesized: ${application.message}`], exitCode: exitCodes.failed };
  }
  const unknown = unknownStacks(stacks, application.stacks);
  if (unknown !== undefined) return { lines: [`rehearse: ${unknown}`], exitCode: exitCodes.couldNotStart };
  const wished = stacks.length > 0 ? stacks : application.stacks;
  return { stacks: withDependencies(wished, application.dependencies), application, parts };
}

function synthesized(outdir: string): Application | Error {
  try {
    return synthesizeApplication(outdir, { state: "local" });
  } catch (problem) {
    return problem instanceof Error ? problem : new Error(String(problem));
  }
}
