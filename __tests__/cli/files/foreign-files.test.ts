import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { writeFiles } from "../../../cli/files";
import { outdir } from "../../support/outdir";

/** Names that collide often, so that files, folders and links get in each other's way. */
const name = fc.constantFrom("a", "b", "c", ".terraform.lock.hcl");
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
const text = fc.constantFrom("1", "2", "3");
const thing = fc.oneof(
  fc.record({ kind: fc.constant("file" as const), path, text }),
  fc.record({ kind: fc.constant("folder" as const), path, text }),
  fc.record({
    kind: fc.constant("link" as const),
    path,
    text: fc.constantFrom("../outside", "../outside/a", "b", ".", "nowhere"),
  }),
);
const files = fc.dictionary(path, text, { maxKeys: 4 });
const step = fc.oneof(
  fc.record({ put: fc.array(thing, { maxLength: 4 }) }),
  fc.record({ write: files, keeps: fc.boolean(), command: fc.constantFrom("output", "share") }),
);

/** Puts a thing where nothing is, as a user does; what the way holds may keep it from being put. */
function place(root: string, one: { kind: "file" | "folder" | "link"; path: string; text: string }): void {
  const at = join(root, one.path);
  try {
    mkdirSync(dirname(at), { recursive: true });
    if (one.kind === "file") writeFileSync(at, one.text, { flag: "wx" });
    if (one.kind === "folder") mkdirSync(at);
    if (one.kind === "link") symlinkSync(one.text, at);
  } catch (error) {
    if (!/EEXIST|ENOTDIR|ELOOP|ENOENT/.test(String(error))) throw error;
  }
}

/** All that lies below a folder, by path; links are told as such. */
function snapshot(root: string, below = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const entry of readdirSync(join(root, below))) {
    const at = below === "" ? entry : `${below}/${entry}`;
    const stat = lstatSync(join(root, at));
    if (stat.isSymbolicLink()) all.set(at, `link ${readlinkSync(join(root, at))}`);
    else if (stat.isFile()) all.set(at, `file ${readFileSync(join(root, at), "utf8")}`);
    else for (const [key, value] of [[at, "folder"] as const, ...snapshot(root, at)]) all.set(key, value);
  }
  return all;
}

const isManifest = (at: string): boolean => /^here\/\.frontyard-(output|share)\.json$/.test(at);

/** By path, the text with which a command wrote it last. */
type Written = Map<string, string>;

function run(
  root: string,
  asked: { write: Record<string, string>; keeps: boolean; command: string },
  own: Written,
): boolean {
  const set = { command: asked.command, folder: join(root, "here"), names: /./, keeps: () => asked.keeps };
  try {
    writeFiles([{ ...set, files: new Map(Object.entries(asked.write)) }]);
  } catch (error) {
    expect(String(error)).toMatch(/nothing was written/);
    return false;
  }
  for (const [at, content] of Object.entries(asked.write)) own.set(`here/${at}`, `file ${content}`);
  return true;
}

it("no file or link of somebody else is ever changed or removed, whatever lies around", () => {
  let written = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const root = outdir();
      for (const folder of ["here", "outside"]) mkdirSync(join(root, folder));
      writeFileSync(join(root, "outside", "a"), "1");
      const own: Written = new Map();
      for (const each of steps) {
        if ("put" in each) {
          for (const one of each.put) place(join(root, "here"), one);
          continue;
        }
        const before = snapshot(root);
        const isWritten = run(root, each, own);
        const after = snapshot(root);
        if (isWritten) written += 1;
        else expect(after).toEqual(before);
        for (const [at, what] of before) {
          const isOurs = own.get(at) === what || what === "folder" || isManifest(at);
          const isAskedFor = isWritten && Object.hasOwn(each.write, at.replace(/^here\//, ""));
          if (!isOurs && !isAskedFor) expect([at, after.get(at)]).toEqual([at, what]);
        }
        expect([...after.keys()].filter((at) => at.includes("staging"))).toEqual([]);
        if (isWritten)
          for (const [at, content] of Object.entries(each.write))
            expect(after.get(`here/${at}`)).toBe(`file ${content}`);
      }
      rmSync(root, { recursive: true });
    }),
    { numRuns: 150, seed: 1 },
  );
  expect(written).toBeGreaterThan(50);
});
