import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jsonCall } from "../../emulator/aws-call";
import { jsonList } from "../../cli/json";
import { ForgeStandIn } from "../support/forge/stand-in";
import { gitHubJob, gitLabJob, type JobEnd, type JobPlace } from "../support/job-runner";
import { filesIn } from "../support/outdir";
import { Stage } from "./stage";

const ROOT = join(__dirname, "../..");
const TOKEN = "a-token-of-a-job";
const BUCKET = "acme-terraform-state";
const COPIED = ["build", "cli", "emulator", "modules", "picture", "stacks", "traffic", "settings"];
const MORE = ["package.json", "tsconfig.json", "cdktf.json"];

/** Two stacks, of which the second reads the first: what a person has in main.ts, small. */
const app = (retention: number): string => `
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { App, type AppConfig } from "cdktf";
import { AwsStack } from "./modules";

export function buildApp(config: AppConfig = {}): App {
  const app = new App(config);
  const shop = new AwsStack(app, "shop", { region: "us-east-1" });
  const network = new AwsStack(app, "network", { region: "us-east-1" });
  const log = new CloudwatchLogGroup(network, "log", { name: "/network/log" });
  new CloudwatchLogGroup(shop, "log", { name: "/shop/log", retentionInDays: ${retention}, tags: { of: log.arn } });
  return app;
}

if (require.main === module) buildApp().synth();
`;

/** What `cdktf deploy` may have left, behind a link. */
const OWN = [".terraform.lock.hcl", "cdk.tf.json", "pipeline.tfplan"];

const project = mkdtempSync(join(tmpdir(), "frontyard-pipelines-"));
const containing = (text: string): string => expect.stringContaining(text) as string;
let stage: Stage;
let forge: ForgeStandIn;

function write(retention: number): void {
  writeFileSync(join(project, "main.ts"), app(retention));
}

