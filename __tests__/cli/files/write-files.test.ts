import type * as Fs from "node:fs";
import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "../../../cli/files";
import { filesIn } from "../../support/outdir";
import { MANIFEST, Place } from "./place";

/** The very object that files are written through. */
const fs = jest.requireActual<typeof Fs>("node:fs");

let place: Place;
let folder: string;

beforeEach(() => {
  place = new Place();
  folder = place.folder;
});

afterEach(() => jest.restoreAllMocks());

const { write, put, read, refused, set } = {
  write: (...args: Parameters<Place["write"]>) => place.write(...args),
  put: (...args: Parameters<Place["put"]>) => place.put(...args),
  read: (path: string) => place.read(path),
  refused: (...args: Parameters<Place["refused"]>) => place.refused(...args),
  set: (...args: Parameters<Place["set"]>) => place.set(...args),
};

describe("files of a command", () => {
  it("are written with their digests beside them, into a folder that is made", () => {
    write({ a: "1", "b/c": "2" });
    expect(filesIn(folder)).toEqual([MANIFEST, "a", "b/c"]);
    expect(JSON.parse(read(MANIFEST))).toMatchObject({ version: 1, folders: { b: "made" } });
  });

  it("are replaced while they are as they were written, and keep their rights", () => {
    write({ a: "1" });
    chmodSync(join(folder, "a"), 0o640);
    write({ a: "2" });
    expect([read("a"), statSync(join(folder, "a")).mode & 0o777]).toEqual(["2", 0o640]);
  });

  it("are left alone when there is nothing to change, even where nothing may be written", () => {
    write({ a: "1" });
    const before = [statSync(join(folder, "a")), statSync(join(folder, MANIFEST))].map(
      ({ mtimeMs }) => mtimeMs,
    );
    const make = jest.spyOn(fs, "mkdirSync");
    write({ a: "1" });
    expect(
      [statSync(join(folder, "a")), statSync(join(folder, MANIFEST))].map(({ mtimeMs }) => mtimeMs),
    ).toEqual(before);
    expect(make).not.toHaveBeenCalled();
  });

  it("are removed once they are not written any more, with the folders that were made for them", () => {
    write({ a: "1", "b/c/d": "2" });
    write({ a: "1" });
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, "a"]);
  });

  it("are not removed where a command says which stay, and are its own later", () => {
    write({ a: "1", b: "2" });
    write({ a: "3" }, { keeps: () => true });
    expect(read("b")).toBe("2");
    write({ a: "3" });
    expect(existsSync(join(folder, "b"))).toBe(false);
  });

  it("leave a folder that holds something else, or that was there before", () => {
    mkdirSync(join(folder, "bbb"), { recursive: true });
    write({ a: "1", "b/c": "2", "bbb/c": "3" });
    put("b/own", "mine");
    write({ a: "1" });
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, "a", "b", "bbb"]);
    expect(read("b/own")).toBe("mine");
  });

  it("that are gone are made again, or forgotten", () => {
    write({ a: "1", b: "2" });
    rmSync(join(folder, "a"));
    rmSync(join(folder, "b"));
    write({ a: "1" });
    expect(filesIn(folder)).toEqual([MANIFEST, "a"]);
    expect(read(MANIFEST)).not.toContain('"b"');
  });
});

describe("somebody else's file", () => {
  it("is named, and nothing is written anywhere", () => {
    put("a", "mine");
    put("b/c", "mine too");
    expect(() => write({ a: "1", b1: "2", "b/c": "3" })).toThrow(
      refused("a", "was not written by this command"),
    );
    expect(() => write({ a: "1", b1: "2", "b/c": "3" })).toThrow(
      refused("b/c", "was not written by this command"),
    );
    expect(filesIn(folder)).toEqual(["a", "b/c"]);
    expect([read("a"), read("b/c")]).toEqual(["mine", "mine too"]);
  });

  it("says what to do", () => {
    put("a", "mine");
    expect(() => write({ a: "1" })).toThrow(
      /Move what is named away, or write elsewhere with --to; with --adopt, files under the names that are written are replaced\.$/,
    );
  });

  it("of the very same content is the command's from then on", () => {
    put("a", "1");
    write({ a: "1" });
    write({ a: "2" });
    expect(read("a")).toBe("2");
  });

  it("is replaced with --adopt, under the names that are written alone", () => {
    put("a", "mine");
    put("b/own", "mine");
    write({ a: "1", "b/c": "2" }, { adopt: true });
    expect([read("a"), read("b/own")]).toEqual(["1", "mine"]);
  });

  it("keeps its content where it has two names", () => {
    put("own", "1");
    linkSync(join(folder, "own"), join(folder, "a"));
    write({ a: "1" });
    write({ a: "2" });
    expect([read("own"), read("a")]).toEqual(["1", "2"]);
  });

  it("of which a new text was made is replaced by that", () => {
    put("a", "mine");
    write({ a: "mine, and more" }, { madeFrom: new Map([["a", "mine"]]) });
    expect(read("a")).toBe("mine, and more");
  });

  it("is not replaced by a text that was made of something else", () => {
    put("a", "mine");
    expect(() => write({ a: "1" }, { madeFrom: new Map([["a", "other"]]) })).toThrow(/was not written/);
  });
});

describe("a file that was changed since", () => {
  beforeEach(() => {
    write({ a: "1", b: "2" });
    put("a", "changed");
  });

  it("is named and stays", () => {
    expect(() => write({ a: "3", b: "4" })).toThrow(refused("a", "was changed after this command wrote it"));
    expect([read("a"), read("b")]).toEqual(["changed", "2"]);
  });

  it("is not removed", () => {
    expect(() => write({ b: "4" })).toThrow(refused("a", "is not written any more, and was changed"));
    expect([read("a"), read("b")]).toEqual(["changed", "2"]);
  });

  it("is its owner's with --adopt, if it is not written any more", () => {
    expect(write({ b: "4" }, { adopt: true })).toEqual([expect.stringContaining("it is yours")]);
    write({ b: "4" });
    expect([read("a"), read("b")]).toEqual(["changed", "4"]);
  });

  it("keeps the files of all other folders as they are", () => {
    const other = { ...set({ a: "5" }), folder: join(folder, "..", "other") };
    expect(() => writeFiles([other, set({ a: "3" })])).toThrow(/was changed/);
    expect(existsSync(other.folder)).toBe(false);
  });
});
