import { printed, printedLines, rules } from "../../../traffic";
import type { Finding, Rule, RuleId, WaivedFinding } from "../../../traffic";
import type { Report, StackReport } from "../report";

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html */
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

const IDS = Object.keys(rules) as RuleId[];

export function asSarif({ stacks }: Report): string {
  const problems = stacks.filter((one) => "problem" in one);
  const run = {
    tool: { driver: { name: "frontyard", rules: IDS.map(ruleObject) } },
    invocations: [
      {
        executionSuccessful: problems.length === 0,
        toolExecutionNotifications: [...problems.map(problemNote), ...stacks.flatMap(unknownNotes)],
      },
    ],
    properties: { reach: stacks.flatMap(reachOf) },
    results: stacks.flatMap(resultsOf),
  };
  return printedLines(`${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`);
}

function problemNote(stack: StackReport): object {
  return {
    level: "error",
    message: {
      text: unlinked(`${stack.name}: ${"problem" in stack ? stack.problem : ""}`, (text) =>
        printedLines(text, false),
      ),
    },
  };
}

/** What could not be followed is no result, and not silence either. */
function unknownNotes(stack: StackReport): object[] {
  if ("problem" in stack) return [];
  return stack.standings
    .filter(({ reached }) => reached === "unknown")
    .map(({ address, because }) => ({
      level: "note",
      message: { text: unlinked(`${stack.name}: ${address} from the internet: not known ${because}`) },
    }));
}

function reachOf(stack: StackReport): object[] {
  return "problem" in stack ? [] : [{ name: stack.name, file: stack.file, fromInternet: stack.standings }];
}

function ruleObject(id: RuleId): object {
  const { code, severity, subject, allowed, fix, page }: Rule = rules[id];
  return {
    id: code,
    name: id,
    shortDescription: { text: sentence(`${subject} ${allowed}`) },
    help: { text: sentence(fix) },
    helpUri: page,
    defaultConfiguration: { level: severity },
  };
}

function resultsOf(stack: StackReport): object[] {
  if ("problem" in stack) return [];
  const { findings, waived } = stack.verdict;
  return [
    ...findings.map((one) => result(one, stack.file, stack.json)),
    ...waived.map((one) => ({ ...result(one, stack.file, stack.json), suppressions: [suppression(one)] })),
  ];
}

function result(finding: Finding, file: string, json: string): object {
  const { code, rule, severity, address, constructPath, subject, allowed, got, fix } = finding;
  return {
    ruleId: code,
    ruleIndex: IDS.indexOf(rule),
    level: severity,
    message: { text: sentence(`${subject} ${allowed}, got ${got}: ${fix}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.replaceAll("\\", "/").replace(/\p{Cs}/gu, "\ufffd")) },
          region: { startLine: lineOf(address, json) },
        },
        logicalLocations: [{ name: constructPath ?? address, fullyQualifiedName: address, kind: "resource" }],
      },
    ],
    partialFingerprints: { "frontyard/v1": `${code} ${address}` },
  };
}

function suppression({ reason }: WaivedFinding): object {
  return { kind: "external", justification: reason };
}

/** Where a resource begins, if the file has lines; a plan has one. */
function lineOf(address: string, json: string): number {
  const name = address.split(".").at(-1) ?? "";
  const position = json.indexOf(`"${name}": {`);
  return position < 0 ? 1 : json.slice(0, position).split("\n").length;
}

function sentence(text: string): string {
  const shown = unlinked(text);
  return `${shown.charAt(0).toUpperCase()}${shown.slice(1)}.`;
}

/** A link in the text of a message would be followed. */
function unlinked(text: string, escape: (text: string) => string = printed): string {
  return escape(text).replaceAll("](", "\\](");
}
