// npm run picture: who reaches whom, as an SVG and a Mermaid text a stack.
import { parseArguments, usage } from "./arguments";
import { pagesOf, write } from "./draw";
import { filesAsSources, stacksAsSources } from "./sources";

/** Resolves to the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const request = parseArguments(args);
  if (request.kind === "help") {
    console.log(usage);
    return 0;
  }
  try {
    if (request.kind === "refused") throw new Error(request.problem);
    const { files, out } = request;
    const pages = pagesOf(files.length > 0 ? filesAsSources(files) : await stacksAsSources(), out);
    write(pages, out);
    for (const { file } of pages) console.log(`wrote ${file}`);
    return 0;
  } catch (error) {
    console.error(`picture: ${(error as Error).message}`);
    return 2;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
