import { isSound, judge, landscape, readTerraform, SEVERITIES, standings } from "../../traffic";
import type { Severity, Standing, Verdict, Waiver } from "../../traffic";
import type { Source } from "./sources";

/** What there is to say about one file. */
export type StackReport = { readonly name: string; readonly file: string } & (
  | {
      readonly verdict: Verdict;
      /** Whether the internet reaches each load balancer and service. */
      readonly standings: readonly Standing[];
      readonly json: string;
    }
  | { readonly problem: string }
);

export interface Report {
  readonly stacks: readonly StackReport[];
  /** Waivers of the command line that no file needed, and those of a file that it did not need. */
  readonly unusedWaivers: readonly Waiver[];
}

export type Counts = Readonly<Record<Severity | "waived" | "unread", number>>;

export function reportOn(sources: readonly Source[], waivers: readonly Waiver[]): Report {
  const texts = sources.flatMap((source) => ("json" in source ? [source.json] : []));
  const stacks = sources.map((source) => judged(source, waivers, texts));
  const unused = stacks.map((one) => ("verdict" in one ? one.verdict.unusedWaivers : []));
  const read = stacks.filter((one) => "verdict" in one).length;
  return {
    stacks,
    unusedWaivers: [
      ...waivers.filter((one) => read > 0 && unused.filter((list) => list.includes(one)).length === read),
      ...unused.flat().filter((one) => !waivers.includes(one)),
    ],
  };
}

/** 2 if a file could not be read, 1 if one has errors or warnings, otherwise 0. */
export function exitCodeOf({ stacks }: Report): 0 | 1 | 2 {
  if (stacks.some((one) => "problem" in one)) return 2;
  return stacks.every((one) => "verdict" in one && isSound(one.verdict)) ? 0 : 1;
}

export function countsOf({ stacks }: Report): Counts {
  const verdicts = stacks.flatMap((one) => ("verdict" in one ? [one.verdict] : []));
  const findings = verdicts.flatMap((one) => one.findings);
  const [error, warning, note] = SEVERITIES.map(
    (wanted) => findings.filter((one) => one.severity === wanted).length,
  );
  return {
    error: error ?? 0,
    warning: warning ?? 0,
    note: note ?? 0,
    waived: verdicts.reduce((sum, one) => sum + one.waived.length, 0),
    unread: stacks.length - verdicts.length,
  };
}

/** Beside all others: a stack is judged together with those whose states it reads. */
function judged(source: Source, waivers: readonly Waiver[], all: readonly string[]): StackReport {
  const { name, file } = source;
  if ("problem" in source) return { name, file, problem: source.problem };
  const others = all.filter((text) => text !== source.json);
  try {
    const terraform = readTerraform(source.json, others);
    const seen = landscape(terraform);
    const verdict = judge(terraform, waivers, seen);
    return { name, file, json: source.json, verdict, standings: standings(seen, terraform) };
  } catch (error) {
    return { name, file, problem: (error as Error).message };
  }
}
