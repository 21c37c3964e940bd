import { readFileSync } from "node:fs";
import { FrontyardError, guess, problems, refuse, stateFrom } from "../modules";
import type { Settings } from "./settings";
import { problem, wrongInFile } from "./wrong-settings";

/** Ids of stacks whose settings were asked for. */
const asked = new Set<string>();

/**
 * The settings of a stack in the JSON file that FRONTYARD_SETTINGS names, by the id of the stack. None without the
 * variable. Throws a `FrontyardError` on a file that can't be read, and on everything in it that is no setting or of
 * another kind: a mistyped one would change nothing, unnoticed.
 */
export function settingsOf(stack: string, file = process.env.FRONTYARD_SETTINGS): Settings {
  asked.add(stack);
  if (file === undefined || file === "") return {};
  const all = contentOf(file);
  const strays = Object.entries(all).flatMap(([id, settings]) => wrongInFile(id, settings, file));
  if (strays.length > 0) throw new FrontyardError(strays);
  const { state, ...settings } = (Object.hasOwn(all, stack) ? all[stack] : {}) as {
    readonly state?: string;
  } & Omit<Settings, "state">;
  return state === undefined ? settings : { ...settings, state: stateFrom(state) };
}

/** To be said once every stack has asked for its settings: what the file holds for any other would change nothing. */
export function expectAllTaken(file = process.env.FRONTYARD_SETTINGS): void {
  if (file === undefined || file === "") return;
  const stacks = [...asked];
  const strays = Object.keys(contentOf(file))
    .filter((id) => !asked.has(id))
    .map((id) => {
      const hint = guess(id, stacks) || `Stacks with settings: ${stacks.join(", ")}.`;
      return problem("main.ts", problems.unknownSetting, `${file}: unknown stack ${id}. ${hint}`);
    });
  if (strays.length > 0) throw new FrontyardError(strays);
}

function contentOf(file: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    // Editors read it: settings/schema.json.
    if (isObject(content))
      return Object.fromEntries(Object.entries(content).filter(([id]) => id !== "$schema"));
  } catch (error) {
    return refuse("main.ts", problems.settingsFile, `${file}: ${(error as Error).message}`);
  }
  return refuse("main.ts", problems.settingsFile, `${file}: not an object`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
