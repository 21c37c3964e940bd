import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "../../main";
import { settingsOf } from "../../stacks/settings-file";
import { jsonBlocks, pages, settingsBlocks, textOf } from "../support/settings-blocks";

const folder = mkdtempSync(join(tmpdir(), "frontyard-blocks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STACKS = buildApp({ outdir: join(folder, "cdktf.out") }).node.children.map(({ node }) => node.id);

const blocks = settingsBlocks(STACKS);

/** Blocks of JSON that are no settings. */
const OTHERS = ["docs/hcp-terraform.md: Version, Statement"];

describe("the settings files on the pages", () => {
  it("are found, with every line that names a stack", () => {
    expect(STACKS).toContain("voice-agent");
    const naming = new RegExp(`"(?:${STACKS.join("|")})" *:`, "g");
    const named = pages().flatMap((page) => [...textOf(page).matchAll(naming)]);
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.flatMap(({ content }) => Object.keys(content))).toHaveLength(named.length);
  });

  it("are all blocks of JSON, but for those that are known to be something else", () => {
    const places = new Set(blocks.map(({ place }) => place));
    const others = pages().flatMap((page) =>
      jsonBlocks(page, textOf(page))
        .filter(({ place }) => !places.has(place))
        .map(({ content }) => `${page}: ${Object.keys(content).join(", ")}`),
    );
    expect(others).toEqual(OTHERS);
  });

  it.each(blocks.map((block) => [block.place, block] as const))("%s is taken as settings", (_, block) => {
    const file = join(folder, "settings.json");
    writeFileSync(file, JSON.stringify(block.content));
    expect(Object.keys(block.content).filter((id) => !STACKS.includes(id))).toEqual([]);
    for (const id of Object.keys(block.content)) expect(settingsOf(id, file)).not.toEqual({});
  });

  it("are refused where one is mistyped", () => {
    const file = join(folder, "settings.json");
    writeFileSync(file, JSON.stringify({ "voice-agent": { domains: {} } }));
    expect(() => settingsOf("voice-agent", file)).toThrow(/FY022/);
  });
});
