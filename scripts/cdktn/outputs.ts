import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Documents } from "./comparison";
import { run } from "./run";

/** What main.ts is asked for, by the environment, each time both libraries are compared. */
export interface Case {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
}

/** As they are, as of the walkthrough's ninth day, with each kind of state, and with every file of settings that there is. */
export function cases(): Case[] {
  const settings = readdirSync("settings").filter((file) => file.endsWith(".json"));
  return [
    { name: "as they are", env: { STATE_BUCKET: "acme-terraform-state" } },
    { name: "day 9", env: { VOICE_AGENT_DAY: "9" } },
    { name: "state in S3", env: { FRONTYARD_STATE: "s3://acme-terraform-state/prod?region=eu-west-1" } },
    { name: "state in HCP Terraform", env: { FRONTYARD_STATE: "hcp://app.terraform.io/acme/prod-{stack}" } },
    ...settings.map((file) => ({
      name: file,
      env: { FRONTYARD_SETTINGS: resolve("settings", file) },
    })),
  ];
}

export async function build(folder: string, entry: "main" | "rehearse"): Promise<void> {
  const { exitCode, output } = await run([process.execPath, "build/bundle.mjs", entry], { folder });
  if (exitCode !== 0) throw new Error(`build/bundle.mjs ${entry} failed in ${folder}:\n${output}`);
}

/** Runs the app of a folder, which is built, and reads all that it wrote. */
export async function synthesize(folder: string, { name, env }: Case, outdir: string): Promise<Documents> {
  rmSync(outdir, { recursive: true, force: true });
  const app = [process.execPath, join("dist", "main.js")];
  const { exitCode, output } = await run(app, { folder, env: { ...env, CDKTF_OUTDIR: outdir } });
  if (exitCode !== 0) throw new Error(`the app in ${folder} failed (${name}):\n${output}`);
  const files = readdirSync(outdir, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".json"),
  );
  return new Map(
    files.map((file) => [file, JSON.parse(readFileSync(join(outdir, file), "utf8")) as unknown]),
  );
}
