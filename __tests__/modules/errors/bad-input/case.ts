import type { AwsStack, AwsStackProps, Code, Quota } from "../../../../modules";

/** The least that leads to a code, in a stack that is sound otherwise. */
export interface BadInput {
  readonly build?: (stack: AwsStack) => void;
  readonly stack?: Partial<AwsStackProps>;
  readonly quotas?: Partial<Record<Quota, number>>;
  /** What can't be right either, then. */
  readonly also?: readonly Code[];
}

/** One case a code: a code without a case does not compile. */
export type BadInputs<Area extends string> = Record<Extract<Code, `FY${Area}${string}`>, BadInput>;

export const bad = (build: (stack: AwsStack) => void, quotas?: BadInput["quotas"]): BadInput => ({
  build,
  quotas,
});
