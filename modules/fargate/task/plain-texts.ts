import type { Construct } from "constructs";
import { isSecretVariable } from "../../../traffic";
import { literal, waive } from "../../foundation";
import type { NamedContainer } from "../container/container-specs";

/**
 * Writes into the output that variables which look like secrets were meant to stand there: `plainTextSecrets` names them,
 * so traffic rule FY568 lives with these, and with no other of the task.
 */
export function waivePlainTexts(definition: Construct, containers: readonly NamedContainer[]): void {
  const names = containers.flatMap(({ environment = {}, plainTextSecrets = [] }) => {
    const known: Readonly<Record<string, string>> = literal(environment) ?? {};
    return plainTextSecrets
      .flatMap((name) => literal(name) ?? [])
      .filter((name) => isSecretVariable({ name, value: known[name] ?? "" }));
  });
  for (const name of new Set(names))
    waive(definition, {
      rule: "FY568",
      address: `${definition.node.path}/Resource`,
      got: `variable ${name}`,
      reason: `plainTextSecrets names ${name}: it holds no secret, or one that everybody may know`,
    });
}
