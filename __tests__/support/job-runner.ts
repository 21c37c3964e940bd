import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitLabPipeline, workflow } from "./pipelines";

/**
 * What a run here leaves out: packages are there, and the tests are these. The rest of a job's lines are run as they
 * stand, by the shell that the forge uses.
 */
const LEFT_OUT = /^npm (ci|test|run (types|lint|format:check))$|^curl |^echo "\$TERRAFORM|^unzip /;

export interface JobEnd {
  readonly exitCode: number;
  readonly output: string;
  /** What the job hands to the next. */
  readonly handed: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface JobPlace {
  readonly folder: string;
  /** Of the runner: PATH, Terraform's providers, credentials. */
  readonly env: NodeJS.ProcessEnv;
  /** What `${{ … }}` stands for, or what GitLab sets. */
  readonly values: Readonly<Record<string, string>>;
}

/** Runs the `run:` lines of a job as a runner of GitHub does, one shell a step. Actions are left to the place. */
export async function gitHubJob([file, id]: [string, string], place: JobPlace): Promise<JobEnd> {
  const { steps, env = {}, outputs = {} } = workflow(file).jobs[id]!;
  const files = new JobFiles();
  const filled = (values: Readonly<Record<string, string>> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(value, place.values)]));
  const lines = steps
    .filter(({ run, if: when }) => run !== undefined && !LEFT_OUT.test(run) && holds(when, place.folder))
    .map((step) => ({ line: step.run!, env: { ...filled(env), ...filled(step.env) } }));
  const ended = await inOrder(lines, "bash -e -o pipefail -c", {
    ...place,
    env: { ...place.env, ...files.env },
  });
  const written = files.read("GITHUB_OUTPUT");
  const handed = Object.entries(outputs).map(([name, from]) => {
    const [, output = ""] = /^\$\{\{ steps\.\w+\.outputs\.(\w+) \}\}$/.exec(from) ?? [];
    return [name, written[output] ?? ""] as const;
  });
  const summary = files.text("GITHUB_STEP_SUMMARY");
  files.remove();
  return { ...ended, handed: Object.fromEntries(handed), summary };
}

/** Runs the script of a job as a runner of GitLab does, in one shell, with the variables that it would have. */
export async function gitLabJob(name: string, place: JobPlace): Promise<JobEnd> {
  const pipeline = gitLabPipeline();
  const job = pipeline.jobs[name]!;
  const given = { ...pipeline.variables, ...(job.extends === ".aws" ? pipeline[".aws"].variables : {}) };
  const variables = { ...given, ...job.variables };
  const env = Object.fromEntries(
    Object.entries(variables).map(([key, value]) => [
      key,
      String(value).replace(/\$(\w+)/g, (_, wanted: string) => place.values[wanted] ?? ""),
    ]),
  );
  const script = [...pipeline.default.before_script, ...job.script].filter((line) => !LEFT_OUT.test(line));
  const ended = await inOrder(
    [{ line: script.join("\n"), env: { ...place.values, ...env } }],
    "bash -eo pipefail -c",
    place,
  );
  const dotenv = join(place.folder, "approved.env");
  const handed = existsSync(dotenv) ? readPairs(readFileSync(dotenv, "utf8")) : {};
  rmSync(dotenv, { force: true });
  return { ...ended, handed, summary: "" };
}

async function inOrder(
  lines: readonly { readonly line: string; readonly env: Readonly<Record<string, string>> }[],
  shell: string,
  place: JobPlace,
): Promise<{ exitCode: number; output: string }> {
  let output = "";
  for (const { line, env } of lines) {
    const [program = "", ...args] = [...shell.split(" "), line];
    const child = spawn(program, args, {
      cwd: place.folder,
      env: { ...place.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
    const exitCode = await new Promise<number>((resolve) =>
      child.once("close", (code) => resolve(code ?? -1)),
    );
    if (exitCode !== 0) return { exitCode, output };
  }
  return { exitCode: 0, output };
}

/** The only condition on a step that there is: whether files are there. */
function holds(when: string | undefined, folder: string): boolean {
  if (when === undefined) return true;
  const [, path] = /^hashFiles\('([^*]+)\/\*\*'\) != ''$/.exec(when) ?? [];
  if (path === undefined) throw new Error(`nobody taught the runner: ${when}`);
  return existsSync(join(folder, path));
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ ([^}]+) \}\}/g, (_, expression: string) => {
    const value = values[expression];
    if (value === undefined) throw new Error(`nobody gave ${expression}`);
    return value;
  });
}

class JobFiles {
  private readonly folder = mkdtempSync(join(tmpdir(), "frontyard-job-"));

  readonly env = Object.fromEntries(
    ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"].map((name) => [name, join(this.folder, name)]),
  );

  text(name: string): string {
    appendFileSync(this.env[name]!, "");
    return readFileSync(this.env[name]!, "utf8");
  }

  read(name: string): Record<string, string> {
    return readPairs(this.text(name));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function readPairs(text: string): Record<string, string> {
  const pairs = text.split("\n").filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
}
