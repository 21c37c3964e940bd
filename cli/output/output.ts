import { homedir, tmpdir } from "node:os";
import { answer } from "../application/answer";
import { expectWritable, writeFiles, writtenOnce, type FileSet } from "../files";
import { parseArguments, usage, type Request } from "./arguments";
import { committedFiles, outputSet, synthesizedFiles, type Files } from "./files";
import {
  differences,
  fileReads,
  former,
  isLockIn,
  ownPaths,
  stacksOf,
  unlocked,
  variablesOf,
} from "./findings";
import { lockFiles } from "./lock";
import { complain, say } from "../application/say";

type Wanted = Extract<Request, { kind: "output" }>;

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
  const there = committed(folder, current);
  const lines = [...differences(there, current), ...unlocked(there, current)];
  if (lines.length > 0) return tell(lines.map((line) => `${folder}/${line}`));
  say(`${folder} is current: ${stacksOf(current).length} stacks`);
  return 0;
}

function write(wanted: Wanted, current: Files): number {
  const { folder, platforms } = wanted;
  const set = setOf(wanted, current);
  // Locking takes minutes, so what can't be written is said before.
  expectWritable([set]);
  const there = committed(folder, current);
  const locks = platforms.length > 0 ? lockFiles(there, current, platforms) : new Map<string, string>();
  const madeFrom = new Map([...there].filter(([path]) => locks.has(path)));
  const notes = writeFiles([{ ...set, files: new Map([...current, ...locks]), madeFrom }]);
  for (const [path, text] of stacksOf(current)) {
    const variables = variablesOf(text).join(", ");
    say(`wrote ${folder}/${path}${variables && `; variables: ${variables}`}`);
  }
  for (const note of [...notes, ...leftovers(folder, current)]) say(`note: ${note}`);
  return 0;
}

function setOf({ folder, adopt }: Wanted, current: Files): FileSet {
  const keeps = (path: string): boolean => isLockIn(current, path);
  return { ...outputSet(folder), files: current, keeps, adopt, elsewhere: "--to" };
}

function leftovers(folder: string, current: Files): string[] {
  const there = committed(folder, current);
  const strangers = former(there, current).map(
    (path) =>
      `${folder}/${path} belongs to no stack any more, and this command did not write it: remove it yourself`,
  );
  return [...strangers, ...unlocked(there, current).map((line) => `${folder}/${line}`)];
}

function committed(folder: string, current: Files): Files {
  return committedFiles(folder, current, writtenOnce(outputSet(folder)));
}

function tell(lines: readonly string[]): number {
  for (const line of lines) complain(line);
  return 1;
}
