import { createHash } from "node:crypto";
import { isWithin, type Condition } from "./conditions";
import { hasWildcard, shortestFit } from "./patterns";

/** A route as far as its place among the others goes. */
export interface Ranked {
  /** The construct id. */
  readonly id: string;
  readonly conditions: readonly Condition[];
  /** Given by hand; "token" is known to Terraform alone. */
  readonly priority?: number | "token" | undefined;
}

export interface Place {
  /** Undefined for a token. */
  readonly priority: number | undefined;
  /** Positions of earlier routes that hold numbers this one would have taken: they wait until it has moved on. */
  readonly passed: readonly number[];
}

/** Numbers below are never given out: they are for routes whose priority is written by hand. */
const FIRST = 100;

const LAST = 50_000;

/** Exact hosts, patterns, any host. */
const HOST_WEIGHTS = [3, 0, 4];
/** Exact paths, 5 levels of long patterns, patterns of 16 to 1 characters, any path. */
const PATH_WEIGHTS = [6, ...Array<number>(5).fill(0), ...Array<number>(16).fill(2), 6];
/** Two or more other conditions, one, none. */
const OTHER_WEIGHTS = [0, 1, 3];
const LEAST_NUMBERS = 100;
const NUMBERS_A_WEIGHT = 23;

interface Class {
  readonly start: number;
  readonly size: number;
}

const classes = layOut();

/**
 * The priority of each route, in the order of their declaration. Which class of numbers a route gets depends on its
 * conditions alone, which number in the class on its id alone; only if that is taken, or if a wider route of the same
 * class stands before it, it moves on. See docs/decisions/0021-priorities-from-the-route-itself.md.
 */
export function placesOf(routes: readonly Ranked[]): Place[] {
  const holders = new Map<number, number>();
  routes.forEach(({ priority }, position) => {
    if (typeof priority === "number" && !holders.has(priority)) holders.set(priority, position);
  });
  const placed: Placed[] = [];
  return routes.map((route, position): Place => {
    if (route.priority === "token") return { priority: undefined, passed: [] };
    if (route.priority !== undefined) return { priority: route.priority, passed: [] };
    const rank = rankOf(route.conditions);
    const neighbours = placed.filter((one) => one.rank === rank);
    const { priority, passed } = choose(
      route,
      classes[rank] ?? { start: FIRST, size: 1 },
      neighbours,
      holders,
    );
    holders.set(priority, position);
    placed.push({ rank, priority, conditions: route.conditions });
    return { priority, passed: passed.filter((one) => one < position) };
  });
}

interface Placed {
  readonly rank: number;
  readonly priority: number;
  readonly conditions: readonly Condition[];
}

/** The first free number from the route's own on, after every narrower route and before every wider one. */
function choose(
  { id, conditions }: Ranked,
  { start, size }: Class,
  neighbours: readonly Placed[],
  holders: ReadonlyMap<number, number>,
): { readonly priority: number; readonly passed: number[] } {
  const narrower = neighbours.filter((one) => isWithin(one.conditions, conditions));
  const wider = neighbours.filter((one) => isWithin(conditions, one.conditions) && !narrower.includes(one));
  const after = Math.max(0, ...narrower.map(({ priority }) => priority));
  const before = Math.min(LAST + 1, ...wider.map(({ priority }) => priority));
  const passed: number[] = [];
  for (const number of candidates(start, size, hashOf(id) % size, before)) {
    const holder = holders.get(number);
    if (number <= after || number >= before) continue;
    if (holder === undefined) return { priority: number, passed };
    passed.push(holder);
  }
  return { priority: firstFree(holders), passed };
}

/** With no room between a narrower and a wider route, any number will do: the listener's check reports what is hidden. */
function firstFree(holders: ReadonlyMap<number, number>): number {
  let number = FIRST;
  while (holders.has(number)) number += 1;
  return number;
}

/** All numbers of the class from the route's own on; if none will do, those before the wider route, then all behind. */
function* candidates(start: number, size: number, own: number, before: number): Generator<number> {
  for (let step = 0; step < size; step += 1) yield start + ((own + step) % size);
  if (before <= LAST) for (let number = before - 1; number > 0; number -= 1) yield number;
  for (let number = start + size; number <= LAST; number += 1) yield number;
}

/** The more specific, the lower: host first, then path, then how many other conditions there are. */
function rankOf(conditions: readonly Condition[]): number {
  const [host, path] = (["host", "path"] as const).map((kind) =>
    conditions.find((condition) => condition.kind === kind),
  );
  const others = conditions.filter(({ kind }) => kind !== "host" && kind !== "path").length;
  const otherLevel = Math.max(0, OTHER_WEIGHTS.length - 1 - others);
  const levels = PATH_WEIGHTS.length;
  return (hostLevel(host) * levels + pathLevel(path)) * OTHER_WEIGHTS.length + otherLevel;
}

function hostLevel(condition: Condition | undefined): number {
  if (condition === undefined) return 2;
  return isExact(condition) ? 0 : 1;
}

function pathLevel(condition: Condition | undefined): number {
  if (condition === undefined) return PATH_WEIGHTS.length - 1;
  if (isExact(condition)) return 0;
  const lengths = (condition.values ?? [undefined]).map((value) => shortestFit(value ?? ""));
  const length = Math.max(1, Math.min(...lengths));
  const long = [48, 32, 24, 20, 16].findIndex((bound) => length > bound);
  return long >= 0 ? long + 1 : 22 - length;
}

/** A value that is not known may be any pattern. */
function isExact({ values }: Condition): boolean {
  return values !== undefined && values.every((value) => value !== undefined && !hasWildcard(value));
}

function hashOf(id: string): number {
  return createHash("sha256").update(id).digest().readUInt32BE();
}

function layOut(): Class[] {
  let start = FIRST;
  const weights = HOST_WEIGHTS.flatMap((host) =>
    PATH_WEIGHTS.flatMap((path) => OTHER_WEIGHTS.map((other) => host * path * other)),
  );
  return weights.map((weight) => {
    const size = LEAST_NUMBERS + weight * NUMBERS_A_WEIGHT;
    start += size;
    return { start: start - size, size };
  });
}
