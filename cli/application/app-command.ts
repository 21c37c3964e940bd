import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { INTERRUPTED } from "../leftovers/ending";

/** What cdktf.json says of an app: https://developer.hashicorp.com/terraform/cdktf/create-and-deploy/configuration-file */
export interface AppCommand {
  readonly command: string;
  /** Where `cdktf synth` would write. */
  readonly output: string;
  readonly context: Readonly<Record<string, unknown>>;
}

/** How an app ended that was run in a shell. */
export interface AppRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const FILE = "cdktf.json";
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Throws an `Error` in one line where a folder holds no app. */
export function readAppCommand(folder: string): AppCommand {
  const file = join(folder, FILE);
  if (!existsSync(file)) {
    throw new Error(`there is no ${FILE} in ${folder}: go to the folder of your CDKTF app`);
  }
  const { app, output = "cdktf.out", context = {} } = parsed(file);
  if (typeof app !== "string" || app.trim() === "") {
    throw new Error(`${file} names no app: add "app", the command that synthesizes, such as "node main.js"`);
  }
  return { command: app, output: String(output), context: context as AppCommand["context"] };
}

/** Runs the app as `cdktf synth` does: in a shell, told by its environment where to write. */
export function runApp({ command, context }: AppCommand, folder: string, outdir: string): AppRun {
  const given = JSON.parse(process.env.CDKTF_CONTEXT_JSON || "{}") as object;
  const { status, signal, stdout, stderr, error } = spawnSync(command, {
    ...{ cwd: folder, shell: true, encoding: "utf8", maxBuffer: MOST_OUTPUT_BYTES },
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      CDKTF_OUTDIR: outdir,
      CDKTF_CONTEXT_JSON: JSON.stringify({ ...given, ...context }),
      SYNTH_HCL_OUTPUT: "false", // commands read JSON
    },
  });
  // Ctrl-C reaches the app and this process at once; this one hears of it only now, and nobody waits for an answer.
  if (signal === "SIGINT" || status === INTERRUPTED) process.exit(INTERRUPTED);
  if (error) throw new Error(`${command} can't be run: ${error.message}`);
  return { exitCode: status, stdout, stderr };
}

/** What build/bundle.mjs says of types, before the app says anything. */
const TYPES_NOTICE = /^Types (?:not checked|do not hold)[^\n]*\n(?: {2}[^\n]*\n)*/;

/** Why an app failed: its bad input, without the stack trace of an error that nobody caught, else all it said. */
export function failureOf({ exitCode, stdout, stderr }: AppRun, command: string): string {
  const [notice = ""] = TYPES_NOTICE.exec(stderr) ?? [];
  const told = stderr.slice(notice.length);
  const said = (uncaughtIn(told) ?? (told.trim() || stdout.trim())).trimEnd();
  const why = said === "" ? `"${command}" ended with ${exitCode ?? "a signal"}` : said;
  return `${why}\n${notice}`.trimEnd();
}

/** Node prints an error that nobody caught with the calls that led to it, and in brackets one that has none. */
function uncaughtIn(stderr: string): string | undefined {
  const begin = stderr.search(/^\[?FrontyardError: /m);
  if (begin === -1) return undefined;
  const end = stderr.indexOf(stderr[begin] === "[" ? "]\n\nNode.js v" : "\n    at ", begin);
  return end === -1 ? undefined : stderr.slice(stderr.indexOf(": ", begin) + ": ".length, end);
}

function parsed(file: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof content === "object" && content !== null) return content as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${file} can't be read: ${(error as Error).message}`, { cause: error });
  }
  throw new Error(`${file} can't be read: it holds no object`);
}
