import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { ENDING_SIGNALS, meaningOf } from "../../../cli/leftovers/ending";

const root = join(__dirname, "..", "..", "..");

/** Processes start slowly on a busy machine. */
jest.setTimeout(60_000);

describe("what a signal means", () => {
  it("the first one ends", () => expect(meaningOf(undefined)).toBe("end"));

  it.each([0, 1, 5, 300, 999])("one that comes %i ms after it is the same wish: npm sends it twice", (ms) => {
    expect(meaningOf(ms)).toBe("known");
  });

  it.each([1000, 60_000])("one that comes %i ms after it is a new wish", (ms) => {
    expect(meaningOf(ms)).toBe("end at once");
  });
});

describe("a temporary folder", () => {
  let place: string;
  let program: string;

  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), "frontyard-test-"));
    program = join(place, "program.js");
    const contents = `
      import { leaveNothingBehind } from "./cli/process/interruption";
      import { startGroup } from "./cli/process/process-groups";
      import { Workplace } from "./cli/rehearse/workplace";
      import { inTemporaryFolder, TemporaryFolder } from "./cli/leftovers/temporary-folder";
      const go = () => setInterval(() => console.log("up"), 20);
      const [how] = process.argv.slice(2);
      if (how === "ordered" || how === "stubborn") {
        leaveNothingBehind();
        const { folder } = new Workplace();
        const patience = how === "stubborn" ? "process.on('SIGINT', () => 0);" : "";
        const work = patience + "setTimeout(() => 0, 60000); console.log('ready')";
        const options = { ending: "interrupted", cwd: folder } as const;
        startGroup([process.execPath, "-e", work], options).stdout?.once("data", go);
      } else {
        new TemporaryFolder("bench");
        go();
      }
      if (how === "crash") throw new Error("crashed");
      if (how === "throw") inTemporaryFolder("share", () => { throw new Error("thrown"); });
    `;
    const stdin = { contents, resolveDir: root, loader: "ts" } as const;
    buildSync({ stdin, bundle: true, platform: "node", outfile: program, packages: "external" });
  });

  afterAll(() => rmSync(place, { recursive: true, force: true }));

  /** Runs the program, acts once it is up, and tells what is left of its temporary folders. */
  async function left(how: string, act: (child: ReturnType<typeof start>) => void) {
    const folder = mkdtempSync(join(place, "temporary-"));
    const child = start(how, folder);
    child.stdout.once("data", () => act(child));
    const code = await new Promise((resolve) => child.once("exit", resolve));
    return { code, left: readdirSync(folder) };
  }

  function start(how: string, folder: string) {
    const env = { ...process.env, TMPDIR: folder };
    return spawn(process.execPath, [program, how], { env, stdio: ["ignore", "pipe", "pipe"] });
  }

  const ways = ENDING_SIGNALS.flatMap((signal) => ["plain", "ordered"].map((how) => [signal, how] as const));

  it.each(ways)("is gone after %s (%s)", async (signal, how) => {
    expect(await left(how, (child) => child.kill(signal))).toEqual({ code: 130, left: [] });
  });

  it("is gone when npm passes on what the terminal has sent already", async () => {
    const twice = await left("ordered", (child) => {
      child.kill("SIGINT");
      setTimeout(() => child.kill("SIGINT"), 30);
    });
    expect(twice).toEqual({ code: 130, left: [] });
  });

  it("a second Ctrl-C after the hint ends at once what does not end by itself", async () => {
    const begun = Date.now();
    const hurried = await left("stubborn", (child) => {
      child.kill("SIGINT");
      child.stderr.once("data", (text: Buffer) => {
        expect(text.toString()).toContain("press Ctrl-C again");
        child.kill("SIGINT");
      });
    });
    expect(hurried).toEqual({ code: 130, left: [] });
    expect(Date.now() - begun).toBeLessThan(4000);
  });

  it("is gone when nobody reads the output any longer", async () => {
    expect(await left("ordered", (child) => child.stdout.destroy())).toEqual({ code: 130, left: [] });
  });

  it.each(["crash", "throw"])("is gone after an error that nobody caught (%s)", async (how) => {
    expect(await left(how, () => undefined)).toMatchObject({ code: 1, left: [] });
  });
});

/**
 * Only here a folder is removed whatever ends the process; modules of Terraform are made inside one that is. A pipeline's
 * is in the project, beside what it stands for, and git ignores it.
 */
it("no command makes a temporary folder in another way", () => {
  const makers = ["cli", "emulator", "scripts", "terraform-modules"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file)),
  );
  const found = makers.filter((file) => /\bmkdtemp/.test(readFileSync(join(root, file), "utf8")));
  expect(found.sort()).toEqual([
    "cli/leftovers/temporary-folder.ts",
    "cli/pipeline/pipeline.ts",
    "terraform-modules/template/synthesized.ts",
  ]);
});
