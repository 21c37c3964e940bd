import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LOCK, type Files } from "./files";
import { providersOf, stacksOf } from "./findings";

/** A local folder of providers, in place of the registry. */
const MIRROR = "FRONTYARD_PROVIDER_MIRROR";

/** Has Terraform write the lock files; stacks that ask for the same providers share one. */
export function lockProviders(folder: string, current: Files, platforms: readonly string[]): void {
  const made = new Map<string, string>();
  for (const [path, text] of stacksOf(current)) {
    const wanted = JSON.stringify(providersOf(text));
    const file = join(folder, dirname(path), LOCK);
    const same = made.get(wanted);
    if (same === undefined) lock(join(folder, dirname(path)), platforms);
    else copyFileSync(same, file);
    made.set(wanted, same ?? file);
  }
}

function lock(folder: string, platforms: readonly string[]): void {
  const { [MIRROR]: mirror } = process.env;
  const args = [
    ...["providers", "lock"],
    ...platforms.map((platform) => `-platform=${platform}`),
    ...(mirror ? [`-fs-mirror=${mirror}`] : []),
  ];
  const { status, error } = spawnSync("terraform", args, {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    env: { CHECKPOINT_DISABLE: "1", ...process.env },
  });
  if (error) throw new Error(`terraform can't be started: ${error.message}`);
  if (status !== 0) throw new Error("terraform could not lock the providers, see above");
}
