import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { passOn, say } from "../application/say";
import { inTemporaryFolder } from "../leftovers/temporary-folder";
import { LOCK, type Files } from "./files";
import { providersOf, stacksOf } from "./findings";

/** A local folder of providers, in place of the registry. */
const MIRROR = "FRONTYARD_PROVIDER_MIRROR";

/**
 * Has Terraform write the lock files, each from the one that is there, in a folder that is gone afterwards. Stacks that
 * ask for the same providers and hold the same versions share one; a stack that has none takes another's.
 */
export function lockFiles(committed: Files, current: Files, platforms: readonly string[]): Files {
  const stacks = stacksOf(current).map(([path, text]) => ({
    path,
    wanted: JSON.stringify(providersOf(text)),
    present: committed.get(lockOf(path)),
  }));
  const made = new Map<string, string>();
  const locks = stacks.map(({ path, wanted, present }): [string, string] => {
    const seed = present ?? stacks.find((one) => one.wanted === wanted && one.present !== undefined)?.present;
    const key = JSON.stringify([wanted, seed]);
    const text = made.get(key) ?? lock(filesOf(dirname(path), current), seed, platforms);
    made.set(key, text);
    return [lockOf(path), text];
  });
  return new Map(locks);
}

function lock(files: Files, seed: string | undefined, platforms: readonly string[]): string {
  return inTemporaryFolder("lock", (folder) => {
    for (const [path, text] of [...files, ...(seed === undefined ? [] : [[LOCK, seed] as const])]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    runTerraform(folder, platforms);
    return readFileSync(join(folder, LOCK), "utf8");
  });
}

function runTerraform(folder: string, platforms: readonly string[]): void {
  const { [MIRROR]: mirror } = process.env;
  const args = [
    ...["providers", "lock", "-no-color"],
    ...platforms.map((platform) => `-platform=${platform}`),
    ...(mirror ? [`-fs-mirror=${mirror}`] : []),
  ];
  say("terraform locks the providers, which may take minutes");
  const { status, stdout, stderr, error } = spawnSync("terraform", args, {
    ...{ cwd: folder, encoding: "utf8" as const },
    stdio: ["ignore", "pipe", "pipe"],
    env: { CHECKPOINT_DISABLE: "1", ...process.env },
  });
  passOn("stdout", stdout ?? "");
  passOn("stderr", stderr ?? "");
  if (error) throw new Error(`terraform can't be started: ${error.message}`);
  if (status !== 0) throw new Error("terraform could not lock the providers, see above");
}

/** Files of one stack, by their path in its folder. */
function filesOf(folder: string, files: Files): Files {
  const own = [...files].filter(([path]) => path.startsWith(`${folder}/`));
  return new Map(own.map(([path, text]) => [path.slice(folder.length + 1), text]));
}

function lockOf(path: string): string {
  return path.replace("cdk.tf.json", LOCK);
}
