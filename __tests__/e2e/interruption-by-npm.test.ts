import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processesWith, until } from "./command";

const root = join(__dirname, "..", "..");
const CTRL_C = "\u0003";

let marker: string;

beforeEach(() => (marker = mkdtempSync(join(tmpdir(), "frontyard-interrupted-"))));
afterEach(() => rmSync(marker, { recursive: true, force: true }));

/** A shell's command; under `script` it has a terminal, whose keys are what is written to its input. */
function shell(command: string) {
  const env = { ...process.env, TMPDIR: marker, CI: "1" };
  const child = spawn("sh", ["-c", command], { cwd: root, env, stdio: ["pipe", "pipe", "pipe"] });
  const said = { output: "" };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said.output += text));
  const ended = new Promise((resolve) => child.once("close", resolve));
  return { child, said, ended };
}

async function expectNothingLeft(): Promise<void> {
  await until("all processes have ended", () => processesWith(marker).length === 0, 5000);
  expect(readdirSync(marker)).toEqual([]);
}

/** Moments of a rehearsal by what it has said, and how long after. */
const moments = [
  ["AWS emulated by", 700, 1],
  ["apply ...", 300, 1],
  ["apply ...", 5000, 2],
] as const;

it.each(moments)(
  "Ctrl-C under npm run (%s, %i ms later, %i times) leaves nothing",
  async (text, ms, times) => {
    const { child, said, ended } = shell('script -qefc "npm run rehearse -- voice-agent" /dev/null');
    await until(text, () => said.output.includes(text), 300_000);
    await new Promise((resolve) => setTimeout(resolve, ms));
    child.stdin.write(CTRL_C.repeat(times));
    await ended;
    expect(said.output).toContain("interrupted: nothing was left running");
    await expectNothingLeft();
  },
);

it("npm run rehearse | head leaves nothing", async () => {
  const { ended } = shell("npm run rehearse -- voice-agent | head -1");
  await ended;
  await expectNothingLeft();
});
