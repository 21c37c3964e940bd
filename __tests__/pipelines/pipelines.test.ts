import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { buildSync } from "esbuild";
import { parseArguments } from "../../cli/pipeline/arguments";
import { githubActions, gitlabCi } from "../../modules";
import { gitLabFile, gitLabPipeline, workflow, workflowFiles, type Step } from "../support/pipelines";

const ROOT = join(__dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const names = workflowFiles.map((file) => basename(file, ".yml"));
const jobs = names.flatMap((name) =>
  Object.entries(workflow(name).jobs).map(([id, job]): [string, typeof job] => [`${name}/${id}`, job]),
);
const job = (name: string) => jobs.find(([each]) => each === name)![1];
const pipeline = gitLabPipeline();
const lines = [
  ...jobs.flatMap(([, { steps }]) => steps.flatMap(({ run }) => run ?? [])),
  ...[...pipeline.default.before_script, ...Object.values(pipeline.jobs).flatMap(({ script }) => script)],
];

describe("workflows for GitHub", () => {
  const out = mkdtempSync(join(tmpdir(), "frontyard-workflows-"));
  afterAll(() => rmSync(out, { recursive: true }));

  const errorsIn = (files: readonly string[]): string[] => {
    const program = join(out, "workflow-errors.mjs");
    const banner =
      'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
    buildSync({
      entryPoints: [join(__dirname, "workflow-errors.mjs")],
      ...{ bundle: true, platform: "node", format: "esm", outfile: program, banner: { js: banner } },
    });
    return JSON.parse(execFileSync(process.execPath, [program, ...files], { encoding: "utf8" })) as string[];
  };

  it("are what GitHub's own parser takes, which sees a slip", () => {
    expect(names).toEqual(["apply", "drift", "plan"]);
    expect(errorsIn(workflowFiles)).toEqual([]);
    const slip = join(out, "slip.yml");
    writeFileSync(slip, readFileSync(workflowFiles[0]!, "utf8").replace("runs-on:", "run-on:"));
    expect(errorsIn([slip]).join()).toContain("Unexpected value 'run-on'");
  });

  it("start for pull requests without the rights of the branch, for the branch, and by the clock", () => {
    expect(workflow("plan").on).toEqual({ pull_request: { branches: ["main"] } });
    expect(workflow("apply").on).toEqual({ push: { branches: ["main"] }, workflow_dispatch: null });
    expect(Object.keys(workflow("drift").on)).toEqual(["schedule", "workflow_dispatch"]);
  });

  it("give no right to a job that it does not ask for", () => {
    for (const name of names) expect(workflow(name).permissions).toEqual({});
    expect(Object.fromEntries(jobs.map(([name, { permissions }]) => [name, permissions]))).toEqual({
      "plan/check": { contents: "read" },
      "plan/plan": { contents: "read", "id-token": "write", "pull-requests": "write" },
      "apply/plan": { contents: "read", "id-token": "write" },
      "apply/apply": { contents: "read", "id-token": "write" },
      "drift/drift": { contents: "read", "id-token": "write", issues: "write" },
    });
  });

  it("plan for no fork, and apply nothing but the branch", () => {
    expect(job("plan/plan").if).toContain(
      "github.event.pull_request.head.repo.full_name == github.repository",
    );
    expect(job("apply/plan").if).toBe("github.ref == 'refs/heads/main'");
    expect(job("drift/drift").if).toBe("github.ref == 'refs/heads/main'");
    expect(job("apply/apply")).toMatchObject({ needs: "plan", if: "needs.plan.outputs.pending == 'true'" });
  });

  it("apply one at a time, and cancel none that has begun", () => {
    expect(workflow("apply").concurrency).toEqual({ group: "apply", "cancel-in-progress": false });
    expect(workflow("drift").concurrency.group).not.toBe("apply");
  });

  it("take the role that applies in the environment alone, whose jobs the role trusts", () => {
    const takers = jobs.filter(([, { steps }]) => JSON.stringify(steps).includes("AWS_APPLY_ROLE_ARN"));
    expect(takers.map(([name]) => name)).toEqual(["apply/apply"]);
    const { environment } = job("apply/apply");
    const { mayApply, mayPlan } = githubActions({ repository: "acme/shop" });
    expect(mayApply.values).toEqual([`repo:acme/shop:environment:${environment}`]);
    expect(mayPlan.values).toEqual(["repo:acme/shop:pull_request", "repo:acme/shop:ref:refs/heads/main"]);
    const others = jobs.filter(([name]) => name !== "apply/apply");
    expect(others.filter(([, each]) => each.environment !== undefined)).toEqual([]);
  });

  it("ask for a token only where they take a role, and take it after the packages are in", () => {
    for (const [, { steps, permissions }] of jobs) {
      const role = steps.findIndex(({ uses }) => uses?.startsWith("aws-actions/"));
      expect(role >= 0).toBe(permissions["id-token"] === "write");
      if (role >= 0) expect(steps.findIndex(({ run }) => run === "npm ci")).toBeLessThan(role);
    }
  });

  it("use actions by commit, the same everywhere, and leave no token of Git behind", () => {
    const used = jobs.flatMap(([, { steps }]) => steps.filter(({ uses }) => uses !== undefined));
    expect(used.filter(({ uses }) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(uses!))).toEqual([]);
    expect(new Set(used.map(({ uses }) => uses)).size).toBe(4);
    const of = (action: string): Step[] => used.filter(({ uses }) => uses!.startsWith(`${action}@`));
    for (const step of of("actions/checkout")) expect(step.with).toEqual({ "persist-credentials": false });
    for (const step of of("hashicorp/setup-terraform"))
      expect(step.with).toEqual({ terraform_version: "1.11.4", terraform_wrapper: false });
    for (const file of workflowFiles) {
      const text = readFileSync(file, "utf8");
      expect(text.match(/uses: .+@[0-9a-f]{40}(?! # v\d+\.\d+\.\d+$)/gm)).toBeNull();
    }
  });

  it("hand nothing from outside to a shell: values travel as variables", () => {
    for (const [, { steps }] of jobs) for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  it("share no cache with pull requests where they may change anything", () => {
    const node = job("apply/apply").steps.find(({ uses }) => uses?.startsWith("actions/setup-node@"));
    expect(node?.with).toEqual({ "node-version": 22, "package-manager-cache": false });
  });
});

describe("the pipeline for GitLab", () => {
  const { jobs: all } = pipeline;

  it("has jobs in stages that there are", () => {
    expect(Object.keys(all)).toEqual(["check", "plan", "plan to apply", "apply", "drift"]);
    for (const { stage } of Object.values(all)) expect(pipeline.stages).toContain(stage);
    for (const { needs = [] } of Object.values(all))
      expect(Object.keys(all)).toEqual(expect.arrayContaining([...needs]));
  });

  it("plans for no fork, and applies on the branch alone, by hand, one at a time", () => {
    expect(all["plan"]!.rules).toEqual([
      {
        if: '$CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID',
      },
    ]);
    expect(all["apply"]).toMatchObject({
      environment: "production",
      resource_group: "production",
      interruptible: false,
      needs: ["plan to apply"],
      rules: [{ when: "manual" }],
    });
    for (const name of ["apply", "plan to apply"])
      expect(all[name]!.rules[0]!.if).toBe(
        '$CI_PIPELINE_SOURCE != "merge_request_event" && $CI_PIPELINE_SOURCE != "schedule"',
      );
    expect(all["drift"]!.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "schedule"' }]);
  });

  it("takes roles by the job's own token, the applying one in one job, and none where nothing is planned", () => {
    expect(pipeline[".aws"].id_tokens).toEqual({ AWS_TOKEN: { aud: "sts.amazonaws.com" } });
    const extending = Object.entries(all).filter(([, each]) => each.extends === ".aws");
    expect(extending.map(([name]) => name)).toEqual(["plan", "plan to apply", "apply", "drift"]);
    expect(pipeline[".aws"].variables["AWS_ROLE_ARN"]).toBe("$AWS_PLAN_ROLE_ARN");
    const own = Object.entries(all).filter(([, each]) => each.variables?.["AWS_ROLE_ARN"] !== undefined);
    expect(own.map(([name, each]) => [name, each.variables])).toEqual([
      ["apply", { AWS_ROLE_ARN: "$AWS_APPLY_ROLE_ARN" }],
    ]);
    expect(gitlabCi({ project: "acme/shop" }).mayApply.values).toEqual([
      "project_path:acme/shop:ref_type:branch:ref:main",
    ]);
  });

  it("keeps no plan as an artifact, only its number", () => {
    const kept = Object.values(all).flatMap(({ artifacts = [] }) => artifacts);
    expect(kept).toEqual([{ reports: { dotenv: "approved.env" } }]);
  });
});

describe("both", () => {
  const texts = [...workflowFiles, gitLabFile].map((file) => [basename(file), readFileSync(file, "utf8")]);

  it.each(texts)("%s stores no key and runs nobody else's code with its rights", (_, text) => {
    expect(text).not.toMatch(
      /pull_request_target|workflow_run|AWS_ACCESS_KEY|AWS_SECRET|secrets\.|aws-access-key/i,
    );
  });

  it("name commands that there are", () => {
    const called = lines.flatMap((line) =>
      [...line.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name]) => name!),
    );
    expect(new Set(called)).toContain("pipeline");
    const missing = called.filter((name) => name !== "ci" && scripts[name] === undefined);
    expect(missing).toEqual([]);
  });

  it("call the pipeline with words that it knows", () => {
    const calls = lines.filter((line) => line.startsWith("npm run pipeline -- "));
    expect(calls).toHaveLength(10);
    for (const call of calls) {
      const words = call.slice("npm run pipeline -- ".length).split(" ");
      expect(parseArguments(words)).toMatchObject({ kind: "pipeline" });
    }
  });
});
