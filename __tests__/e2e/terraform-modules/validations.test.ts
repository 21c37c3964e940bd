import { spawnSync } from "node:child_process";
import { terraformEnvironment } from "../../../cli/terraform/terraform-environment";
import { build } from "../../../terraform-modules/build";
import { definitions } from "../../../terraform-modules/definitions";
import { outdir } from "../../support/outdir";
import { casesOf, isTold, type Case } from "./validation-cases";
import { diagnosticsIn, rootOf, write, type Diagnostic } from "./validation-root";

/** Each validation of each module by the real Terraform, in one plan without provider and resources. */
const cases = definitions.flatMap(casesOf);
const root = rootOf(cases, new Map(definitions.map((one) => [one.name, build(one)])));

const folder = outdir();
let diagnostics: readonly Diagnostic[];

beforeAll(() => {
  write(root, folder);
  expect(terraform("init", "-no-color").status).toBe(0);
  const { status, stdout } = terraform("plan", "-json", "-input=false");
  expect(status).toBe(1);
  diagnostics = diagnosticsIn(stdout, root);
});

function terraform(...args: string[]): { readonly status: number | null; readonly stdout: string } {
  const env = terraformEnvironment(process.env, {});
  return spawnSync("terraform", args, { cwd: folder, env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

/** What is said of a case, without the place of the rule. */
function saidOf(one: Case): string[] {
  const call = root.calls.findIndex((some) => some.includes(one));
  return diagnostics
    .filter((diagnostic) => diagnostic.call === call)
    .map(({ detail }) => detail.replace(/\n\nThis was checked by the validation rule at [\s\S]*$/, ""));
}

it("every input of every module has a sensitive case, and every rule a broken one", () => {
  for (const { name, inputs } of definitions)
    for (const [input, { rules = [] }] of Object.entries(inputs)) {
      const own = cases.filter((one) => one.module === name && one.input === input);
      expect(own.filter(({ title }) => title === `${input} valid and sensitive`)).toHaveLength(1);
      const broken = own.filter(({ told }) => told !== undefined);
      expect(new Set(broken.map(({ told }) => told?.join(""))).size).toBe(rules.length);
      expect(own.some(({ title }) => title === `${input} null`)).toBe(inputs[input]?.default !== undefined);
    }
});

it("no condition and no message fails in itself, whatever is null or sensitive", () => {
  const odd = diagnostics.filter(
    ({ summary, call, detail }) =>
      summary !== "Invalid value for variable" || call === undefined || /sensitive value, so/.test(detail),
  );
  expect(odd).toEqual([]);
});

it("what is valid stays so when it is sensitive, and null is nothing asked for", () => {
  const refused = cases.filter(
    (one) => one.told === undefined && one.isOpen !== true && saidOf(one).length > 0,
  );
  expect(refused.map((one) => [one.module, one.title, ...saidOf(one)])).toEqual([]);
});

it("what a rule refuses, it refuses in its own words when it is sensitive", () => {
  const silent = cases.filter(
    (one) => one.told !== undefined && !saidOf(one).some((text) => isTold(one, text)),
  );
  expect(silent.map((one) => [one.module, one.title, ...saidOf(one)])).toEqual([]);
});

it("a value that is sensitive is not told", () => {
  const all = cases.filter(({ title }) => title.endsWith(", all sensitive"));
  const told = all.flatMap((one) => saidOf(one).filter((text) => isTold(one, text)));
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter((text) => text.includes("hunter2"))).toEqual([]);
  const quoting = told.filter((text) => text.includes("got a sensitive value"));
  expect(quoting.length).toBeGreaterThan(80);
});
