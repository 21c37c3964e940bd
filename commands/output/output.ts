import { homedir, tmpdir } from "node:os";
import { answer } from "../application/answer";
import { parseArguments, usage, type Request } from "./arguments";
import { filesBelow, removeFiles, synthesizedFiles, writeFiles, type Files } from "./files";
import { differences, fileReads, former, ownPaths, stacksOf, unlocked, variablesOf } from "./findings";
import { lockProviders } from "./lock";

/** The Terraform JSON that is committed, for HCP Terraform to run from the repository; resolves to the exit code. */
export function outputCommand(args: readonly string[]): Promise<number> {
  return answer({ name: "output", usage }, parseArguments(args), (request) => {
    const current = synthesizedFiles();
    const own = [...ownPaths(current, [process.cwd(), homedir(), tmpdir()]), ...fileReads(current)];
    if (own.length > 0) return tell(own);
    return request.check ? check(request.folder, current) : write(request, current);
  });
}

function check(folder: string, current: Files): number {
  const committed = filesBelow(folder);
  const lines = [...differences(committed, current), ...unlocked(committed, current)];
  if (lines.length > 0) return tell(lines.map((line) => `${folder}/${line}`));
  console.log(`${folder} is current: ${stacksOf(current).length} stacks`);
  return 0;
}

function write({ folder, platforms }: Extract<Request, { kind: "output" }>, current: Files): number {
  removeFiles(folder, former(filesBelow(folder), current));
  writeFiles(folder, current);
  if (platforms.length > 0) lockProviders(folder, current, platforms);
  for (const [path, text] of stacksOf(current)) {
    const variables = variablesOf(text).join(", ");
    console.log(`wrote ${folder}/${path}${variables && `; variables: ${variables}`}`);
  }
  for (const line of unlocked(filesBelow(folder), current)) console.log(`note: ${folder}/${line}`);
  return 0;
}

function tell(lines: readonly string[]): number {
  for (const line of lines) console.error(line);
  return 1;
}
