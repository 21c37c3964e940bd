import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const FOLDER = join(__dirname, "..", "..", "pipelines");

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface GitHubJob {
  readonly if?: string;
  readonly needs?: string;
  readonly environment?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly "timeout-minutes"?: number;
}

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly concurrency: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly jobs: Readonly<Record<string, GitHubJob>>;
}

export interface GitLabJob {
  readonly stage: string;
  readonly extends?: string;
  readonly needs?: readonly string[];
  readonly script: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly rules: readonly { readonly if: string; readonly when?: string }[];
  readonly environment?: string;
  readonly resource_group?: string;
  readonly interruptible?: boolean;
  readonly artifacts?: object;
}

export interface GitLabPipeline {
  readonly default: { readonly before_script: readonly string[] };
  readonly variables: Readonly<Record<string, string>>;
  readonly stages: readonly string[];
  readonly ".aws": { readonly id_tokens: object; readonly variables: Readonly<Record<string, string>> };
  readonly jobs: Readonly<Record<string, GitLabJob>>;
}

const NO_JOBS = ["workflow", "stages", "variables", "default"];

export const workflowFiles = readdirSync(join(FOLDER, "github")).map((name) => join(FOLDER, "github", name));

export function workflow(name: string): Workflow {
  return parse(readFileSync(join(FOLDER, "github", `${name}.yml`), "utf8")) as Workflow;
}

export function gitLabPipeline(): GitLabPipeline {
  const all = parse(readFileSync(gitLabFile, "utf8")) as GitLabPipeline & Record<string, GitLabJob>;
  const names = Object.keys(all).filter((name) => !NO_JOBS.includes(name) && !name.startsWith("."));
  return { ...all, jobs: Object.fromEntries(names.map((name) => [name, all[name] as GitLabJob])) };
}

export const gitLabFile = join(FOLDER, "gitlab", ".gitlab-ci.yml");
