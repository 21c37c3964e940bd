// npm run test:cdktn: this project on CDK Terrain, by a change of package names alone (docs/cdk-terrain.md).
import { readFileSync } from "node:fs";
import { parseArguments, usage } from "./arguments";
import { forkVersions } from "./fork";
import { exitCodes, prove } from "./prove";
import { rename, renamingText, sources } from "./sources";
import { complain, say } from "../../cli/application/say";

/** Resolves to the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const request = parseArguments(args);
  switch (request.kind) {
    case "help":
      say(usage);
      return exitCodes.proven;
    case "refused":
      throw new Error(request.problem);
    case "write":
      expectCdktf();
      say(renamingText(rename(await sources(), ".", forkVersions())));
      say("next: npm install, npm run ci; docs/cdk-terrain.md has the rest");
      return exitCodes.proven;
    case "prove":
      expectCdktf();
      return prove(request);
  }
}

function expectCdktf(): void {
  if (!readFileSync("package.json", "utf8").includes('"cdktf": "'))
    throw new Error("package.json names no cdktf: this project has moved already");
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (problem: unknown) => {
    complain(`test:cdktn: ${(problem as Error).message}`);
    process.exit(exitCodes.couldNotRun);
  },
);
