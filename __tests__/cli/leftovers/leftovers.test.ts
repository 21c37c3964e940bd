import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { noteProcess } from "../../../cli/leftovers/processes";
import { identityOf, type ProcessIdentity } from "../../../cli/leftovers/process-identity";
import { FOLDER_KINDS, TemporaryFolder } from "../../../cli/leftovers/temporary-folder";
import { endKept } from "../../../cli/rehearse/kept";

const OWNER = ".frontyard-owner.json";
const self = identityOf(process.pid) as ProcessIdentity;
const dead: ProcessIdentity = { ...self, started: "long ago" };

let place: string;
let children: ChildProcess[];

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "frontyard-test-"));
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(place, { recursive: true, force: true });
});

function folder(name: string, owner?: unknown): string {
  const path = join(place, name);
  mkdirSync(path);
  if (owner !== undefined) writeFileSync(join(path, OWNER), JSON.stringify(owner));
  return path;
}

/** A process that leads a group of its own and works in a folder. */
async function leader(cwd: string): Promise<{ pid: number; ended: Promise<unknown> }> {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { cwd, detached: true });
  children.push(child);
  await new Promise((resolve) => child.once("spawn", resolve));
  return { pid: child.pid ?? 0, ended: new Promise((resolve) => child.once("exit", (_, by) => resolve(by))) };
}

describe("what a killed command left", () => {
  it.each(FOLDER_KINDS)("a folder of kind %s is removed, and named", async (kind) => {
    const left = folder(`frontyard-${kind}-abc123`, dead);
    expect(await endKept(place)).toEqual([`removed what a killed command left: ${left}`]);
    expect(existsSync(left)).toBe(false);
  });

  it("its processes are ended, and nobody else's", async () => {
    const left = folder("frontyard-rehearsal-abc123", dead);
    const [own, other] = [await leader(left), await leader(place)];
    noteProcess(left, own.pid);
    const reused = { ...identityOf(other.pid), started: "long ago" };
    writeFileSync(join(left, ".frontyard-processes.jsonl"), `${JSON.stringify(reused)}\n`, { flag: "a" });
    await endKept(place);
    await expect(own.ended).resolves.toBe("SIGKILL");
    expect(identityOf(other.pid)).toBeDefined();
  });
});

describe("what stays", () => {
  const cases: Record<string, () => string> = {
    "a folder whose maker lives": () => folder("frontyard-rehearsal-alive", self),
    "one of another machine": () => folder("frontyard-rehearsal-there", { ...dead, host: "elsewhere" }),
    "one that nobody has marked": () => folder("frontyard-rehearsal-theirs"),
    "one whose mark says nothing": () => folder("frontyard-rehearsal-broken", { pid: "1" }),
    "one with another name": () => folder("rehearsal-frontyard-abc123", dead),
    "what a link leads to": () => {
      const target = folder("precious", dead);
      symlinkSync(target, join(place, "frontyard-rehearsal-link"));
      return target;
    },
    "one whose mark is a link": () => {
      const path = folder("frontyard-rehearsal-marked");
      writeFileSync(join(place, "mark"), JSON.stringify(dead));
      symlinkSync(join(place, "mark"), join(path, OWNER));
      return path;
    },
    "one that was given to the person": () => {
      const given = new TemporaryFolder("rehearsal");
      given.giveAway();
      const path = join(place, basename(given.path));
      renameSync(given.path, path);
      return path;
    },
  };

  it.each(Object.entries(cases))("%s", async (_, make) => {
    const path = make();
    expect(await endKept(place)).toEqual(["nothing was kept"]);
    expect(existsSync(path)).toBe(true);
  });
});
