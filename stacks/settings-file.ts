import { readFileSync } from "node:fs";
import {
  codes,
  FrontyardError,
  guess,
  refuse,
  stateFrom,
  wrongIn,
  type Code,
  type Problem,
  type Shapes,
} from "../modules";
import type { Settings } from "./settings";
import table from "./settings-shapes.json";

/** The stacks of main.ts that take settings. */
const WITH_SETTINGS = ["voice-agent", "learning-app"];

const read = table as unknown as Shapes;

/** As the types have it, which `npm run docs` reads; but that a file can't hold a state: it has its address. */
const SHAPES: Shapes = {
  ...read,
  types: { ...read.types, Settings: { ...read.types.Settings, state: { shape: "text", optional: true } } },
};

/**
 * The settings of a stack in the JSON file that FRONTYARD_SETTINGS names, by the id of the stack. None without the
 * variable. Throws a `FrontyardError` on a file that can't be read, and on everything in it that is no setting or of
 * another kind: a mistyped one would change nothing, unnoticed.
 */
export function settingsOf(stack: string, file = process.env.FRONTYARD_SETTINGS): Settings {
  if (file === undefined || file === "") return {};
  const all = contentOf(file);
  const problems = Object.entries(all).flatMap(([id, settings]) => problemsIn(id, settings, file));
  if (problems.length > 0) throw new FrontyardError(problems);
  const { state, ...settings } = (all[stack] ?? {}) as { readonly state?: string } & Omit<Settings, "state">;
  return state === undefined ? settings : { ...settings, state: stateFrom(state) };
}

function problemsIn(stack: string, settings: unknown, file: string): Problem[] {
  if (!WITH_SETTINGS.includes(stack)) {
    const hint = guess(stack, WITH_SETTINGS) || `Stacks with settings: ${WITH_SETTINGS.join(", ")}.`;
    return [problem("main.ts", "FY022", `${file}: unknown stack ${stack}. ${hint}`)];
  }
  return wrongIn(settings, "Settings", SHAPES).map(({ isUnknown, path, sentence }) => {
    const told = `${file}: ${sentence.replace("unknown prop", "unknown setting").replace(/^ must/, "the settings must")}`;
    return problem(stack, isUnknown ? "FY022" : "FY023", told, path);
  });
}

function problem(path: string, code: Code, told: string, setting = "the settings"): Problem {
  const { allowed, fix } = codes[code];
  return { code, path, subject: setting, given: setting, allowed, fix, told };
}

function contentOf(file: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isObject(content)) return content;
  } catch (error) {
    return refuse("main.ts", "FY023", `${file}: ${(error as Error).message}`);
  }
  return refuse("main.ts", "FY023", `${file}: not an object`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
