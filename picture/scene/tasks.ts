import { UNKNOWN, type Service } from "../../traffic/model";
import { isObject, type Value } from "../../traffic/terraform";
import type { TaskPlace, Tasks } from "./scene";
import { counted } from "./wording";

/** A variable that says how many tasks there are unless somebody sets it. */
export interface DefaultCount {
  readonly variable: string;
  readonly count: number;
}

/** By the service's address. */
export type DefaultCounts = ReadonlyMap<string, DefaultCount>;

const WHOLE_VARIABLE = /^\$\{var\.([A-Za-z0-9_-]+)\}$/;

/** Defaults of the variables that services in synthesized JSON take their count from; a plan has the count itself. */
export function defaultCounts(document: Value): DefaultCounts {
  const services = member(member(document, "resource"), "aws_ecs_service");
  const found = Object.entries(isObject(services) ? services : {}).flatMap(([name, body]) => {
    const written = member(body, "desired_count");
    const [, variable] = typeof written === "string" ? (WHOLE_VARIABLE.exec(written) ?? []) : [];
    const count = member(member(member(document, "variable"), variable ?? ""), "default");
    return variable !== undefined && typeof count === "number"
      ? [[`aws_ecs_service.${name}`, { variable, count }] as const]
      : [];
  });
  return new Map(found);
}

/** How many tasks run, and where: ECS spreads them over the zones as evenly as it goes. */
export function tasksOf(
  service: Service,
  zones: readonly number[] | undefined,
  defaults: DefaultCounts,
): Tasks {
  const { desiredCount, scaling } = service;
  const fallback = desiredCount === UNKNOWN ? defaults.get(service.address) : undefined;
  const count = desiredCount === UNKNOWN ? fallback?.count : desiredCount;
  const scales = scaling === undefined ? "" : `, scales ${range(scaling)}`;
  return {
    total: `${totalOf(count, fallback)}${scales}`,
    isDefault: fallback !== undefined,
    places:
      zones === undefined
        ? [place(undefined, count, 1)]
        : zones.map((zone) => place(zone, count, zones.length)),
  };
}

function totalOf(count: number | undefined, fallback: DefaultCount | undefined): string {
  if (count === undefined) return "? tasks";
  return fallback === undefined
    ? counted(count, "task")
    : `${counted(count, "task")} by default (${fallback.variable})`;
}

function range({ least, most }: NonNullable<Service["scaling"]>): string {
  const [from, to] = [least, most].map((one) => (one === UNKNOWN ? "?" : String(one)));
  return `${from} to ${to}`;
}

function place(zone: number | undefined, count: number | undefined, zones: number): TaskPlace {
  if (count === undefined) return { zone, says: "? tasks", count: undefined };
  const [least, most] = [Math.floor(count / zones), Math.ceil(count / zones)];
  if (most === 0) return { zone, says: "no task", count: 0 };
  return {
    zone,
    says: least === most ? counted(most, "task") : `${least} to ${counted(most, "task")}`,
    count: least,
  };
}

function member(value: Value, name: string): Value {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
