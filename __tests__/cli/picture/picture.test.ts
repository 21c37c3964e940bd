import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nameOf, parseArguments } from "../../../cli/picture/arguments";
import { pagesOf, write } from "../../../cli/picture/draw";
import { filesAsSources } from "../../../cli/picture/sources";
import { buildApp } from "../../../main";
import { filesIn, outdir } from "../../support/outdir";

const ROOT = join(__dirname, "..", "..", "..");
const PICTURES = join("docs", "pictures");
const MANIFEST = ".frontyard-picture.json";

describe("the arguments", () => {
  it("draw all stacks into docs/pictures unless told otherwise", () => {
    expect(parseArguments([])).toEqual({ kind: "picture", files: [], out: PICTURES, adopt: false });
  });

  it("take files and a folder in any order", () => {
    const wanted = { kind: "picture", files: ["a.json", "b.json"], out: "there", adopt: true };
    expect(parseArguments(["a.json", "--out", "there", "--adopt", "b.json"])).toEqual(wanted);
  });

  it.each([
    [["--out"], "--out needs a value"],
    [["--colour"], "unknown option --colour. See --help"],
  ])("refuse %j", (args, problem) => {
    expect(parseArguments(args)).toEqual({ kind: "refused", problem });
  });

  it("ask for help", () => {
    expect(parseArguments(["--help"])).toEqual({ kind: "help" });
  });
});

describe("a picture's name", () => {
  it.each([
    ["cdktf.out/stacks/voice-agent/cdk.tf.json", "voice-agent"],
    ["plans/shop.json", "shop"],
    ["cdk.tf.json", "cdk"],
  ])("of %s is %s", (file, name) => {
    expect(nameOf(file)).toBe(name);
  });
});

describe("what can't be drawn", () => {
  it("is said in one line, with the file's name", () => {
    expect(() => filesAsSources(["nowhere.json"])).toThrow("nowhere.json: there is no such file");
    const bad = { name: "bad", file: "bad.json", json: "{" };
    expect(() => pagesOf([bad], "out")).toThrow(/^bad\.json is not JSON: .*$/);
    expect(() => pagesOf([{ ...bad, json: "{}" }], "out")).toThrow(/^bad\.json is neither .*$/);
  });

  it("leaves nothing behind, whatever else was asked for", () => {
    const out = join(outdir(), "pictures");
    const good = { name: "good", file: "good.json", json: '{"resource":{}}' };
    expect(() => pagesOf([good, { name: "bad", file: "bad.json", json: "" }], out)).toThrow();
    expect(existsSync(out)).toBe(false);
  });

  it("is two files of one name", () => {
    const one = { name: "plan", file: "a/plan.json", json: '{"resource":{}}' };
    expect(() => pagesOf([one, { ...one, file: "b/plan.json" }], "out")).toThrow(
      "two files would both be drawn",
    );
  });
});

describe("a folder of pictures", () => {
  const drawn = (folder: string, name: string, adopt = false): void => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, '{"resource":{}}');
    write(pagesOf(filesAsSources([file]), join(folder, "out")), join(folder, "out"), adopt);
  };

  it("gets both forms of each, and keeps those of other runs and everything else", () => {
    const folder = outdir();
    drawn(folder, "shop");
    writeFileSync(join(folder, "out", "logo.svg"), "mine");
    drawn(folder, "bank");
    expect(filesIn(join(folder, "out"))).toEqual([
      ...[MANIFEST, "bank.mmd", "bank.svg", "logo.svg", "shop.mmd", "shop.svg"],
    ]);
  });

  it("keeps somebody's file under such a name, unless told to adopt it", () => {
    const folder = outdir();
    mkdirSync(join(folder, "out"));
    writeFileSync(join(folder, "out", "shop.svg"), "mine");
    expect(() => drawn(folder, "shop")).toThrow(/out\/shop\.svg was not written by this command\n.*--out/);
    expect(filesIn(join(folder, "out"))).toEqual(["shop.svg"]);
    drawn(folder, "shop", true);
    expect(readFileSync(join(folder, "out", "shop.svg"), "utf8")).toContain("<svg");
  });
});

describe("docs/pictures", () => {
  it("is what `npm run picture` would write now", () => {
    const out = outdir();
    buildApp({ outdir: out }).synth();
    const files = filesIn(out).filter((file) => file.endsWith("cdk.tf.json"));
    const pages = pagesOf(filesAsSources(files.map((file) => join(out, file))), PICTURES);
    const stale = pages.filter(({ file, text }) => {
      const path = join(ROOT, file);
      return !existsSync(path) || readFileSync(path, "utf8") !== text;
    });
    const advice = stale.map(({ file }) => `${file} is not current: npm run picture`);
    expect(advice).toEqual([]);
    expect(filesIn(join(ROOT, PICTURES)).map((file) => join(PICTURES, file))).toEqual(
      [join(PICTURES, MANIFEST), ...pages.map(({ file }) => file)].sort(),
    );
  });
});
