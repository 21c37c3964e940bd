import type { Fault } from "../../errors";
import { inRange, limits, matching, problems, requireThat } from "../../errors";
import type { TargetGroup } from "../target-group";
import type { KnownConditions } from "./conditions";

/** A share of the requests: that of its weight in the sum of all weights. */
export interface WeightedTargets {
  readonly targetGroup: TargetGroup;
  /** 0 to 999; 0 gets nothing. */
  readonly weight: number;
}

/** One target group, or up to 5 with weights. */
export type Forward = TargetGroup | readonly WeightedTargets[];

/** Where a client is sent. What is left out stays as the request had it; at least one part changes. */
export interface Redirect {
  /** @default as the request had it, like the other parts */
  readonly protocol?: "HTTP" | "HTTPS";
  /** Host name; `#{host}` stands for the one that was asked. */
  readonly host?: string;
  /** 1 to 65535. */
  readonly port?: number;
  /** Starts with a slash; `#{path}` stands for the path that was asked, without its slash. */
  readonly path?: string;
  /**
   * Without a question mark; `#{query}` stands for what was asked, "" for none.
   * @mayBeEmpty
   */
  readonly query?: string;
  /**
   * Whether browsers may remember it: 301, else 302.
   * @default true
   */
  readonly permanent?: boolean;
}

/** An answer of the load balancer itself. */
export interface FixedResponse {
  /** 200 to 299, or 400 to 599. */
  readonly statusCode: number;
  /**
   * Up to 1024 bytes.
   * @default no body
   * @mayBeEmpty
   */
  readonly body?: string;
  /** @default "text/plain" */
  readonly contentType?: (typeof CONTENT_TYPES)[number];
}

/** What happens to a request: one of three. */
export interface Outcome {
  readonly forwardTo?: Forward | undefined;
  readonly stickinessSec?: number | undefined;
  readonly redirectTo?: Redirect | undefined;
  readonly respond?: FixedResponse | undefined;
}

/** An outcome as far as it is known: undefined stands for a Terraform token. */
export interface KnownOutcome {
  readonly stickinessSec?: number | undefined;
  readonly redirectTo?: Partial<Redirect> | undefined;
  readonly respond?: Partial<FixedResponse> | undefined;
}

export const CONTENT_TYPES = [
  "text/plain",
  "text/css",
  "text/html",
  "application/javascript",
  "application/json",
] as const;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const MOST_TARGETS = 5;
const MOST_BODY_BYTES = 1024;
const HOST = /^[^\s/:?]{1,128}$/;
const PATH = /^\/[^\s?]{0,127}$/;
const QUERY = /^[^\s?]{0,128}$/;
const PROTOCOLS = ["HTTP", "HTTPS"];

/** Longest that a load balancer remembers where it sent somebody: a week. */
export const LONGEST_STICKINESS_SEC = 604_800;

/** The groups of an outcome, each with its weight; a group alone has none. */
export function targetsOf(forward: Forward | undefined): { targetGroup: TargetGroup; weight?: number }[] {
  if (forward === undefined) return [];
  return isSeveral(forward) ? [...forward] : [{ targetGroup: forward }];
}

export function isSeveral(forward: Forward): forward is readonly WeightedTargets[] {
  return Array.isArray(forward);
}

/** What is wrong with where requests go, by what was given and by what of it is known. */
export function outcomeFaults(given: Outcome, known: KnownOutcome, isRequired: boolean): Fault[] {
  const ends = [given.forwardTo, given.redirectTo, given.respond].filter((end) => end !== undefined).length;
  const isSplit = given.forwardTo !== undefined && isSeveral(given.forwardTo);
  return [
    ...requireThat(ends === 1 || (ends === 0 && !isRequired), problems.routeOutcome, `${ends} of them`),
    ...requireThat(
      given.stickinessSec === undefined || isSplit,
      limits.forwardStickiness,
      "no target groups with weights",
    ),
    ...inRange(limits.forwardStickiness, known.stickinessSec),
    ...(given.redirectTo === undefined ? [] : redirectFaults(given.redirectTo, known.redirectTo ?? {})),
    ...(given.respond === undefined ? [] : responseFaults(known.respond ?? {})),
  ];
}

