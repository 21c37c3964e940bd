import { fitsGlob } from "./model";

/** Somebody's decision to live with a finding. */
export interface Waiver {
  /** Code or id of the rule: `FY533` or `tasks-with-public-addresses`. */
  readonly rule: string;
  /** Terraform address or construct path; `*` stands for any text. */
  readonly address: string;
  /**
   * What was found there, as it stands after `got`; `*` stands for any text.
   * @default whatever the rule finds there
   */
  readonly got?: string;
  /** Why; it is printed whenever the finding is. */
  readonly reason: string;
}

interface Waivable {
  readonly code: string;
  readonly rule: string;
  readonly address: string;
  readonly got: string;
  readonly constructPath?: string;
}

export interface Sorted<F> {
  readonly findings: readonly F[];
  readonly waived: readonly (F & { readonly reason: string })[];
  readonly unused: readonly Waiver[];
}

/** Parts findings into those that stand and those that somebody waived. */
export function waive<F extends Waivable>(found: readonly F[], waivers: readonly Waiver[]): Sorted<F> {
  const matched = found.map((finding) => ({ finding, waiver: waivers.find((one) => covers(one, finding)) }));
  const used = new Set(matched.map(({ waiver }) => waiver));
  return {
    findings: matched.filter(({ waiver }) => waiver === undefined).map(({ finding }) => finding),
    waived: matched.flatMap(({ finding, waiver }) =>
      waiver === undefined ? [] : [{ ...finding, reason: waiver.reason }],
    ),
    unused: waivers.filter((one) => !used.has(one)),
  };
}

/** Waivers as they stand in a file; undefined is none. Throws an `Error` in one sentence that names the first bad one. */
export function waiversIn(list: unknown): Waiver[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new Error("has waivers that are not a list");
  return list.map((one: unknown, position) => {
    if (isWaiver(one)) return one;
    throw new Error(
      `waiver ${position + 1} needs "rule", "address" and "reason", each a text that is not empty, as "got" is if given`,
    );
  });
}

/**
 * Waivers written as JSON: a list of `{ "rule", "address", "reason" }`. Throws an `Error` in one sentence that names the
 * first that is not one.
 */
export function readWaivers(json: string): Waiver[] {
  const list = parse(json);
  if (!Array.isArray(list)) throw new Error("is not a list of waivers");
  return waiversIn(list);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`is not JSON: ${(error as Error).message}`);
  }
}

function isWaiver(value: unknown): value is Waiver {
  if (typeof value !== "object" || value === null) return false;
  const { rule, address, reason, got = "*" } = value as Partial<Record<keyof Waiver, unknown>>;
  return [rule, address, reason, got].every((one) => typeof one === "string" && one.trim() !== "");
}

function covers(waiver: Waiver, { code, rule, address, got, constructPath }: Waivable): boolean {
  if (waiver.rule !== code && waiver.rule !== rule) return false;
  if (!fitsGlob(waiver.got ?? "*", got)) return false;
  return (
    fitsGlob(waiver.address, address) ||
    (constructPath !== undefined && fitsGlob(waiver.address, constructPath))
  );
}
