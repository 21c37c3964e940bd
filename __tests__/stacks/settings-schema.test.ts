import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settingsSchema } from "../../scripts/docs/settings-schema";
import { settingsOf } from "../../stacks/settings-file";
import { outdir } from "../support/outdir";

const ROOT = join(__dirname, "../..");
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(read("settings/schema.json")) as Schema;

/** What of JSON Schema the file uses; the paths that break it. */
function broken(value: unknown, rule: Schema, path = ""): string[] {
  const { $ref, anyOf, properties = {}, additionalProperties } = rule;
  if ($ref !== undefined) return broken(value, schema.definitions?.[$ref.split("/").pop() ?? ""] ?? {}, path);
  if (anyOf !== undefined) return anyOf.some((one) => broken(value, one, path).length === 0) ? [] : [path];
  if (rule.enum !== undefined) return rule.enum.includes(value) ? [] : [path];
  if (rule.type === undefined) return [];
  if (rule.type === "array") {
    if (!Array.isArray(value)) return [path];
    return value.flatMap((one, at) => broken(one, rule.items ?? {}, `${path}/${at}`));
  }
  if (rule.type !== "object") return typeof value === rule.type ? [] : [path];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([name, one]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    return known ? broken(one, known, `${path}/${name}`) : [`${path}/${name}`];
  });
}

describe("settings/schema.json", () => {
  it("is what `npm run docs` would write now", () => {
    const shapes = JSON.parse(read("stacks/settings-shapes.json")) as Parameters<typeof settingsSchema>[0];
    expect(read("settings/schema.json")).toBe(settingsSchema(shapes));
  });

  it("accepts settings/everything.json", () => {
    expect(broken(JSON.parse(read("settings/everything.json")), schema)).toEqual([]);
  });

  it.each([
    [{ "voice-agent": { domian: {} } }, "/voice-agent/domian"],
    [{ "voice-agent": { network: { nat: "per_zone" } } }, "/voice-agent/network/nat"],
    [{ "voice-agent": { network: { zones: "us-east-1a" } } }, "/voice-agent/network/zones"],
  ])("rejects %j", (settings, path) => expect(broken(settings, schema)).toEqual([path]));

  it("can be named in a settings file", () => {
    const file = join(outdir(), "settings.json");
    const settings = { network: { nat: "single" } };
    writeFileSync(file, JSON.stringify({ $schema: "./schema.json", "voice-agent": settings }));
    expect(settingsOf("voice-agent", file)).toEqual(settings);
  });
});
