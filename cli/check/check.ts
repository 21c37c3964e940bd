import { readFileSync } from "node:fs";
import { printedLines, readWaivers, type Waiver } from "../../traffic";
import { parseArguments, type Request } from "./arguments";
import { asJson } from "./formats/json";
import { asSarif } from "./formats/sarif";
import { asText, type Paint } from "./formats/text";
import { paintFor } from "../screen/paint";
import { write } from "../application/say";
import { isOwnColoured } from "../screen/screen";
import { exitCodeOf, reportOn, type Report } from "./report";
import { filesAsSources, stacksAsSources } from "./sources";
import { usage } from "./usage";

type Wanted = Extract<Request, { readonly kind: "check" }>;

/** Where a command writes, and how. */
export interface Screen {
  readonly out: (text: string) => void;
  readonly problem: (text: string) => void;
  readonly isColoured: boolean;
}

const ownScreen: Screen = {
  out: (text) => write("stdout", text),
  problem: (text) => write("stderr", text),
  isColoured: isOwnColoured(),
};

/** The whole command; returns its exit code. */
export function checkCommand(args: readonly string[], screen = ownScreen): number {
  const request = parseArguments(args);
  switch (request.kind) {
    case "help":
      screen.out(`${usage}\n`);
      return 0;
    case "refused":
      screen.problem(`check: ${request.problem}\n`);
      return 2;
    case "check":
      return run(request, screen);
  }
}

function run(request: Wanted, screen: Screen): number {
  const waivers = waiversOf(request);
  if (typeof waivers === "string") {
    screen.problem(`check: ${waivers}\n`);
    return 2;
  }
  const sources = request.files.length > 0 ? filesAsSources(request.files) : stacksAsSources();
  const report = reportOn(sources, waivers);
  screen.out(written(report, request.format, paintFor(screen.isColoured)));
  return exitCodeOf(report);
}

/** The waivers, or what is wrong with their file. */
function waiversOf({ waiversFile }: Wanted): readonly Waiver[] | string {
  if (waiversFile === undefined) return [];
  try {
    return readWaivers(readFileSync(waiversFile, "utf8"));
  } catch (error) {
    return `${waiversFile}: ${(error as Error).message}`;
  }
}

function written(report: Report, format: Wanted["format"], paint: Paint): string {
  if (format === "json") return printedLines(asJson(report));
  return format === "sarif" ? asSarif(report) : asText(report, paint);
}
