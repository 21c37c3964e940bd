import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { census, differenceLine, differences, isAllowed, type Documents } from "./comparison";
import { build, cases, synthesize } from "./outputs";
import { run } from "./run";
import { complain } from "../../cli/application/say";

/** What a step has found: a line for the summary, and whether it proves what it should. */
export interface Verdict {
  readonly proven: boolean;
  readonly text: string;
}

/** Not more of it: the first ones tell the cause. */
const SHOWN = 20;

/** A step of the proof, in the folder with the copy. */
export type Step = (folder: string) => Promise<Verdict>;

export const types: Step = async (folder) => {
  const compiler = [process.execPath, join("node_modules", "typescript", "bin", "tsc"), "--noEmit"];
  const { exitCode } = await run(compiler, { folder, aloud: true });
  return { proven: exitCode === 0, text: exitCode === 0 ? "no error" : "errors, see above" };
};

/** Jest's own account of a run, of which these are read. */
interface Account {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

export const tests: Step = async (folder) => {
  const report = resolve(folder, ".tests.json");
  const jest = [process.execPath, join("node_modules", "jest", "bin", "jest.js"), "--selectProjects", "unit"];
  const flags = ["--json", `--outputFile=${report}`, `--cacheDirectory=${resolve(folder, ".jest")}`];
  const { exitCode } = await run([...jest, ...flags], { folder, aloud: true });
  if (!existsSync(report)) return { proven: false, text: `jest gave no account, and ended with ${exitCode}` };
  const account = JSON.parse(readFileSync(report, "utf8")) as Account;
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = account;
  return {
    proven: exitCode === 0 && account.success && passed > 0,
    text: `${passed} passed, ${failed} failed, ${skipped} skipped`,
  };
};

export const output: Step = async (folder) => {
  mkdirSync("dist", { recursive: true });
  await Promise.all([build(".", "main"), build(folder, "main")]);
  const found: string[] = [];
  const compared: Documents[] = [];
  for (const each of cases()) {
    const ours = await synthesize(".", each, resolve(folder, ".ours"));
    const theirs = await synthesize(folder, each, resolve(folder, ".theirs"));
    const unlike = differences(ours, theirs).filter((difference) => !isAllowed(difference));
    found.push(...unlike.map((difference) => `${each.name}: ${differenceLine(difference)}`));
    compared.push(theirs);
  }
  for (const line of found.slice(0, SHOWN)) complain(line);
  const runs = `in ${compared.length} runs of the app: ${counted(compared)}`;
  if (found.length > 0) return { proven: false, text: `${found.length} differences ${runs}` };
  return { proven: true, text: `the same ${runs}` };
};

/** `31 stacks with 812 resources, …`, of all that was compared. */
function counted(compared: readonly Documents[]): string {
  const sums = compared.map(census);
  const total = (of: keyof (typeof sums)[0]): number => sums.reduce((sum, each) => sum + each[of], 0);
  const parts = (["resources", "data", "outputs", "variables"] as const).map((of) => `${total(of)} ${of}`);
  return `${total("stacks")} stacks with ${parts.join(", ")}`;
}
