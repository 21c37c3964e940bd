import type { Effect } from "../terraform/effect";
import { printed, printedLines } from "../../traffic";

/** What became of the plan of one stack. */
export type StackReport =
  | {
      readonly outcome: "planned";
      readonly stack: string;
      readonly effect: Effect;
      readonly isEmpty: boolean;
      /** The plan as Terraform writes it for people: what is sensitive is not in it. */
      readonly text: string;
    }
  | { readonly outcome: "waits"; readonly stack: string; readonly for: readonly string[] }
  | { readonly outcome: "failed"; readonly stack: string; readonly text: string };

export interface ReportFrame {
  readonly title: string;
  readonly footer: string;
  /** Bytes that the whole may have. */
  readonly limit: number;
}

/** Addresses that are named one by one, of those that are destroyed or replaced. */
const MOST_NAMED = 30;

/** Room for what stands around the text of a plan. */
const AROUND = 200;

/** Markdown for GitHub and GitLab: a table, what is lost, and the plans, cut where they would be too long. */
export function reportOf(reports: readonly StackReport[], { title, footer, limit }: ReportFrame): string {
  const head = [`## ${title}`, "", ...tableOf(reports), "", ...losses(reports)].join("\n");
  const texts = reports.filter((report) => "text" in report && !isQuiet(report));
  const end = `\n${footer}\n`;
  let room = limit - bytes(head) - bytes(end);
  const details = texts.map((report, position) => {
    const share = Math.floor(room / (texts.length - position));
    const written = detailsOf(report, share);
    room -= bytes(written);
    return written;
  });
  return `${head}${details.join("")}${end}`;
}

function isQuiet(report: StackReport): boolean {
  return report.outcome === "planned" && report.isEmpty;
}

function tableOf(reports: readonly StackReport[]): string[] {
  return [
    "| Stack | Add | Change | Replace | Destroy | |",
    "| --- | ---: | ---: | ---: | ---: | --- |",
    ...reports.map((report) => `| ${code(report.stack)} | ${cells(report).join(" | ")} |`),
  ];
}

function cells(report: StackReport): string[] {
  if (report.outcome === "failed") return ["", "", "", "", ":x: the plan failed"];
  if (report.outcome === "waits")
    return ["", "", "", "", `can't be planned before ${report.for.map(code).join(", ")} is applied`];
  const { added, changed, replaced, destroyed, moved } = report.effect;
  const counts = [added, changed, replaced, destroyed].map(({ length }) => String(length));
  const words = [
    ...(report.isEmpty ? ["no changes"] : []),
    ...(moved.length > 0 ? [`${moved.length} moved`] : []),
    ...(replaced.length + destroyed.length > 0 ? [":warning:"] : []),
  ];
  return [...counts, words.join(", ")];
}

/** What would be gone afterwards, or gone for a while. */
function losses(reports: readonly StackReport[]): string[] {
  const lines = reports.flatMap((report) => {
    if (report.outcome !== "planned") return [];
    const { replaced, destroyed } = report.effect;
    const line = (what: string) => (address: string) => `- ${what} ${code(address)} in ${code(report.stack)}`;
    return [...destroyed.map(line("**destroys**")), ...replaced.map(line("**replaces**"))];
  });
  if (lines.length === 0) return [];
  const more = lines.length > MOST_NAMED ? [`- and ${lines.length - MOST_NAMED} more`] : [];
  return ["### :warning: Look closely", "", ...lines.slice(0, MOST_NAMED), ...more, ""];
}

function detailsOf(report: StackReport, room: number): string {
  if (!("text" in report)) return "";
  const text = cut(printedLines(report.text.trim(), false), Math.max(0, room - AROUND));
  const fence = "`".repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map(({ length }) => length + 1)));
  const open = report.outcome === "failed" ? "<details open>" : "<details>";
  return `${open}<summary><code>${printed(report.stack).replace(/[<&]/g, "")}</code></summary>\n\n${fence}text\n${text}\n${fence}\n\n</details>\n`;
}

/** The beginning, to the end of a line. */
function cut(text: string, room: number): string {
  if (bytes(text) <= room) return text;
  const lines = text.split("\n");
  const kept: string[] = [];
  let left = room - AROUND / 2;
  for (const line of lines) {
    left -= bytes(line) + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return [...kept, `… ${lines.length - kept.length} more lines: the job's log has them all`].join("\n");
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

/** Text between backticks, which nothing in it ends: what is in a plan is not to be taken for Markdown. */
function code(text: string): string {
  return `\`${printed(text.replace(/[`|\n\r]/g, "'"))}\``;
}
