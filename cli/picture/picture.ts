import { answer } from "../application/answer";
import { parseArguments, usage } from "./arguments";
import { pagesOf, write } from "./draw";
import { filesAsSources, stacksAsSources } from "./sources";
import { say } from "../application/say";

/** Who reaches whom, as an SVG and a Mermaid text a stack; resolves to the exit code. */
export function pictureCommand(args: readonly string[]): Promise<number> {
  return answer({ name: "picture", usage }, parseArguments(args), ({ files, out, adopt }) => {
    const pages = pagesOf(files.length > 0 ? filesAsSources(files) : stacksAsSources(), out);
    write(pages, out, adopt);
    for (const { file } of pages) say(`wrote ${file}`);
    return 0;
  });
}