/** `weights` are those of an outcome's groups; undefined is a Terraform token. */
export function weightFaults(groups: readonly unknown[], weights: readonly (number | undefined)[]): Fault[] {
  const isKnown = weights.every((weight) => weight !== undefined);
  return [
    ...requireThat(
      groups.length >= 1 && groups.length <= MOST_TARGETS,
      problems.forwardToCount,
      `${groups.length} of them`,
    ),
    ...requireThat(new Set(groups).size === groups.length, problems.forwardToCount, "one of them twice"),
    ...weights.flatMap((weight) => inRange(limits.targetGroupWeight, weight)),
    ...requireThat(
      !isKnown || groups.length === 0 || weights.some((weight) => weight !== 0),
      problems.weightsAllZero,
      "0 for each",
    ),
  ];
}

/** What stands for a part as the request had it. */
const SAME: Readonly<Record<"protocol" | "host" | "port" | "path" | "query", unknown>> = {
  protocol: "#{protocol}",
  host: "#{host}",
  port: "#{port}",
  path: "/#{path}",
  query: "#{query}",
};

function redirectFaults(given: Redirect, known: Partial<Redirect>): Fault[] {
  const { protocol, host, port, path, query } = known;
  const parts = ["protocol", "host", "port", "path"] as const;
  const changes = parts.some((name) => given[name] !== undefined && given[name] !== SAME[name]);
  return [
    ...requireThat(changes, problems.redirectToItself, "none"),
    ...requireThat(
      protocol === undefined || PROTOCOLS.includes(protocol),
      problems.redirectPart,
      protocol,
      "redirectTo.protocol",
    ),
    ...matching(problems.redirectPart, host, HOST, "redirectTo.host"),
    ...inRange({ ...problems.redirectPart, from: 1, to: 65535 }, port, "redirectTo.port"),
    ...matching(problems.redirectPart, path, PATH, "redirectTo.path"),
    ...matching(problems.redirectPart, query, QUERY, "redirectTo.query"),
  ];
}

/**
 * A route that names the very address that it redirects to takes it again, for ever. Patterns are not judged: another
 * route may stand before this one for what it redirects to.
 */
export function loopFaults(conditions: KnownConditions, given: Redirect, known: Partial<Redirect>): Fault[] {
  const stays = (name: keyof typeof SAME): boolean => given[name] === undefined || given[name] === SAME[name];
  const { host, path } = known;
  const names = conditions.hosts?.map((name) => name?.toLowerCase()) ?? [];
  const loops =
    !(stays("host") && stays("path")) &&
    (stays("host") || (host !== undefined && names.includes(host.toLowerCase()))) &&
    (stays("path") || (path !== undefined && conditions.paths?.includes(path) === true)) &&
    (stays("query") || conditions.query === undefined) &&
    stays("protocol") &&
    stays("port");
  return requireThat(
    !loops,
    problems.redirectToItself,
    `${host ?? ""}${path ?? ""}, which the route takes itself`,
  );
}

function responseFaults({ statusCode, body, contentType }: Partial<FixedResponse>): Fault[] {
  const isCode = statusCode === undefined || /^[245]\d\d$/.test(String(statusCode));
  const bytes = Buffer.byteLength(body ?? "");
  return [
    ...requireThat(isCode, problems.responseStatusCode, statusCode),
    ...requireThat(
      contentType === undefined || CONTENT_TYPES.includes(contentType),
      problems.responseContentType,
      contentType,
    ),
    ...requireThat(bytes <= MOST_BODY_BYTES, problems.responseBodyTooLong, `${bytes} bytes`),
  ];
}
