import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { expectShape, expectTexts } from "../../stack";
import type { Container } from "./container";
import type { Secret } from "./secret";

const LISTS = ["command", "entryPoint", "plainTextSecrets"] as const;
const RECORDS = ["environment", "secrets", "temporaryMiB", "mounts", "dependsOn", "logOptions"] as const;

/** Refuses a container whose parts are of another kind than their type says. */
export function expectContainer(scope: IConstruct, container: Container): void {
  const set = <Kind extends string>(names: readonly (keyof Container)[], kind: Kind): Record<string, Kind> =>
    Object.fromEntries(names.filter((name) => container?.[name] !== undefined).map((name) => [name, kind]));
  const kinds = { image: "text or object" as const, ...set(LISTS, "list"), ...set(RECORDS, "object") };
  expectShape(scope, container, { ...kinds, ...set(["healthCheck"], "object") }, "container");

  const { environment = {}, secrets = {}, mounts = {}, logOptions = {}, healthCheck } = container;
  expectEach(scope, environment, "text", "environment");
  expectEach(scope, secrets, "object", "secrets");
  expectEach(scope, logOptions, "text or object", "logOptions");
  expectIds(scope, secrets, "secrets");
  expectIds(scope, logOptions, "logOptions");
  expectEach(scope, mounts, "object", "mounts");
  for (const name of LISTS) expectTexts(scope, container[name], `container.${name}`);
  if (healthCheck === undefined) return;
  expectShape(scope, healthCheck, { command: "list" }, "healthCheck");
  expectTexts(scope, healthCheck.command, "healthCheck.command");
}

/** A secret of an unset environment variable has no id. */
function expectIds(
  scope: IConstruct,
  record: Readonly<Record<string, string | Secret>>,
  subject: string,
): void {
  for (const [name, value] of Object.entries(record))
    if (typeof value === "object") expectShape(scope, value, { id: "text" }, `${subject}.${name}`);
}

function expectEach<Kind extends "text" | "object" | "text or object">(
  scope: IConstruct,
  record: Readonly<Record<string, unknown>>,
  kind: Kind,
  subject: string,
): void {
  if (Token.isUnresolved(record)) return;
  expectShape(scope, record, Object.fromEntries(Object.keys(record).map((name) => [name, kind])), subject);
}
