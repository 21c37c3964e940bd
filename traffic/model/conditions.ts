import { UNKNOWN, type Value, type Values } from "../terraform";
import { block, blocks, text, texts } from "./attributes";
import type { Known } from "./truth";

/** One thing that a request must have for a rule to take it: a value that fits one of these. */
export interface Condition {
  /** `path-pattern`, `host-header`, `http-request-method`, `source-ip`, `http-header X-Name`, `query-string`. */
  readonly field: string;
  readonly values: Known<readonly string[]>;
}

const PLAIN = ["path_pattern", "host_header", "http_request_method", "source_ip"] as const;

export function conditionsIn(value: Value): Known<readonly Condition[]> {
  const found = blocks(value);
  if (found === UNKNOWN) return UNKNOWN;
  const read = found.map(conditionsOf);
  return read.includes(UNKNOWN) ? UNKNOWN : read.flatMap((one) => (one === UNKNOWN ? [] : one));
}

function conditionsOf(values: Values): Known<readonly Condition[]> {
  const plain = PLAIN.flatMap((name): Condition[] => {
    const inner = block(values[name]);
    if (inner === undefined) return [];
    return [{ field: name.replaceAll("_", "-"), values: inner === UNKNOWN ? UNKNOWN : allOf(inner.values) }];
  });
  const header = block(values.http_header);
  const queries = blocks(values.query_string);
  if (header === UNKNOWN || queries === UNKNOWN) return UNKNOWN;
  return [...plain, ...(header === undefined ? [] : [headerCondition(header)]), ...queryConditions(queries)];
}

function headerCondition(header: Values): Condition {
  const name = text(header.http_header_name);
  const field = typeof name === "string" ? name.toLowerCase() : "";
  return { field: `http-header ${field}`, values: name === UNKNOWN ? UNKNOWN : allOf(header.values) };
}

/** Several pairs in one condition are alternatives. */
function queryConditions(queries: readonly Values[]): Condition[] {
  if (queries.length === 0) return [];
  const pairs = queries.map(({ key, value }) => [text(key) ?? "", text(value) ?? ""] as const);
  const isUnknown = pairs.some(([key, value]) => key === UNKNOWN || value === UNKNOWN);
  return [
    {
      field: "query-string",
      values: isUnknown ? UNKNOWN : pairs.map(([key, value]) => `${String(key)}=${String(value)}`),
    },
  ];
}

function allOf(value: Value): Known<readonly string[]> {
  const all = texts(value);
  return all.includes(UNKNOWN) ? UNKNOWN : all.flatMap((one) => (one === UNKNOWN ? [] : [one]));
}
