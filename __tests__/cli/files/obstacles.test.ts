import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { filesIn, outdir } from "../../support/outdir";
import { MANIFEST, Place, STAGING } from "./place";

let place: Place;
let folder: string;

beforeEach(() => {
  place = new Place();
  folder = place.folder;
});

afterEach(() => jest.restoreAllMocks());

const { write, put, read, refused } = {
  write: (...args: Parameters<Place["write"]>) => place.write(...args),
  put: (...args: Parameters<Place["put"]>) => place.put(...args),
  read: (path: string) => place.read(path),
  refused: (...args: Parameters<Place["refused"]>) => place.refused(...args),
};

describe("a link is never followed", () => {
  let outside: string;
  beforeEach(() => {
    mkdirSync(folder);
    outside = outdir();
    writeFileSync(join(outside, "own"), "1");
  });

  it.each([
    ["a file", "a", "own"],
    ["a dangling one", "a", "nothing"],
    ["a folder", "b", "."],
  ])("to %s", (_, name, target) => {
    symlinkSync(join(outside, target), join(folder, name));
    for (const adopt of [false, true])
      expect(() => write({ a: "1", "b/own": "2" }, { adopt })).toThrow(refused(name, "is a symbolic link"));
    expect(readlinkSync(join(folder, name))).toBe(join(outside, target));
    expect(filesIn(outside)).toEqual(["own"]);
    expect(readFileSync(join(outside, "own"), "utf8")).toBe("1");
  });

  it("that came in place of a folder of former files", () => {
    write({ "b/own": "1" });
    rmSync(join(folder, "b"), { recursive: true });
    symlinkSync(outside, join(folder, "b"));
    expect(() => write({})).toThrow(refused("b", "is a symbolic link"));
    expect(filesIn(outside)).toEqual(["own"]);
  });

  it("that is the folder, or lies on the way to it", () => {
    symlinkSync(outside, join(folder, "link"));
    for (const path of ["link", "link/below", "link/../link/below"])
      expect(() => write({ a: "1" }, { folder: join(folder, path) })).toThrow(
        `${join(folder, "link")} is a symbolic link, which is not followed: name ${outside}`,
      );
    expect(filesIn(outside)).toEqual(["own"]);
  });

  it.each([MANIFEST, STAGING])("that is called %s", (name) => {
    symlinkSync(join(outside, "own"), join(folder, name));
    jest.spyOn(Date, "now").mockReturnValueOnce(0);
    expect(() => write({ a: "1" })).toThrow(name);
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(outside, "own"), "utf8")).toBe("1");
  });
});

describe("what is no file", () => {
  it.each([
    ["a folder", "is a folder where a file belongs", () => mkdirSync(join(folder, "a"))],
    ["a pipe", "is neither a file nor a folder", () => void execFileSync("mkfifo", [join(folder, "a")])],
  ])("%s is named, not read", (_, reason, make) => {
    mkdirSync(folder);
    make();
    expect(() => write({ a: "1" }, { adopt: true })).toThrow(refused("a", reason));
  });

  it("a file on the way is named", () => {
    put("b", "mine");
    expect(() => write({ "b/c": "1" }, { adopt: true })).toThrow(
      refused("b", "is a file where a folder belongs"),
    );
    expect(() => write({ a: "1" }, { folder: join(folder, "b", "c") })).toThrow(
      "is a file where a folder belongs",
    );
  });
});

describe("a manifest", () => {
  const digest = `sha256:${"0".repeat(64)}`;
  const manifest = (content: unknown): void => put(MANIFEST, JSON.stringify(content));

  it.each([
    ["no JSON", "<<<<<<< HEAD", "it is not JSON"],
    ["another version", '{"version":2,"files":{}}', "its version is 2"],
    ["a list", "[]", "it holds no object"],
    ["files in a list", '{"version":1,"files":[]}', "must be objects"],
  ])("with %s is refused", (_, text, problem) => {
    put(MANIFEST, text);
    expect(() => write({ a: "1" }, { adopt: true })).toThrow(problem);
    expect(filesIn(folder)).toEqual([MANIFEST]);
  });

  it.each([
    "../own",
    "/etc/own",
    "a/../../own",
    "a//b",
    "a/.",
    "",
    "C:/own",
    "a\\..\\own",
    ".git/config",
    "a/.terraform/x",
    "a.tfstate",
    "a/B.TFSTATE.backup",
  ])("with the path %j is refused", (path) => {
    put("../own", "mine");
    for (const content of [
      { files: { [path]: digest } },
      { replacing: { [path]: digest } },
      { folders: { [path]: "made" } },
    ]) {
      manifest({ version: 1, ...content });
      expect(() => write({ a: "1" }, { names: /./s })).toThrow(
        /can't be used: .* (is no path|belongs to git)/,
      );
    }
    expect(read("../own")).toBe("mine");
  });

  it.each([
    [
      "a file that the command never writes",
      { "package.json": digest },
      "is no file that this command writes",
    ],
    ["no digest", { a: "1" }, "has no digest"],
    ["names that differ in case", { a: digest, A: digest }, "differ in case only"],
  ])("with %s is refused", (_, files, problem) => {
    manifest({ version: 1, files });
    expect(() => write({ a: "1" }, { names: /^[aA].*/ })).toThrow(problem);
  });

  it("may be a text that a formatter wrote", () => {
    write({ a: "1" });
    put(MANIFEST, JSON.stringify(JSON.parse(read(MANIFEST)), null, 8));
    write({ a: "2" });
    expect(read("a")).toBe("2");
  });
});

it("two files that are one where case does not count are refused", () => {
  expect(() => write({ abc: "1", aBc: "2" })).toThrow("abc and");
  expect(existsSync(folder)).toBe(false);
});
