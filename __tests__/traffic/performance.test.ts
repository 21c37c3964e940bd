import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { outdir } from "../support/outdir";
import type { Document } from "./documents/document";
import { addService, soundDocument } from "./documents/sound";

const RESOURCES = 5000;
const MOST_MS = 2000;

interface Instance {
  readonly address: string;
  readonly type: string;
  readonly values: Record<string, unknown>;
}

/** A sound stack grown to a number of resources, a service and a dozen resources at a time. */
function largeDocument(): Document {
  const document = soundDocument();
  const rule = document.at("aws_lb_listener_rule.api");
  for (let number = 0; count(document) < RESOURCES; number += 1) {
    const name = `s${number}`;
    addService(document, name, 8080);
    document.add(`aws_lb_listener_rule.${name}`, {
      ...rule,
      priority: 100 + number,
      condition: [{ path_pattern: [{ values: [`/${name}/*`] }] }],
      action: [{ type: "forward", target_group_arn: `\${aws_lb_target_group.${name}.arn}` }],
    });
  }
  return document;
}

function count({ resource }: Document): number {
  return Object.values(resource).reduce((sum, byName) => sum + Object.keys(byName).length, 0);
}

/** The same as a plan: what refers to others is known after apply, and the configuration says from where. */
function planOf(document: Document): string {
  const resource = withNames(document);
  const instances = Object.entries(resource).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, values]): Instance => ({ address: `${type}.${name}`, type, values })),
  );
  return JSON.stringify({
    format_version: "1.2",
    planned_values: { root_module: { resources: instances.map(planned) } },
    resource_changes: instances.map(({ address, values }) => ({
      address,
      change: { after_unknown: unknownIn(values) },
    })),
    configuration: {
      root_module: {
        resources: instances.map(({ address, values }) => ({
          address,
          expressions: expressionsIn(values),
          depends_on: values.depends_on,
        })),
      },
    },
  });
}

/** Names are known in a plan, also where they are mentioned. */
function withNames({ resource }: Document): Document["resource"] {
  const named = JSON.stringify(resource).replace(
    /\$\{(aws_\w+)\.(\w+)\.name\}/g,
    (_, type: string, name: string) => String(resource[type]?.[name]?.name),
  );
  return JSON.parse(named) as Document["resource"];
}

function planned({ address, type, values }: Instance): object {
  return { address, mode: "managed", type, values: knownIn(values) };
}

const isOpen = (value: unknown): boolean => JSON.stringify(value).includes("${") && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";

function knownIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.every(isText) && value.some(isOpen) ? undefined : value.map(knownIn);
  if (typeof value !== "object" || value === null) return isText(value) && isOpen(value) ? undefined : value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, knownIn(part)]));
}

function unknownIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.every(isText) ? value.some(isOpen) : value.map(unknownIn);
  if (typeof value !== "object" || value === null) return isText(value) && isOpen(value);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unknownIn(part)]));
}

function expressionsIn(value: unknown): unknown {
  if (Array.isArray(value) && !value.every(isText)) return value.map(expressionsIn);
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, expressionsIn(part)]));
  const references = [...JSON.stringify(value).matchAll(/\$\{([^}]*)\}/g)].flatMap(([, name = ""]) => [
    name,
    name.split(".").slice(0, 2).join("."),
  ]);
  return references.length > 0 ? { references } : { constant_value: value };
}

/** Judges in a process of its own, as `npm run check` does; the best of three, by the processor's time: others use this machine as well. */
function judged(json: string): { milliseconds: number; codes: string[] } {
  const folder = outdir();
  const file = join(folder, "large.json");
  writeFileSync(file, json);
  const program = `
    import { readFileSync } from "node:fs";
    import { check } from "./traffic";
    const runs = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      const { findings } = check(readFileSync(${JSON.stringify(file)}, "utf8"));
      const { user, system } = process.cpuUsage(start);
      return { milliseconds: (user + system) / 1000, codes: findings.map(({ code }) => code) };
    });
    const milliseconds = Math.min(...runs.map((run) => run.milliseconds));
    console.log(JSON.stringify({ ...runs[0], milliseconds }));`;
  const stdin = { contents: program, resolveDir: process.cwd(), loader: "ts" as const };
  buildSync({ stdin, bundle: true, platform: "node", outfile: join(folder, "judge.js") });
  const printed = execFileSync(process.execPath, [join(folder, "judge.js")], { encoding: "utf8" });
  return JSON.parse(printed) as { milliseconds: number; codes: string[] };
}

describe(`${RESOURCES} resources`, () => {
  const document = largeDocument();

  it.each([
    ["synthesized", document.json],
    ["a plan", planOf(document)],
  ])(`are read and judged in under ${MOST_MS} ms: %s`, (_, json) => {
    const { milliseconds, codes } = judged(json);
    expect(milliseconds).toBeLessThan(MOST_MS);
    // Hundreds of services in two subnets: there is something to find, so something was looked at.
    expect(new Set(codes)).toEqual(new Set(["FY537", "FY562"]));
  });
});