beforeAll(async () => {
  for (const name of [...COPIED, ...MORE]) cpSync(join(ROOT, name), join(project, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
  mkdirSync(join(project, "event"));
  mkdirSync(join(project, "deployed", "stacks", "shop"), { recursive: true });
  for (const name of OWN) writeFileSync(join(project, "deployed", "stacks", "shop", name), "mine");
  symlinkSync("deployed", join(project, "cdktf.out"));
  writeFileSync(join(project, "event", "event.json"), JSON.stringify({ pull_request: { number: 7 } }));
  [stage, forge] = await Promise.all([Stage.open(), ForgeStandIn.start(TOKEN)]);
  const made = await fetch(`${stage.emulator.url}/${BUCKET}`, { method: "PUT" });
  expect(made.status).toBe(200);
});

afterAll(async () => {
  forge.close();
  await stage.close();
  rmSync(project, { recursive: true, force: true });
});

function state(): string {
  return `s3://${BUCKET}?region=us-east-1&endpoint=${stage.emulator.url}`;
}

function onGitHub(job: [string, string], values: Readonly<Record<string, string>> = {}): Promise<JobEnd> {
  const env = {
    ...stage.env,
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: forge.url,
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_EVENT_PATH: join(project, "event", "event.json"),
    GITHUB_SHA: "5".repeat(40),
  };
  const given = {
    "vars.FRONTYARD_STATE": state(),
    "vars.FRONTYARD_SETTINGS": "",
    "github.token": TOKEN,
    "github.event.pull_request.head.sha": "7".repeat(40),
    ...values,
  };
  return gitHubJob(job, { folder: project, env, values: given });
}

/** As on a runner of GitLab: no keys, but a token in the job, and a role that AWS gives for it. */
function onGitLab(job: string, values: Readonly<Record<string, string>> = {}): Promise<JobEnd> {
  const keyless = Object.fromEntries(Object.entries(stage.env).filter(([name]) => !/^AWS_.*KEY/.test(name)));
  const given = {
    GITLAB_CI: "true",
    CI_API_V4_URL: forge.url,
    CI_PROJECT_ID: "5",
    CI_JOB_ID: "9",
    CI_MERGE_REQUEST_IID: "7",
    CI_COMMIT_SHA: "6".repeat(40),
    GITLAB_TOKEN: TOKEN,
    AWS_TOKEN: "header.claims.signature",
    AWS_PLAN_ROLE_ARN: "arn:aws:iam::123456789012:role/pipeline-Roles-Plan",
    AWS_APPLY_ROLE_ARN: "arn:aws:iam::123456789012:role/pipeline-Roles-Apply",
    FRONTYARD_STATE: state(),
    ...values,
  };
  // The state's backend asks for its role at the endpoint of STS alone.
  const env = { ...keyless, AWS_ENDPOINT_URL_STS: stage.emulator.url, AWS_STS_ENDPOINT: stage.emulator.url };
  const place: JobPlace = { folder: project, env, values: given };
  return gitLabJob(job, place);
}

async function logGroups(): Promise<Record<string, unknown>> {
  const to = { url: stage.emulator.url, region: "us-east-1", service: "logs" };
  const { json } = await jsonCall(to, "Logs_20140328.DescribeLogGroups", {});
  const groups = jsonList(json["logGroups"]);
  return Object.fromEntries(groups.map((group) => [String(group["logGroupName"]), group["retentionInDays"]]));
}

/** What somebody does by hand in the console. */
async function keepDays(name: string, retentionInDays: number): Promise<void> {
  const to = { url: stage.emulator.url, region: "us-east-1", service: "logs" };
  await jsonCall(to, "Logs_20140328.PutRetentionPolicy", { logGroupName: name, retentionInDays });
}

describe("the workflows for GitHub, step by step", () => {
  let planned: JobEnd;

  it("check what needs no account", async () => {
    write(7);
    const { exitCode, output } = await onGitHub(["plan", "check"]);
    expect([exitCode, output]).toEqual([0, expect.stringMatching(/Success! The configuration is valid/)]);
  });

  it("comment on a pull request: a stack is planned, or waits for the one that it reads", async () => {
    expect(await onGitHub(["plan", "plan"])).toMatchObject({ exitCode: 0 });
    expect(forge.comments).toHaveLength(1);
    const body = forge.comments[0]?.body;
    expect(body).toContain("| `network` | 1 | 0 | 0 | 0 |  |");
    expect(body).toContain("| `shop` |  |  |  |  | can't be planned before `network` is applied |");
    expect(body).toContain('+ name              = "/network/log"');
    expect(body).toContain("Commit 777777777777.");
    expect(await logGroups()).toEqual({});
  });

  it("apply what was approved, in order, and stop before what nobody has seen", async () => {
    planned = await onGitHub(["apply", "plan"]);
    expect(planned).toMatchObject({ exitCode: 0, handed: { pending: "true" } });
    expect(planned.handed["approved"]).toMatch(/^network:[0-9a-f]{32},shop:waits$/);
    const applied = await onGitHub(["apply", "apply"], {
      "needs.plan.outputs.approved": planned.handed["approved"] ?? "",
    });
    expect(applied.exitCode).toBe(1);
    expect(applied.output).toContain(
      "shop could not be planned when this was approved: run the pipeline again",
    );
    expect(Object.keys(await logGroups())).toEqual(["/network/log"]);
  });

  it("apply the rest when they are run again", async () => {
    planned = await onGitHub(["apply", "plan"]);
    expect(planned.handed["approved"]).toMatch(/^network:none,shop:[0-9a-f]{32}$/);
    const values = { "needs.plan.outputs.approved": planned.handed["approved"] ?? "" };
    const applied = await onGitHub(["apply", "apply"], values);
    expect(applied).toMatchObject({ exitCode: 0 });
    expect(applied.summary).toContain("| `shop` | 1 | 0 | 0 | 0 |  |");
    expect(await logGroups()).toEqual({ "/network/log": undefined, "/shop/log": 7 });
  });

  it("change their one comment", async () => {
    write(14);
    expect(await onGitHub(["plan", "plan"])).toMatchObject({ exitCode: 0 });
    expect(forge.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(
        /\| `network` \|.*no changes \|\n\| `shop` \| 0 \| 1 \| 0 \| 0 \|  \|[^]*7 -> 14/,
      ),
    ]);
  });

  it("refuse to apply anything but what was approved", async () => {
    const { handed } = await onGitHub(["apply", "plan"]);
    write(30);
    const applied = await onGitHub(["apply", "apply"], {
      "needs.plan.outputs.approved": handed["approved"] ?? "",
    });
    expect(applied.exitCode).toBe(1);
    expect(applied.output).toContain("shop was not applied: what it would do now is not what was approved");
    expect(await logGroups()).toMatchObject({ "/shop/log": 7 });
  });

  it("open an issue about what was changed by hand, and close it", async () => {
    write(7);
    await keepDays("/shop/log", 3);
    expect(await onGitHub(["drift", "drift"])).toMatchObject({ exitCode: 1 });
    expect(forge.issues).toMatchObject([
      { open: true, title: "Drift: what stands is not what the code says", body: containing("3 -> 7") },
    ]);
    await keepDays("/shop/log", 7);
    expect(await onGitHub(["drift", "drift"])).toMatchObject({ exitCode: 0 });
    expect(forge.issues).toMatchObject([{ open: false }]);
  });
});

describe("the pipeline for GitLab, without any key", () => {
  beforeAll(() => {
    forge.comments.length = 0;
    forge.issues.length = 0;
    write(30);
  });

  it("writes a note on a merge request", async () => {
    expect(await onGitLab("plan")).toMatchObject({ exitCode: 0 });
    expect(forge.comments.map(({ body }) => body)).toEqual([containing("7 -> 30")]);
  });

  it("applies what was approved, and has nothing to do then", async () => {
    const { handed } = await onGitLab("plan to apply");
    expect(handed["approved"]).toMatch(/^network:none,shop:[0-9a-f]{32}$/);
    expect(await onGitLab("apply", { approved: handed["approved"] ?? "" })).toMatchObject({ exitCode: 0 });
    expect(await logGroups()).toMatchObject({ "/shop/log": 30 });
    expect(await onGitLab("plan to apply")).toMatchObject({
      exitCode: 0,
      handed: { approved: "network:none,shop:none", pending: "false" },
    });
  });

  it("opens an issue about drift", async () => {
    await keepDays("/shop/log", 3);
    expect(await onGitLab("drift")).toMatchObject({ exitCode: 1 });
    expect(forge.issues).toMatchObject([{ open: true, body: containing("3 -> 30") }]);
  });
});

it("a state in a file is refused: it would be gone with the job", async () => {
  const { exitCode, output } = await onGitHub(["apply", "plan"], { "vars.FRONTYARD_STATE": "" });
  expect(exitCode).toBe(1);
  expect(output).toContain(
    "shop keeps its state in a file, which is gone when this job ends: set FRONTYARD_STATE",
  );
});

it("no job touches what cdktf synthesized for a person, or leaves anything in the project", () => {
  const own = filesIn(join(project, "deployed"));
  expect(own).toEqual(OWN.map((name) => join("stacks", "shop", name)));
  for (const file of own) expect(readFileSync(join(project, "deployed", file), "utf8")).toBe("mine");
  expect(readdirSync(project).filter((name) => name.startsWith(".frontyard"))).toEqual([]);
});
