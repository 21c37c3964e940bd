import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Whoever commits where nobody has told git a name. */
const NOBODY = ["-c", "user.name=Frontyard", "-c", "user.email=frontyard@localhost"];

/** Says why a version can't be released from a folder, if it can't: its tag is there. */
export function releaseProblem(folder: string, version: string): string | undefined {
  if (!existsSync(join(folder, ".git"))) return undefined;
  const isTagged = git(folder, ["tag", "--list", `v${version}`]).trim() !== "";
  return isTagged ? `${folder} has a tag v${version} already: choose another with --version` : undefined;
}

/** What a run of Terraform leaves in the folder: the provider alone has 700 MB. */
const IGNORED = [".terraform/", ".terraform.lock.hcl", "*.tfstate", "*.tfstate.*", "*.tfplan", "crash.log"];

/** What a repository has beside the module. */
export function repositoryFiles(): ReadonlyMap<string, string> {
  return new Map([
    [".gitignore", `${IGNORED.join("\n")}\n`],
    ["LICENSE", readFileSync(licenseAbove(__dirname), "utf8")],
  ]);
}

/** A commit of what changed, and the tag by which a registry knows the version. */
export function release(folder: string, version: string): void {
  if (!existsSync(join(folder, ".git"))) git(folder, ["init", "--quiet", "--initial-branch", "main"]);
  git(folder, ["add", "--all"]);
  const identity = spawnSync("git", ["config", "user.email"], { cwd: folder }).status === 0 ? [] : NOBODY;
  git(folder, [...identity, "commit", "--quiet", "--allow-empty", "--message", `Version ${version}`]);
  git(folder, [...identity, "tag", "--annotate", `v${version}`, "--message", `Version ${version}`]);
}

/** That of this package, wherever it was built to. */
function licenseAbove(folder: string): string {
  const file = join(folder, "LICENSE");
  return existsSync(file) ? file : licenseAbove(dirname(folder));
}

function git(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  if (error !== undefined) throw new Error("--registry needs git, which was not found");
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr.trim()}`);
  return stdout;
}
