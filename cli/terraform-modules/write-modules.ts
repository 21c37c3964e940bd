import { join } from "node:path";
import { version as ownVersion } from "../../package.json";
import { answer } from "../application/answer";
import { writeFiles } from "../files";
import { parseArguments, usage, type Request } from "./arguments";
import { whileInterruptible } from "./interruptible";
import { folderProblem, moduleSet } from "./folder";
import { release, releaseProblem, repositoryFiles } from "./repository";
import { say } from "../application/say";

/** Resolves to the exit code. */
export function terraformModulesCommand(args: readonly string[]): Promise<number> {
  return answer({ name: "terraform-modules", usage }, parseArguments(args), writeModules);
}

type Wanted = Extract<Request, { kind: "write" }>;

/** Nothing is written unless all of it can be. */
async function writeModules({
  names,
  folder,
  registry,
  version = ownVersion,
  adopt,
}: Wanted): Promise<number> {
  const { definitions, filesOf } = await import("../../terraform-modules");
  const unknown = names.filter((name) => !definitions.some((one) => one.name === name));
  if (unknown.length > 0)
    throw new Error(
      `no module ${unknown.join(", ")}; there are: ${definitions.map(({ name }) => name).join(", ")}`,
    );
  const chosen = definitions
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map((definition) => ({
      definition,
      to: join(folder, `${registry ? "terraform-aws-" : ""}${definition.name}`),
    }));
  const problems = chosen
    .map(({ to }) => folderProblem(to) ?? (registry ? releaseProblem(to, version) : undefined))
    .filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new Error(problems.join("\n"));

  const once = registry ? repositoryFiles() : undefined;
  const sets = await whileInterruptible(
    chosen.map(
      ({ definition, to }) =>
        () =>
          moduleSet(to, filesOf(definition, { version, registry }), { once, adopt }),
    ),
  );
  for (const note of writeFiles(sets)) say(`note: ${note}`);
  for (const { definition, to } of chosen) {
    if (registry) release(to, version);
    const { inputs, outputs } = definition;
    const counts = `${Object.keys(inputs).length} inputs, ${Object.keys(outputs).length} outputs`;
    say(`wrote ${to}: ${counts}${registry ? `, tag v${version}` : ""}`);
  }
  return 0;
}
