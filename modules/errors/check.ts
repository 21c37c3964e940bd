import { TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { Fault, Problem } from "./fault";
import { problemAt } from "./fault";
import { withoutEchoes } from "./echoes";
import { FrontyardError } from "./frontyard-error";

interface Check {
  readonly scope: IConstruct;
  readonly faults: () => readonly Fault[];
}

/** The checks of each construct tree, by its root. */
const ledgers = new WeakMap<IConstruct, Check[]>();
const judges = new WeakMap<IConstruct, () => readonly Problem[]>();
const guarded = new WeakSet<IConstruct>();
/** Trees that are being judged: a judge has a stack written out, which comes by its gate. */
const underJudgement = new WeakSet<IConstruct>();

/**
 * Registers a check on a construct. It runs when the tree is complete, so it also sees what was connected later; a
 * constructor goes on after bad input, which lets one error name the problems of all constructs.
 */
export function addCheck(scope: IConstruct, faults: () => readonly Fault[]): void {
  const { root } = scope.node;
  const ledger = ledgers.get(root);
  if (ledger) ledger.push({ scope, faults });
  else ledgers.set(root, [{ scope, faults }]);
  guardOnce(scope);
}

/**
 * Registers a judge of a whole stack. It looks at what the stack would be written as, so it is heard only when every
 * check has passed.
 */
export function judgeLast(stack: TerraformStack, judge: () => readonly Problem[]): void {
  judges.set(stack, judge);
}

/** Throws a `FrontyardError` with every problem at or below `scope`; returns if there is none. */
export function assertSound(scope: IConstruct): void {
  const { root } = scope.node;
  if (underJudgement.has(root)) return;
  underJudgement.add(root);
  try {
    const checked = checkedProblems(scope);
    const problems = checked.length > 0 ? checked : judgedProblems(scope);
    if (problems.length > 0) throw new FrontyardError(problems);
  } finally {
    underJudgement.delete(root);
  }
}

function checkedProblems(scope: IConstruct): Problem[] {
  const within = `${scope.node.path}/`;
  const problems = (ledgers.get(scope.node.root) ?? [])
    .filter((entry) => scope.node.path === "" || `${entry.scope.node.path}/`.startsWith(within))
    .flatMap((entry) => entry.faults().map((one) => problemAt(entry.scope.node.path, one)));
  return withoutEchoes(problems);
}

function judgedProblems(scope: IConstruct): Problem[] {
  const stacks = scope.node.findAll().filter((node) => TerraformStack.isStack(node));
  return stacks.flatMap((stack) => judges.get(stack)?.() ?? []);
}

/** One gate a stack, made with its first check. */
function guardOnce(scope: IConstruct): void {
  const stack = TerraformStack.of(scope);
  if (guarded.has(stack)) return;
  guarded.add(stack);
  new Gate(stack, "FrontyardChecks");
}

/**
 * An element that adds nothing to the output. CDKTF asks every element of every stack for its Terraform before it
 * writes the first file, with validations on or off, and `Testing.synth` asks as well: none gets past this. The gate
 * of the first stack answers for the whole app.
 */
class Gate extends TerraformElement {
  public override toTerraform(): object {
    assertSound(isFirst(this) ? this.node.root : this.cdktfStack);
    return {};
  }

  public override toHclTerraform(): object {
    return this.toTerraform();
  }
}

function isFirst(gate: Gate): boolean {
  const stacks = gate.node.root.node.children;
  return stacks.find((stack) => guarded.has(stack)) === gate.cdktfStack;
}
