import { countsOf, exitCodeOf, type Report } from "../report";

/** Raised when a field changes its meaning or goes. */
const VERSION = 1;

export function asJson(report: Report): string {
  const stacks = report.stacks.map((one) =>
    "problem" in one
      ? { name: one.name, file: one.file, problem: one.problem, findings: [], waived: [] }
      : { name: one.name, file: one.file, findings: one.verdict.findings, waived: one.verdict.waived },
  );
  const document = {
    version: VERSION,
    exitCode: exitCodeOf(report),
    counts: countsOf(report),
    stacks,
    unusedWaivers: report.unusedWaivers,
    reach: report.stacks.flatMap((one) =>
      "problem" in one ? [] : [{ name: one.name, file: one.file, fromInternet: one.standings }],
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
