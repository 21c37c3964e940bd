import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Versions } from "./names";
import { run } from "./run";

/** CDK Terrain's packages, apart from the project's own: a package.json and a lock file of theirs, installed there. */
const FORK = join("scripts", "cdktn", "fork");
const LOCK = "package-lock.json";

export const forkModules = join(FORK, "node_modules");

/** What the move makes of each package's version. The CLI has the version of the library; it is not installed here. */
export function forkVersions(): Versions {
  const { dependencies } = JSON.parse(readFileSync(join(FORK, "package.json"), "utf8")) as {
    readonly dependencies: Versions;
  };
  return { ...dependencies, "cdktn-cli": dependencies["cdktn"] ?? "" };
}

/** Installs what the lock file says, unless that is what lies there. Resolves to how. */
export async function installFork(): Promise<string> {
  const wanted = readFileSync(join(FORK, LOCK), "utf8");
  const mark = join(forkModules, LOCK);
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return `there already, in ${FORK}`;
  const npm = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1"];
  const { exitCode, output } = await run(npm, { folder: FORK });
  if (exitCode !== 0) {
    rmSync(forkModules, { recursive: true, force: true });
    const reason = output.split("\n").filter((line) => /^npm (ERR!|error) (?!A complete log| )/.test(line));
    throw new Error(
      ["npm could not install CDK Terrain, so nothing was proven:", ...reason.slice(0, 6)].join("\n  "),
    );
  }
  writeFileSync(mark, wanted);
  return `npm ci, in ${FORK}`;
}

/** The AWS provider that the classes were made from, and the Node.js that the package asks for. */
export function forkFacts(): { readonly aws: string; readonly node: string } {
  const file = join(forkModules, "@cdktn", "provider-aws", "package.json");
  const { cdktn, engines } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly cdktn: { readonly provider: { readonly version: string } };
    readonly engines: { readonly node: string };
  };
  return { aws: cdktn.provider.version, node: engines.node };
}
