import { check } from "../../traffic";
import { pictureOf } from "../../picture";
import { soundDocument } from "./documents/sound";

/** The square of so many letters, or resources, is seconds; a sound document takes some tens of milliseconds. */
const LETTERS = 60_000;
const MOST_MS = 1000;

const REPEATED = ["a", "${", '["', "*?", "a. [_-/:"];

const sound = JSON.parse(soundDocument().json) as { resource: Record<string, Record<string, unknown>> };

/** The document with one thing in the place of every text: the longest way through each reader. */
function everyText(value: unknown, text: string): unknown {
  if (typeof value === "string") return text;
  if (Array.isArray(value)) return value.map((one) => everyText(one, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, everyText(one, text)]));
}

/** The same stack, and what people read of it is long. */
function withLongNames(text: string): unknown {
  return JSON.parse(JSON.stringify(sound.resource), (name, value: unknown) =>
    typeof value === "string" && ["Name", "name", "family"].includes(name) ? text : value,
  );
}

/** The processor's time, the better of two: others use the machine as well. */
function millisecondsOf(work: () => unknown): number {
  const once = (): number => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const first = once();
  return first < MOST_MS ? first : Math.min(first, once());
}

describe("a long text is read in time", () => {
  const types = Object.keys(sound.resource);
  it.each(REPEATED)("%j in the place of every text of a kind of resource", (part) => {
    const text = part.repeat(LETTERS / part.length);
    const slow = types.filter((type) => {
      const resource = { ...sound.resource, [type]: everyText(sound.resource[type], text) };
      const json = JSON.stringify({ ...sound, resource });
      return millisecondsOf(() => check(json)) > MOST_MS;
    });
    expect(slow).toEqual([]);
    const json = JSON.stringify({ ...sound, resource: withLongNames(text) });
    expect(millisecondsOf(() => pictureOf("long", json))).toBeLessThan(MOST_MS);
  });
});

describe("many resources are read in time", () => {
  it.each(Object.keys(sound.resource))("1500 of %s", (type) => {
    const [body] = Object.values(sound.resource[type] ?? {});
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, number) => [`n${number}`, body]));
    const resource = { ...sound.resource, [type]: { ...sound.resource[type], ...many } };
    const json = JSON.stringify({ ...sound, resource });
    expect(millisecondsOf(() => check(json))).toBeLessThan(MOST_MS);
  });
});

it("lists in lists without end are refused in words", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const json = JSON.stringify(sound).replace(
    '"resource":',
    `"output":{"deep":{"value":${deep}}},"resource":`,
  );
  for (const work of [check, (text: string) => pictureOf("deep", text)])
    expect(() => work(json)).toThrow(/^is nested more than 500 levels deep/);
});
