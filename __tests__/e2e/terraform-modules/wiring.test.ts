import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { partOfPlan } from "../../traffic/wiring/part-of-plan";
import { wirings, type Copy } from "../../traffic/wiring/roots";
import { saidOf } from "../../traffic/wiring/said-of";
import { build, programs } from "../command";
import { Stage } from "../stage";
import { SETTINGS } from "./roots";

type Body = Record<string, unknown>;
interface Document {
  readonly resource: Record<string, Record<string, Body>>;
  readonly output: Record<string, Body>;
}

/** What is missing in a copy of a module, and in which one. */
const copies: Readonly<Record<Copy, readonly [string, (document: Document) => void]>> = {
  "no-egress": [
    "fargate-service",
    (document) =>
      remove(document, "aws_vpc_security_group_egress_rule", "load_balancer_security_group_to_service"),
  ],
  "no-ingress": [
    "fargate-service",
    (document) =>
      remove(document, "aws_vpc_security_group_ingress_rule", "service_security_group_from_load_balancer"),
  ],
  "no-route": ["network", (document) => remove(document, "aws_route", "internet_route")],
  health: [
    "front-door",
    ({ resource }) => {
      for (const group of Object.values(resource.aws_lb_target_group ?? {}))
        group.health_check = { ...(group.health_check as Body), port: "9999" };
    },
  ],
  fixed: [
    "front-door",
    ({ resource }) => {
      const answer = { content_type: "text/plain", status_code: "200" };
      const { http } = resource.aws_lb_listener ?? {};
      if (http !== undefined) http.default_action = { type: "fixed-response", fixed_response: answer };
    },
  ],
};

/** A resource, and what waits for it. */
function remove({ resource, output }: Document, type: string, name: string): void {
  delete resource[type]?.[name];
  if (Object.keys(resource[type] ?? {}).length === 0) Reflect.deleteProperty(resource, type);
  for (const body of [
    ...Object.values(resource).flatMap((one) => Object.values(one)),
    ...Object.values(output),
  ])
    if (Array.isArray(body.depends_on))
      body.depends_on = body.depends_on.filter((one) => one !== `${type}.${name}`);
}

let stage: Stage;
let plan: Parameters<typeof partOfPlan>[0];
const folder = (...path: string[]): string => join(stage.workplace.folder, "hcl", ...path);

function write(text: string, ...path: string[]): void {
  mkdirSync(folder(...path.slice(0, -1)), { recursive: true });
  writeFileSync(folder(...path), text);
}

/** All roots at once, each as a module of one root: reading the provider's schema is most of a plan's time. */
beforeAll(async () => {
  stage = await Stage.open();
  build("terraform-modules");
  execFileSync(process.execPath, [programs.share, "--to", folder("modules")]);
  for (const [name, [module, change]] of Object.entries(copies)) {
    const document = JSON.parse(readFileSync(folder("modules", module, "main.tf.json"), "utf8")) as Document;
    change(document);
    write(JSON.stringify(document), "copies", name, "main.tf.json");
  }
  for (const [name, { root }] of Object.entries(wirings)) write(root, name, "main.tf");
  const calls = Object.keys(wirings).map((name) => `module "${name}" {\n  source = "../${name}"\n}\n`);
  write(SETTINGS + calls.join(""), "all", "main.tf");
  const terraform = stage.terraformIn(folder("all"), "wiring");
  await terraform.run({ step: "init", args: ["init", "-no-color", "-input=false"] });
  await terraform.run({ step: "plan", args: ["plan", "-no-color", "-input=false", "-out=all.tfplan"] });
  const { stdout } = await terraform.run({
    step: "show",
    args: ["show", "-no-color", "-json", "all.tfplan"],
  });
  plan = JSON.parse(stdout) as typeof plan;
});

afterAll(() => stage.close());

it.each(Object.entries(wirings))("%s is judged by its plan", (name, { told, reached }) => {
  const part = partOfPlan(plan, name);
  if (process.env.FRONTYARD_WRITE_FIXTURES !== undefined)
    writeFileSync(join(__dirname, "../../traffic/fixtures/wiring", `${name}.plan.json`), `${part}\n`);
  expect(saidOf(part)).toEqual({ told, reached });
});
