// How the app's process says that an error was thrown which nobody caught: what is wrong, and where in the sources. Node
// would print the bundle's line and every call. Nothing is read before that, as `node --enable-source-maps` would.
const { readFileSync } = require("node:fs");
const { SourceMap } = require("node:module");
const { dirname, relative, resolve } = require("node:path");
const { inspect } = require("node:util");

const FRAME = /^ {4}at /;
const MOST_PLACES = 3;
/** The library, as seen from what a person writes. */
const LIBRARY = /^(modules|traffic)\//;
/** As in traffic/printed.ts: neither a terminal nor a job's log takes an error's text for a command. */
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const COMMAND_START = /^([^\S\r\n\u2028\u2029]*)::/gm;
const COMMAND = /##(?=[a-z]*\[)/g;
const SECTION = /section_(start|end):/g;

/** The places in sources that a stack of calls names, the innermost first; packages are no sources. */
function placesIn(calls, folder) {
  const maps = new Map();
  return calls.flatMap((call) => {
    const { file, line, column } = placeOf(call);
    if (!file.endsWith(".js")) return [];
    if (!maps.has(file)) maps.set(file, mapOf(file));
    const { originalSource, originalLine, originalColumn } =
      maps.get(file)?.findEntry(line - 1, column - 1) ?? {};
    if (originalSource === undefined) return [];
    const source = relative(folder, resolve(dirname(file), originalSource)).replaceAll("\\", "/");
    return [`${source}:${originalLine + 1}:${originalColumn + 1}`];
  });
}

/** `    at buildApp (/app/dist/main.js:12:3)`, or without a name and brackets. */
function placeOf(call) {
  const place = call.endsWith(")") ? call.slice(call.lastIndexOf("(") + 1, -1) : call.slice("    at ".length);
  const [column, line, ...file] = place.split(":").reverse();
  return { file: file.reverse().join(":"), line: Number(line), column: Number(column) };
}

/** The message, the place that threw, and the first places outside the library. */
function told(error, folder, isFull) {
  if (!(error instanceof Error)) return `thrown: ${inspect(error)}`;
  const isRefusal = error.name === "FrontyardError"; // its message says all
  const calls = callsOf(error);
  const [first, ...others] = placesIn(calls, folder);
  const own = others.filter((place) => !LIBRARY.test(place)).slice(0, MOST_PLACES);
  const places = [...new Set([first, ...own])].filter((place) => place !== undefined);
  return [
    isRefusal ? error.message : `${error.name}: ${error.message}`,
    ...(error.cause instanceof Error ? [`  cause: ${error.cause.message}`] : []),
    ...(isFull ? calls : places.map((place) => `    at ${place}`)),
    ...(isFull || isRefusal ? [] : ["  FRONTYARD_STACK=1 shows every call"]),
  ].join("\n");
}

/** What stands before the calls is the message, which may itself have lines that look like calls. */
function callsOf({ message, stack }) {
  const text = String(stack ?? "");
  const begin = text.indexOf(message);
  const lines = begin === -1 ? text : text.slice(begin + message.length);
  return lines.split("\n").filter((line) => FRAME.test(line));
}

function printed(text) {
  const written = (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text
    .replace(UNSEEN, (all) => all.split("").map(written).join(""))
    .replace(COMMAND_START, "$1\\u003a:")
    .replace(COMMAND, "\\u0023#")
    .replace(SECTION, "section_$1\\u003a");
}

function mapOf(file) {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
  } catch {
    return undefined; // a package, or Node itself
  }
}

function listen() {
  process.once("uncaughtException", (error) => {
    console.error(printed(told(error, process.cwd(), Boolean(process.env.FRONTYARD_STACK))));
    process.exit(1);
  });
}

module.exports = { listen, printed };
