import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, rehearse } from "../e2e/command";
import { settingsBlocks } from "../support/settings-blocks";

/** Every settings file on the pages, rehearsed to the end: `npx jest --selectProjects campaign`. */
const blocks = settingsBlocks(["voice-agent", "learning-app"]);

let folder: string;

beforeAll(() => {
  build("rehearse");
  folder = mkdtempSync(join(tmpdir(), "frontyard-pages-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(blocks.map((block) => [block.place, block] as const))("%s is rehearsed", async (place, block) => {
  const file = join(folder, "settings.json");
  writeFileSync(file, JSON.stringify(block.content));
  const stacks = Object.entries(block.content).flatMap(([id, settings]) => withNetwork(id, settings));
  const begin = Date.now();
  const ended = await rehearse(stacks, { FRONTYARD_SETTINGS: file, TMPDIR: folder }).ended;
  process.stderr.write(`${place}: ${stacks.join(", ")}: ${Math.round((Date.now() - begin) / 1000)} s\n`);
  expect(ended.output).not.toContain("not seeded");
  expect(ended.output).toMatch(/^rehearsed: /m);
  for (const stack of stacks) expect(ended.output).toMatch(new RegExp(`^rehearsed: .*\\b${stack}\\b`, "m"));
  expect(ended.exitCode).toBe(0);
  expect(readdirSync(folder)).toEqual(["settings.json"]);
});

/** A network that is split off is a stack beside. */
function withNetwork(id: string, settings: unknown): string[] {
  const isSplit = typeof settings === "object" && settings !== null && "split" in settings;
  return isSplit ? [`${id}-network`, id] : [id];
}
