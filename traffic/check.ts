import { landscape, type Landscape } from "./model";
import { rules, type Fault, type Rule, type RuleId, type Severity } from "./rules";
import { readTerraform, type Terraform } from "./terraform";
import { waive, waiversIn, type Waiver } from "./waivers";

/** A breach of a rule, with everything that a reader needs to mend it. */
export interface Finding {
  readonly code: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly address: string;
  /** Where it was made in code, if CDKTF wrote it. */
  readonly constructPath?: string;
  /** Subject, what holds for it, and what there is instead: `SUBJECT ALLOWED, got GOT`. */
  readonly subject: string;
  readonly allowed: string;
  readonly got: string;
  readonly fix: string;
  readonly page: string;
}

export interface WaivedFinding extends Finding {
  readonly reason: string;
}

/** What the rules say about one file. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** Waivers that no finding needs. */
  readonly unusedWaivers: readonly Waiver[];
}

/**
 * Reads one file of Terraform JSON and judges it; throws an `Error` in one sentence if it can't be read. With `others`
 * whose states it reads it is judged together.
 */
export function check(
  json: string,
  waivers: readonly Waiver[] = [],
  others: readonly string[] = [],
): Verdict {
  return judge(readTerraform(json, others), waivers);
}

/**
 * Judges what was read, worst first; waivers in the file count as well. What another file that stands among it has on
 * its own is left to that file. `seen` is the landscape of what was read, where somebody has it already. Pure.
 */
export function judge(
  terraform: Terraform,
  waivers: readonly Waiver[] = [],
  seen: Landscape = landscape(terraform),
): Verdict {
  const { others = [] } = terraform;
  const elsewhere = new Set(others.flatMap((other) => findingsIn(landscape(other)).map(nameOf)));
  const found = findingsIn(seen).filter((one) => !elsewhere.has(nameOf(one)));
  const theirs = others.flatMap((other) => waiversIn(other.waivers));
  const all = [...waiversIn(terraform.waivers), ...waivers, ...theirs];
  const { findings, waived, unused } = waive(found, all);
  return { findings, waived, unusedWaivers: unused.filter((one) => !theirs.includes(one)) };
}

function nameOf({ code, address, got }: Finding): string {
  return [code, address, got].join("\n");
}

/** True if a verdict lets a stack pass: notes and waived findings don't count. */
export function isSound({ findings }: Pick<Verdict, "findings">): boolean {
  return findings.every(({ severity }) => severity === "note");
}

function findingsIn(of: Landscape): Finding[] {
  const found = (Object.entries(rules) as [RuleId, Rule][]).flatMap(([id, rule]) =>
    unique(rule.judge(of)).map((fault) => findingOf(id, rule, fault)),
  );
  return found.sort((one, other) => rank(one) - rank(other));
}

/** Several ways of requests may lead to the same fault. */
function unique(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.part.address}\n${fault.got}`, fault])).values()];
}

function findingOf(id: RuleId, rule: Rule, { part, got, severity, fix }: Fault): Finding {
  return {
    code: rule.code,
    rule: id,
    severity: severity ?? rule.severity,
    address: part.address,
    ...(part.constructPath === undefined ? {} : { constructPath: part.constructPath }),
    subject: rule.subject,
    allowed: rule.allowed,
    got,
    fix: fix ?? rule.fix,
    page: rule.page,
  };
}

function rank({ severity }: Finding): number {
  return { error: 0, warning: 1, note: 2 }[severity];
}
