import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { expectShape } from "../../stack";
import type { Container } from "./container";

const LISTS = ["command", "entryPoint", "plainTextSecrets"] as const;
const RECORDS = ["secrets", "temporaryMiB", "mounts", "dependsOn", "logOptions"] as const;

/** Refuses a container whose parts are of another kind than their type says. */
export function expectContainer(scope: IConstruct, container: Container): void {
  const set = <Kind extends string>(names: readonly (keyof Container)[], kind: Kind): Record<string, Kind> =>
    Object.fromEntries(names.filter((name) => container?.[name] !== undefined).map((name) => [name, kind]));
  const kinds = { image: "text or object" as const, ...set(LISTS, "list"), ...set(RECORDS, "object") };
  expectShape(scope, container, { ...kinds, ...set(["healthCheck"], "object") }, "container");

  const { environment = {}, secrets = {}, mounts = {}, healthCheck } = container;
  expectEach(scope, environment, "text", "environment");
  expectEach(scope, secrets, "object", "secrets");
  expectEach(scope, mounts, "object", "mounts");
  if (healthCheck !== undefined) expectShape(scope, healthCheck, { command: "list" }, "healthCheck");
}

function expectEach<Kind extends "text" | "object">(
  scope: IConstruct,
  record: Readonly<Record<string, unknown>>,
  kind: Kind,
  subject: string,
): void {
  if (Token.isUnresolved(record)) return;
  expectShape(scope, record, Object.fromEntries(Object.keys(record).map((name) => [name, kind])), subject);
}
