import { parseArguments, usage } from "./arguments";
import { pagesOf, write } from "./draw";
import { filesAsSources, stacksAsSources } from "./sources";

/** Who reaches whom, as an SVG and a Mermaid text a stack; returns the exit code. */
export function pictureCommand(args: readonly string[]): number {
  const request = parseArguments(args);
  if (request.kind === "help") {
    console.log(usage);
    return 0;
  }
  try {
    if (request.kind === "refused") throw new Error(request.problem);
    const { files, out } = request;
    const pages = pagesOf(files.length > 0 ? filesAsSources(files) : stacksAsSources(), out);
    write(pages, out);
    for (const { file } of pages) console.log(`wrote ${file}`);
    return 0;
  } catch (error) {
    console.error(`picture: ${(error as Error).message}`);
    return 2;
  }
}
