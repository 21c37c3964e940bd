import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ended } from "./command";
import { build, rehearse } from "./command";

/** A rehearsal that cannot start says so at once, and leaves nothing. */
let empty: string;

beforeAll(() => build("rehearse"));

beforeEach(() => {
  empty = mkdtempSync(join(tmpdir(), "frontyard-start-"));
});

afterEach(() => {
  expect(readdirSync(empty)).toEqual([]);
  rmSync(empty, { recursive: true });
});

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return rehearse(args, { TMPDIR: empty, ...env }).ended;
}

it("without any part on PATH: a line a part, each with its remedy", async () => {
  const { exitCode, output } = await run([], { PATH: empty });
  expect(exitCode).toBe(2);
  expect(output.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/^missing: Terraform CLI >= 1\.11: .*\. Do: \S+/),
    expect.stringMatching(/^missing: moto, the emulated AWS: .*\. Do: pipx install /),
  ]);
});

it("with a mirror that is of no use: one line", async () => {
  const { exitCode, output } = await run([], { FRONTYARD_PROVIDER_MIRROR: empty });
  expect(exitCode).toBe(2);
  expect(output).toMatch(/^missing: provider hashicorp\/aws: FRONTYARD_PROVIDER_MIRROR names [^\n]+\n$/);
});

it("with a stack that does not exist: the stacks there are", async () => {
  expect(await run(["voice-agnet"])).toMatchObject({
    exitCode: 2,
    // What the app says of its types, where nobody checked them, stands before.
    output: expect.stringMatching(
      /^(Types [^\n]+\n)?rehearse: no stack is named voice-agnet; there are: learning-app, voice-agent\n$/,
    ) as string,
  });
});

it("with an unknown option: the one that was meant", async () => {
  expect(await run(["--kep"])).toMatchObject({
    exitCode: 2,
    output: expect.stringContaining("--keep") as string,
  });
});

it("--help prints how to use it", async () => {
  const help = expect.stringContaining("Usage: npm run rehearse") as string;
  expect(await run(["--help"])).toMatchObject({ exitCode: 0, output: help });
});
