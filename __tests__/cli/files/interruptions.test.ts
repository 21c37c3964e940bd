import { spawnSync } from "node:child_process";
import type * as Fs from "node:fs";
import { existsSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { writeFiles } from "../../../cli/files";
import { filesIn, outdir } from "../../support/outdir";
import { MANIFEST, Place, STAGING } from "./place";

/** The very object that files are written through. */
const fs = jest.requireActual<typeof Fs>("node:fs");

let place: Place;
let folder: string;

beforeEach(() => {
  place = new Place();
  folder = place.folder;
});

afterEach(() => jest.restoreAllMocks());

const { write, put, read, set } = {
  write: (...args: Parameters<Place["write"]>) => place.write(...args),
  put: (...args: Parameters<Place["put"]>) => place.put(...args),
  read: (path: string) => place.read(path),
  set: (...args: Parameters<Place["set"]>) => place.set(...args),
};

describe("an error in the middle", () => {
  const failAt = (name: "renameSync" | "writeFileSync", at: number): void => {
    const real = fs[name] as (...args: unknown[]) => void;
    let count = 0;
    jest.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
      count += 1;
      if (count === at) throw new Error("ENOSPC: no space left on device");
      return real(...args);
    }) as never);
  };
  const cases = [1, 2, 3, 4, 5, 6].flatMap((at) => [
    ["renameSync", at] as const,
    ["writeFileSync", at] as const,
  ]);

  it.each(cases)("of %s, the call %i, leaves all as it was", (name, at) => {
    write({ a: "1", "b/c": "2", "b/d/e": "3" });
    put("own", "mine");
    const before = filesIn(folder).map((path) => [path, read(path)]);
    failAt(name, at);
    expect(() => write({ a: "4", "b/c": "5", "a2/new": "6" })).toThrow("ENOSPC");
    jest.restoreAllMocks();
    expect(filesIn(folder).map((path) => [path, read(path)])).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, "a", "b", "own"]);
    write({ a: "4", "b/c": "5", "a2/new": "6" });
    expect(filesIn(folder)).toEqual([MANIFEST, "a", "a2/new", "b/c", "own"]);
  });

  it("of the first run leaves no folder either", () => {
    failAt("renameSync", 2);
    expect(() => write({ a: "1", "b/c": "2" })).toThrow("ENOSPC");
    expect(existsSync(folder)).toBe(false);
  });

  it("that also keeps the old from coming back says where it is", () => {
    write({ a: "1", b: "2" });
    const real = fs.renameSync;
    let count = 0;
    jest.spyOn(fs, "renameSync").mockImplementation((from, to) => {
      count += 1;
      if (count > 2) throw new Error("EIO: i/o error");
      real(from, to);
    });
    expect(() => write({ a: "3", b: "4" })).toThrow(`former files are in ${join(folder, STAGING)}`);
    expect(readdirSync(join(folder, STAGING)).map((name) => read(join(STAGING, name)))).toContain("1");
  });
});

describe("a run that was killed", () => {
  const staging = (owner: unknown): void => {
    put(`${STAGING}/1`, "half");
    if (owner !== undefined) put(`${STAGING}/owner.json`, JSON.stringify(owner));
  };

  it("between two files disowns nothing: the next run goes on", () => {
    write({ a: "1", b: "2" });
    const files = { ...set({ a: "3", b: "4" }) };
    const real = fs.renameSync;
    // What a kill leaves is what an error leaves before anything is put back.
    const seen: Record<string, string> = {};
    jest.spyOn(fs, "renameSync").mockImplementation((from, to) => {
      if (String(to) === join(folder, "b")) {
        for (const path of ["a", "b", MANIFEST]) seen[path] = read(path);
        throw new Error("killed");
      }
      real(from, to);
    });
    expect(() => writeFiles([files])).toThrow("killed");
    jest.restoreAllMocks();
    rmSync(join(folder, STAGING), { recursive: true, force: true });
    for (const [path, text] of Object.entries(seen)) put(path, text);
    expect([read("a"), read("b")]).toEqual(["3", "2"]);
    write({ a: "5", b: "6" });
    expect([read("a"), read("b")]).toEqual(["5", "6"]);
    expect(read(MANIFEST)).not.toContain("replacing");
  });

  it("leaves a staging folder that the next one clears", () => {
    staging({ pid: 2 ** 22 + 1, host: hostname() });
    write({ a: "1" });
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, "a"]);
  });

  it("long ago on another machine, too", () => {
    staging({ pid: 1, host: "another" });
    utimesSync(join(folder, STAGING), 0, 0);
    write({ a: "1" });
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, "a"]);
  });

  it.each([
    ["lives", { pid: process.ppid, host: hostname() }],
    ["is another machine's", { pid: 1, host: "another" }],
    ["is not known", undefined],
  ])("is not taken for one that %s", (_, owner) => {
    staging(owner);
    let now = Date.now();
    jest.spyOn(Date, "now").mockImplementation(() => (now += 5_000));
    expect(() => write({ a: "1" })).toThrow(
      `${join(folder, STAGING)} is there: another run writes, or was stopped`,
    );
    expect(read(`${STAGING}/1`)).toBe("half");
    expect(existsSync(join(folder, "a"))).toBe(false);
  });

  it("is not taken for somebody's folder of that name", () => {
    put(`${STAGING}/precious`, "mine");
    put(`${STAGING}/owner.json`, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    utimesSync(join(folder, STAGING), 0, 0);
    let now = Date.now();
    jest.spyOn(Date, "now").mockImplementation(() => (now += 5_000));
    expect(() => write({ a: "1" })).toThrow("Remove that folder if none does");
    expect(read(`${STAGING}/precious`)).toBe("mine");
  });
});

it("a signal is answered when all is written", () => {
  const program = join(outdir(), "files.cjs");
  const entryPoints = [join(__dirname, "../../../cli/files/index.ts")];
  buildSync({ entryPoints, bundle: true, platform: "node", outfile: program });
  const script = `
    const fs = require("node:fs");
    const real = fs.renameSync;
    fs.renameSync = (from, to) => { process.kill(process.pid, "SIGINT"); real(from, to); };
    const files = new Map([["a", "1"], ["b/c", "2"]]);
    require(${JSON.stringify(program)}).writeFiles([{ command: "output", folder: ${JSON.stringify(folder)}, files, names: /./ }]);
    setTimeout(() => console.log("went on"), 20000);
  `;
  const { signal, stdout } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  expect([signal, stdout]).toEqual(["SIGINT", ""]);
  expect(filesIn(folder)).toEqual([MANIFEST, "a", "b/c"]);
  expect(readdirSync(folder).sort()).toEqual([MANIFEST, "a", "b"]);
});
