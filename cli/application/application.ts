import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { STATE_CONTEXT, TRAFFIC_CONTEXT } from "../../modules/foundation/contexts";
import { inTemporaryFolder } from "../leftovers/temporary-folder";
import { failureOf, readAppCommand, runApp } from "./app-command";
import { passOn } from "./say";

/** The CDKTF app of the folder that a command is run in, synthesized. */
export interface Application {
  readonly stacks: readonly string[];
  /** The stacks whose state a stack reads. */
  dependencies(stack: string): readonly string[];
}

export interface SynthesisOptions {
  /** Leaves the judging by the traffic rules to the caller. */
  readonly unjudged?: boolean;
  /** `local`: every state in a file, whatever the code and the environment say. `code`: the environment says nothing. */
  readonly state?: "local" | "code";
}

/** What CDKTF writes of each stack to manifest.json. */
interface Written {
  readonly name: string;
  readonly constructPath: string;
  readonly synthesizedStackPath: string;
  readonly dependencies?: readonly string[];
}

/** Has the app write every stack to a folder. Throws an `Error` that says why it can't. */
export function synthesizeApplication(outdir: string, options?: SynthesisOptions): Application {
  const written = synthesize(outdir, options);
  const nameOf = (path: string): string[] =>
    written.filter(({ constructPath }) => constructPath === path).map(({ name }) => name);
  return {
    stacks: written.map(({ name }) => name),
    dependencies: (stack) => written.find(({ name }) => name === stack)?.dependencies?.flatMap(nameOf) ?? [],
  };
}

export interface SynthesizedStack {
  readonly name: string;
  /** Relative to the project, where `cdktf synth` would put it. */
  readonly file: string;
  readonly json: string;
}

/** Every stack of the app, synthesized into a folder that is gone afterwards. */
export function synthesizedStacks(options?: SynthesisOptions): SynthesizedStack[] {
  const { output } = readAppCommand(process.cwd());
  return whileSynthesized(options, (outdir, written) =>
    written.map(({ name, synthesizedStackPath: path }) => ({
      ...{ name, file: join(output, path), json: readFileSync(join(outdir, path), "utf8") },
    })),
  );
}

/** Has the app write to a folder that is gone once it was read. */
export function whileSynthesized<T>(
  options: SynthesisOptions | undefined,
  read: (outdir: string, written: readonly Written[]) => T,
): T {
  return inTemporaryFolder("synthesized", (folder) => {
    const outdir = join(folder, "cdktf.out");
    return read(outdir, synthesize(outdir, options));
  });
}

function synthesize(outdir: string, { unjudged = false, state }: SynthesisOptions = {}): Written[] {
  const app = readAppCommand(process.cwd());
  const context = {
    ...app.context,
    ...(unjudged ? { [TRAFFIC_CONTEXT]: "off" } : {}),
    ...(state === undefined ? {} : { [STATE_CONTEXT]: state }),
  };
  const run = runApp({ ...app, context }, process.cwd(), outdir);
  if (run.exitCode !== 0) throw new Error(failureOf(run, app.command));
  passOn("stderr", run.stderr);
  const manifest = join(outdir, "manifest.json");
  if (!existsSync(manifest)) {
    throw new Error(
      `"${app.command}" wrote no manifest.json: does the app call synth(), and is its folder CDKTF's to choose?`,
    );
  }
  const { stacks } = JSON.parse(readFileSync(manifest, "utf8")) as { stacks: Record<string, Written> };
  return Object.values(stacks);
}
