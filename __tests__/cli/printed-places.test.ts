import { execFileSync } from "node:child_process";
import { reportOf, type StackReport } from "../../cli/pipeline/report";
import { assertSound, Cluster, FargateService, FrontyardError } from "../../modules";
import { expectAllTaken, settingsOf } from "../../stacks/settings-file";
import { carries, landscape, readTerraform } from "../../traffic";
import { toCarry } from "../../traffic/jest";
import { pictureOf } from "../../picture";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { network } from "../support/parts";
import { newStack } from "../support/synthesize";

const HOSTILE =
  'x\u001b[31m\n::error::a\r##[error]b\n##vso[task]c\u009b\u202e\u2066\u200b\ud800\ufffe\uffff\u0001"|`</text>]]>&\u0000\nsection_start:1:d\r\u001b[0K';

/** What reaches a terminal or a job's log. */
function expectHarmless(text: string): void {
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(text).not.toMatch(/^\s*::|##[a-z]*\[|section_(start|end):/m);
}

const resources = [
  ["aws_lb", { name: HOSTILE, subnets: [HOSTILE], tags: { [HOSTILE]: HOSTILE, Name: HOSTILE } }],
  ["aws_ecs_service", { name: HOSTILE, launch_type: "FARGATE" }],
  ["aws_lb_target_group", { name: HOSTILE, target_type: HOSTILE, port: 80, protocol: HOSTILE }],
  ["aws_security_group", { name: HOSTILE, ingress: [{ cidr_blocks: ["0.0.0.0/0"], protocol: "-1" }] }],
].map(([type, values]) => ({
  ...{ address: `${String(type)}.a["${HOSTILE}"]`, mode: "managed", type, name: "a", values },
}));
const plan = JSON.stringify({ format_version: "1.2", planned_values: { root_module: { resources } } });

describe("what was given to a construct", () => {
  it.each<[string, () => void]>([
    ["an image", () => runs({ image: HOSTILE })],
    ["a variable's name", () => runs({ environment: { [HOSTILE]: "a" } })],
    ["an unknown prop", () => runs({ [HOSTILE]: "a" })],
    ["a stack's settings", () => settings({ "voice-agent": { [HOSTILE]: HOSTILE } })],
    ["a stack that there is not", () => settings({ [HOSTILE]: {} })],
    ["a file's name", () => settings({}, HOSTILE.replace(/\u0000/g, ""))],
  ])("is told escaped: %s", (_, act) => {
    let told: unknown;
    try {
      act();
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(FrontyardError);
    expect((told as FrontyardError).message).toContain("\\u001b[31m");
    expectHarmless((told as FrontyardError).message);
    expectHarmless((told as FrontyardError).stack ?? "");
  });
});

function runs(container: object): void {
  const stack = newStack();
  const cluster = new Cluster(stack, "Cluster", { network: network(stack) });
  new FargateService(stack, "Service", {
    cluster,
    container: { image: "public.ecr.aws/a/b:1", ...container },
  });
  assertSound(stack);
}

function settings(content: object, name?: string): void {
  const folder = mkdtempSync(join(tmpdir(), "settings-"));
  try {
    const file = join(folder, name ?? "settings.json");
    if (name === undefined) writeFileSync(file, JSON.stringify(content));
    settingsOf("voice-agent", file);
    expectAllTaken(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("an answer about a way", () => {
  const [service, door] = ["aws_ecs_service", "aws_lb"].map((type) => `${type}.a["${HOSTILE}"]`);

  it("is harmless, as carries gives it and as the matcher says it", () => {
    for (const isNot of [true, false]) {
      const question = { from: "internet", to: service!, port: 80 } as const;
      const { steps, stoppedBy = "", fix = "", from, to } = carries(landscape(readTerraform(plan)), question);
      expect(to).toContain("\\u001b");
      expectHarmless([...steps, stoppedBy, fix, from, to].join("\n"));
      const said = toCarry.call({ isNot }, plan, question).message();
      expect(said).toContain("\\u001b");
      expectHarmless(said);
    }
  });

  it("is harmless where nobody, or more than one, is meant", () => {
    const twice = JSON.stringify({
      ...{ format_version: "1.2" },
      planned_values: { root_module: { resources: [...resources, ...resources] } },
    });
    for (const [json, to] of [
      [plan, `nobody${HOSTILE}`],
      [twice, door!],
    ] as const)
      try {
        carries(landscape(readTerraform(json)), { from: "internet", to });
        if (json === plan) throw new Error("somebody was found");
      } catch (error) {
        expect((error as Error).message).toContain("\\u001b");
        expectHarmless((error as Error).message);
      }
  });
});

describe("a report for a pull request", () => {
  const NAMES = [
    HOSTILE,
    "@acme/team",
    "a|b",
    "`code`",
    "<b>&lt;</b>",
    "<!-- frontyard: plan -->",
    "[a](http://b) ![c](http://d) #1 https://e",
    "</details>\n## a heading",
  ];
  const effect = { added: [], changed: [], moved: [], replaced: NAMES, destroyed: NAMES };
  const reports = NAMES.flatMap((stack): StackReport[] => [
    { outcome: "planned", stack, effect, isEmpty: false, text: `${stack}\n\`\`\`\`\n</details>` },
    { outcome: "waits", stack, for: NAMES },
    { outcome: "failed", stack, text: stack },
  ]);
  const text = reportOf(reports, { title: "Terraform plan", footer: "Commit 0123.", limit: 500_000 });

  /** What is left is no text of ours to be read as Markdown or HTML: mentions and links in code are none. */
  const bare = text
    .replace(/^(`{3,})text\n[^]*?\n\1$/gm, "")
    .replace(/`[^`\n]+`/g, "")
    .replace(/<summary><code>[^<\n]*<\/code><\/summary>/g, "");

  it("names nobody, links nothing and hides nothing outside of code", () => {
    expectHarmless(text);
    expect(bare).not.toMatch(/@|\]\(|<!--|https?:|#1|<(?!\/?details)|`/);
    expect(bare.match(/^#.*$/gm)).toEqual(["## Terraform plan", "### :warning: Look closely"]);
  });

  it("is a table of as many cells in each row, and closes what it opens", () => {
    const rows = bare.split("\n").filter((line) => line.startsWith("|"));
    expect(rows).toHaveLength(2 + reports.length);
    expect(new Set(rows.map((row) => row.split("|").length))).toEqual(new Set([8]));
    expect(bare.match(/<details( open)?>/g)).toHaveLength(bare.match(/<\/details>/g)!.length);
  });
});

it("a picture of anything is XML", () => {
  const { svg } = pictureOf(`stack ${HOSTILE}`, plan);
  const parse =
    "import sys; from xml.dom.minidom import parseString; print(parseString(sys.stdin.buffer.read()).documentElement.tagName)";
  // Fails without python3, which moto needs too: what was not parsed is not shown to be XML.
  const tag = execFileSync("python3", ["-c", parse], { input: svg, encoding: "utf8" });
  expect(tag.trim()).toBe("svg");
});
