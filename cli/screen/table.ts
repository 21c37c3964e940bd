import type { FinishedStep } from "../rehearse/report/progress";
import { seconds } from "../rehearse/report/progress";

/** One row a lane, one column a step, in aligned columns. Steps that a lane did not come to are a dash. */
export function durationTable(
  lanes: readonly string[],
  columns: readonly string[],
  steps: readonly FinishedStep[],
): string {
  const rows = lanes.map((lane) => {
    const own = steps.filter((step) => step.lane === lane);
    const cells = columns.map((column) => cell(own.find(({ step }) => step === column)));
    const total = own.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    return [lane, ...cells, seconds(total)];
  });
  return aligned([["stack", ...columns, "total"], ...rows]);
}

function cell(step: FinishedStep | undefined): string {
  if (!step) return "-";
  return step.failed ? "FAILED" : seconds(step.milliseconds);
}

/** First column to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? text.padEnd(width) : text.padStart(width);
      })
      .join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}
