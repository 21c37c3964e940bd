// What the last `npm run types` found of the app, and whether that still holds: build/bundle.mjs tells it at each synth, build/types.mjs
// keeps it. TypeScript itself is too slow for a synth (docs/decisions/0102).
const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { replaceFile } = require("./replace-file.cjs");

/** Relative to the project. */
const VERDICT = "dist/types.json";
const SETTINGS = ["tsconfig.json", "package-lock.json"];
const MOST_LINES = 10;

const COLOUR = /\u001b\[[\d;]*m/g;
const UNSEEN = /\p{Cc}/gu;
/** `main.ts(3,7): error TS2322: …`, on a terminal `main.ts:3:7 - error TS2322: …`, and of settings `error TS5023: …`. */
const PLACED = /^([^\s:(][^:(]*)(?:\((\d+),(\d+)\):|:(\d+):(\d+) -) error (TS\d+: .*)$/;
const PLACELESS = /^error TS\d+: /;

/** A number for what these files and the settings hold now; a file that is gone counts too. */
function digestOf(files, folder = ".") {
  const hash = createHash("sha256");
  for (const file of [...new Set([...SETTINGS, ...files])].sort()) {
    const content = contentOf(join(folder, file));
    hash.update(JSON.stringify([file, content?.length ?? null])).update(content ?? "");
  }
  return hash.digest("hex");
}

/** What a compiler said, as errors: without the lines of code and the summary between them. */
function errorsIn(output) {
  return output.split("\n").flatMap((told) => {
    const line = told.replace(COLOUR, "").replace(UNSEEN, "");
    if (PLACELESS.test(line)) return [{ text: line }];
    const [, file, row = undefined, column, liveRow, liveColumn, text] = PLACED.exec(line) ?? [];
    if (file === undefined) return [];
    return [{ file, text: `${file}(${row ?? liveRow},${column ?? liveColumn}): error ${text}` }];
  });
}

/** The errors that are the app's: not those of tests and commands, which no synth reads. */
function errorsOf(output, files) {
  return errorsIn(output)
    .filter(({ file }) => file === undefined || files.includes(file))
    .map(({ text }) => text);
}

/** The last verdict; undefined if there is none that can be read. */
function storedVerdict(folder = ".") {
  try {
    const { digest, files, errors } = JSON.parse(readFileSync(join(folder, VERDICT), "utf8"));
    const areTexts = (list) => Array.isArray(list) && list.every((one) => typeof one === "string");
    return typeof digest === "string" && areTexts(files) && areTexts(errors)
      ? { digest, files, errors }
      : undefined;
  } catch {
    return undefined;
  }
}

function keep(verdict) {
  replaceFile(VERDICT, JSON.stringify(verdict));
}

/** What a synth says of types: nothing if they hold. `digest` is of now, `canCheck` tells whether TypeScript is installed. */
function notice(verdict, digest, canCheck) {
  if (verdict?.digest !== digest) {
    return canCheck()
      ? ["Types not checked since main.ts or its imports changed: run npm run types"]
      : ["Types not checked, as TypeScript is not installed: run npm install --save-dev typescript"];
  }
  const { errors } = verdict;
  if (errors.length === 0) return [];
  const count = errors.length === 1 ? "1 type error" : `${errors.length} type errors`;
  const more = errors.length - MOST_LINES;
  return [
    `Types do not hold: ${count} in main.ts or its imports; to see all, run npm run types`,
    ...errors.slice(0, MOST_LINES).map((error) => `  ${error}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

module.exports = { digestOf, errorsOf, keep, notice, storedVerdict };
