import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { answer } from "../application/answer";
import { synthesizeApplication } from "../application/application";
import { withDependencies, type Dependencies } from "../terraform/stack-order";
import { parseArguments, usage, type Request, type Verb } from "./arguments";
import { Deployment } from "./deployment";
import { noteOf, readNote } from "./digest";
import { COMMENT_MARK, forgeOf, ISSUE_MARK } from "./forge";
import { reportOf, type StackReport } from "./report";
import { applyAll, planAll } from "./walk";
import { complain } from "../application/say";

type Wish = Extract<Request, { kind: "pipeline" }>;

/** In the project and as deep as `cdktf.out`, so that relative paths in Terraform JSON lead where they lead from there. */
const OUTDIR = ".frontyard-pipeline-";

/** Bytes of a job's summary on GitHub: 1 MiB. */
const SUMMARY_LIMIT = 1_000_000;

const ISSUE_TITLE = "Drift: what stands is not what the code says";

/** Resolves to the exit code. */
export function pipelineCommand(args: readonly string[]): Promise<number> {
  return answer({ name: "pipeline", usage, failed: 1 }, parseArguments(args), pipeline);
}

/** Runs one verb in a folder that is gone afterwards, with the plans in it; resolves to the exit code. */
async function pipeline(wish: Wish): Promise<number> {
  const outdir = mkdtempSync(resolve(OUTDIR));
  try {
    writeFileSync(join(outdir, ".gitignore"), "*\n"); // a job that is killed leaves nothing to commit
    return await inFolder(outdir, wish);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

async function inFolder(outdir: string, wish: Wish): Promise<number> {
  const { stacks, dependencies } = synthesized(outdir, wish);
  const deployment = new Deployment(outdir);
  if (wish.verb === "validate") {
    for (const stack of stacks) await deployment.validate(stack);
    return 0;
  }
  const obstacles = stacks.flatMap((stack) => deployment.obstacle(stack) ?? []);
  if (obstacles.length > 0) throw new Error(obstacles.join("\n"));
  return wish.verb === "apply"
    ? await apply(wish, stacks, deployment)
    : await look(wish, stacks, dependencies, deployment);
}

/** The stacks that are asked for, those that are read by others first. */
function synthesized(outdir: string, wish: Wish): { stacks: string[]; dependencies: Dependencies } {
  const { stacks, dependencies } = synthesizeApplication(outdir);
  const unknown = wish.stacks.find((stack) => !stacks.includes(stack));
  if (unknown !== undefined) throw new Error(`no stack ${unknown}; there are: ${stacks.join(", ")}`);
  const asked = wish.stacks.length > 0 ? wish.stacks : stacks;
  return {
    stacks: withDependencies(stacks, dependencies).filter((stack) => asked.includes(stack)),
    dependencies,
  };
}

/** `plan` and `drift`: neither takes a lock, as neither may write. */
async function look(
  wish: Wish,
  stacks: readonly string[],
  dependencies: Dependencies,
  deployment: Deployment,
): Promise<number> {
  const forge = wish.post ? forgeOf(process.env) : undefined;
  const { reports, digests } = await planAll(stacks, dependencies, {
    plan: (stack) => deployment.plan(stack, ["-lock=false"]),
  });
  const hasFailed = reports.some(({ outcome }) => outcome === "failed");
  const isClean = reports.every((report) => report.outcome === "planned" && report.isEmpty);
  if (wish.note !== undefined)
    appendFileSync(wish.note, `approved=${noteOf(digests)}\npending=${String(!isClean)}\n`);
  summarize(wish, reports);
  const written = (mark: string): string =>
    `${mark}\n${reportOf(reports, { ...frameOf(wish.verb), limit: (forge?.limit ?? 0) - 100 })}`;
  if (wish.verb === "plan") await forge?.comment(written(COMMENT_MARK));
  else await forge?.issue(ISSUE_TITLE, isClean ? undefined : written(ISSUE_MARK));
  for (const report of reports)
    if (report.outcome === "failed") complain(`pipeline: ${report.stack} could not be planned`);
  return hasFailed || (wish.verb === "drift" && !isClean) ? 1 : 0;
}

async function apply(wish: Wish, stacks: readonly string[], deployment: Deployment): Promise<number> {
  const reports: StackReport[] = [];
  try {
    await applyAll(
      stacks,
      readNote(wish.approved ?? ""),
      {
        plan: (stack) => deployment.plan(stack, ["-lock-timeout=5m"]),
        apply: (stack) => deployment.apply(stack),
      },
      (report) => reports.push(report),
    );
    return 0;
  } finally {
    summarize(wish, reports);
  }
}

function summarize({ summary, verb }: Wish, reports: readonly StackReport[]): void {
  if (summary !== undefined)
    appendFileSync(summary, reportOf(reports, { ...frameOf(verb), limit: SUMMARY_LIMIT }));
}

function frameOf(verb: Verb): { title: string; footer: string } {
  const commit = (
    process.env["PIPELINE_COMMIT"] ??
    process.env["GITHUB_SHA"] ??
    process.env["CI_COMMIT_SHA"] ??
    ""
  ).slice(0, 12);
  const of = commit === "" ? "" : `Commit ${commit}. `;
  if (verb === "apply") return { title: "Applied, or tried", footer: `${of}The job's log has how it went.` };
  const plan = "After the merge it is planned anew, and that plan is what is approved and applied.";
  const drift =
    "Somebody changed it by hand, or a merge was not applied: apply, or bring it into the code. This issue closes itself.";
  return verb === "plan"
    ? { title: "Terraform plan", footer: `${of}${plan}` }
    : { title: "What an apply would do now", footer: `${of}${drift}` };
}
