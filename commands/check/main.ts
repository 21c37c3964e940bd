import { readFileSync } from "node:fs";
import { readWaivers, type Waiver } from "../../traffic";
import { isColoured } from "../rehearse/report/screen";
import { parseArguments, type Request } from "./arguments";
import { asJson } from "./formats/json";
import { asSarif } from "./formats/sarif";
import { asText, type Paint } from "./formats/text";
import { paintFor } from "./paint";
import { exitCodeOf, reportOn, type Report } from "./report";
import { filesAsSources, stacksAsSources } from "./sources";
import { usage } from "./usage";

type Wanted = Extract<Request, { readonly kind: "check" }>;

/** Resolves to the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const request = parseArguments(args);
  switch (request.kind) {
    case "help":
      console.log(usage);
      return 0;
    case "refused":
      console.error(`check: ${request.problem}`);
      return 2;
    case "check":
      return run(request);
  }
}

async function run(request: Wanted): Promise<number> {
  const waivers = waiversOf(request);
  if (typeof waivers === "string") {
    console.error(`check: ${waivers}`);
    return 2;
  }
  const sources = request.files.length > 0 ? filesAsSources(request.files) : await stacksAsSources();
  const report = reportOn(sources, waivers);
  process.stdout.write(written(report, request.format, paintFor(isColoured(process.stdout, process.env))));
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
  if (format === "json") return asJson(report);
  return format === "sarif" ? asSarif(report) : asText(report, paint);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (problem: unknown) => {
    console.error(problem);
    process.exitCode = 2;
  },
);
