import { buildSync } from "esbuild";
import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { outdir } from "../../support/outdir";

const ROOT = join(__dirname, "..", "..", "..");

/** A title of a window, red, a command to a log, and text that runs backwards. */
const HOSTILE = "a\u001b]0;b\u0007\u001b[31m\n::error::c\u202e";
const SHOWN = "a\\u001b]0;b\\u0007\\u001b[31m\\u000a::error::c\\u202e";

/** In a process of its own, which takes its output for a terminal: Jest can't load what draws on one. */
const PROGRAM = `
import { LiveProgress } from "./cli/rehearse/report/live-progress";
Object.assign(process.stdout, { isTTY: true, columns: 200, rows: 50 });
let drawn = "";
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...more) => ((drawn += text), write(text, ...more));
/** Until a text has been drawn, however busy the machine is; gives up after ten seconds. */
const until = async (text) => {
  for (let waits = 0; waits < 500 && !drawn.includes(text); waits += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
};
const [lane = "", failed] = process.argv.slice(2);
void (async () => {
  const progress = new LiveProgress([lane]);
  await until("a\\\\u001b");
  const news = { lane, step: "step " + lane };
  progress.say(news, "note " + lane);
  await until("note a");
  progress.finish({ ...news, failed: failed === "true", milliseconds: 1, note: "" });
  if (failed === "true") await until(" failed");
  progress.leave(lane);
  await progress.close();
})();
`;

describe("the list on a terminal", () => {
  const folder = outdir();
  const program = join(folder, "program.js");

  beforeAll(() => {
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    buildSync({
      ...{ stdin: { contents: PROGRAM, resolveDir: ROOT, loader: "ts" }, outfile: program, bundle: true },
      ...{ packages: "external", platform: "node", target: "node20.9", logLevel: "warning" },
    });
  });

  it.each([
    ["ends well", false],
    ["fails", true],
  ])("shows the name of a stack, its step and what is said of it escaped, when it %s", (_, failed) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, HOSTILE, String(failed)],
      { encoding: "utf8", env: { ...process.env, CI: "", TERM: "xterm" } }, // a terminal that is redrawn
    );
    expect(status).toBe(0);
    const text = stdout + stderr;
    expect(text).toMatch(/\u001b\[\d*[AGKJ]/); // it is drawn, not listed
    expect(text).toMatch(/c\\u202e {2}\d+\.\d/); // with its duration, once it has ended
    expect(text).toContain(`step ${SHOWN}: note ${SHOWN}`);
    if (failed) expect(text).toContain(`step ${SHOWN} failed`);
    for (const raw of ["\u001b]0;b", "\u0007", "\n::error::", "\u202e"]) expect(text).not.toContain(raw);
  });
});
