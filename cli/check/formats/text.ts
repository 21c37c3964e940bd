import type { Finding, Severity, Standing, WaivedFinding } from "../../../traffic";
import { printed, printedLines } from "../../../traffic";
import { countsOf, type Report, type StackReport } from "../report";

/** Colours are applied by a function, so that the text is the same without them. */
export type Paint = (text: string, colour: Colour) => string;
export type Colour = "red" | "yellow" | "blue" | "green" | "grey" | "bold";

const COLOURS: Readonly<Record<Severity, Colour>> = { error: "red", warning: "yellow", note: "blue" };
const REACHED = {
  true: { word: "reached", colour: "green" },
  false: { word: "closed", colour: "grey" },
  "in part": { word: "in part", colour: "yellow" },
  unknown: { word: "unknown", colour: "yellow" },
} as const;
const LABEL = "warning".length;
const INDENT = " ".repeat(LABEL + 4);

export function asText(report: Report, paint: Paint): string {
  const blocks = [
    ...report.stacks.map((stack) => stackText(stack, paint)),
    unusedText(report, paint),
    summary(report),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function stackText(stack: StackReport, paint: Paint): string {
  const title = paint(printed(stack.name), "bold");
  if ("problem" in stack)
    return `${title}\n  ${paint("unread", "red")}  ${printedLines(stack.problem, false)}`;
  const { findings, waived } = stack.verdict;
  const none = findings.length + waived.length === 0 ? [`  ${paint("no findings", "green")}`] : [];
  const blocks = [
    ...none,
    ...findings.map((one) => findingText(one, paint)),
    ...waived.map((one) => waivedText(one, paint)),
    ...reachLines(stack.standings, paint),
  ];
  return [title, ...blocks].join("\n");
}

/** A line for each load balancer and service, whose names stand below each other. */
function reachLines(standings: readonly Standing[], paint: Paint): string[] {
  const names = standings.map(({ name, address }) =>
    printed(standings.filter((other) => other.name === name).length > 1 ? address : name),
  );
  const width = Math.max(...names.map((name) => name.length));
  const lines = standings.map(({ reached, because }, index) => {
    const { word, colour } = REACHED[String(reached) as keyof typeof REACHED];
    return `    ${paint(word.padEnd(LABEL), colour)}  ${(names[index] ?? "").padEnd(width)}  ${printed(because)}`.trimEnd();
  });
  return lines.length === 0 ? [] : ["  from the internet:", ...lines];
}

function findingText(finding: Finding, paint: Paint): string {
  const { severity, code, subject, allowed, got, fix, page } = finding;
  return [
    `  ${paint(severity.padEnd(LABEL), COLOURS[severity])}  ${code}  ${placeOf(finding, paint)}`,
    `${INDENT}${subject} ${allowed},`,
    `${INDENT}got ${printed(got)}`,
    `${INDENT}${paint("fix:", "green")} ${printed(fix)}`,
    `${INDENT}${paint(page, "grey")}`,
  ].join("\n");
}

function waivedText(finding: WaivedFinding, paint: Paint): string {
  const { code, got, reason } = finding;
  return [
    `  ${paint("waived".padEnd(LABEL), "grey")}  ${code}  ${placeOf(finding, paint)}`,
    `${INDENT}got ${printed(got)}`,
    `${INDENT}waived: ${printed(reason)}`,
  ].join("\n");
}

function placeOf({ constructPath, address }: Finding, paint: Paint): string {
  const shown = printed(address);
  return constructPath === undefined ? shown : `${printed(constructPath)}  ${paint(shown, "grey")}`;
}

function unusedText({ unusedWaivers }: Report, paint: Paint): string {
  const lines = unusedWaivers.map(({ rule, address, got }) =>
    [" ", rule, "", address, ...(got === undefined ? [] : ["", got])].map(printed).join(" "),
  );
  return lines.length === 0 ? "" : [paint("Waivers that nothing needs", "bold"), ...lines].join("\n");
}

function summary(report: Report): string {
  const { error, warning, note, waived, unread } = countsOf(report);
  const files = counted(report.stacks.length, "stack");
  const parts = [counted(error, "error"), counted(warning, "warning"), counted(note, "note")];
  const rest = [waived > 0 ? `${waived} waived` : "", unread > 0 ? `${unread} unread` : ""];
  return `${files}: ${[...parts, ...rest].filter(Boolean).join(", ")}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
