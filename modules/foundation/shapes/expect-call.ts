import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import {
  addCheck,
  fault,
  type Fault,
  FrontyardError,
  problemAt,
  problems,
  withoutEchoes,
} from "../../errors";
import { mismatchesIn, type Mismatch } from "./mismatches";
import { faultOf, isFatal as stopsAt } from "./mismatch-fault";
import type { Known, Shapes } from "./shape";
import { isData, isTooDeep, MOST_LEVELS } from "./too-deep";
import table from "./shapes.json";

const shapes = table as unknown as Shapes;

/** What was wrong with what a value was made of, until a construct takes the value. */
const madeOf = new WeakMap<object, readonly Fault[]>();

/**
 * Holds the arguments of a constructor, method or function against its TypeScript types, which are not there when the
 * program runs: JavaScript, a cast or an environment variable that is not set come by them, and nobody but these types
 * knows that `helthCheck` is no prop. Throws if nothing can be made of the arguments; else what is wrong is told with
 * everything else.
 */
export function expectCall(
  scope: IConstruct,
  call: string,
  given: Readonly<Record<string, unknown>>,
  mayHaveMore = false,
): void {
  expectReadable(scope.node.path, call, given);
  const { isFatal, findings } = judged(call, given, mayHaveMore);
  const all = [...findings, ...Object.values(given).flatMap(inherited)];
  if (all.length === 0) return;
  if (isFatal) throw refusal(scope.node.path, all);
  addCheck(scope, () => all);
}

/** The props of a constructor. */
export function expectProps(scope: IConstruct, construct: string, props: unknown): void {
  expectCall(scope, construct, { props }, isDerived(scope));
}

/** The same for a function, which stands nowhere: what is wrong with it is told by the construct that takes its value. */
export function expectArguments<T extends object>(
  call: string,
  given: Readonly<Record<string, unknown>>,
  make: () => T,
): T {
  expectReadable(call, call, given);
  const { isFatal, findings } = judged(call, given, false);
  if (isFatal) throw refusal(call, findings);
  const made = make();
  const all = [...findings, ...Object.values(given).flatMap(inherited)];
  if (all.length > 0) madeOf.set(made, all);
  return made;
}

/** What is nested without end would end every reader with an error of JavaScript's call stack. */
function expectReadable(path: string, call: string, given: Readonly<Record<string, unknown>>): void {
  const deep = Object.keys(given).filter((name) => isTooDeep(given[name]));
  if (deep.length === 0) return;
  const told = `more than ${MOST_LEVELS} levels`;
  throw refusal(
    path,
    deep.map((name) => fault(problems.nestedTooDeep, told, name === "props" ? propsOf(call) : name)),
  );
}

function refusal(path: string, findings: readonly Fault[]): FrontyardError {
  return new FrontyardError(withoutEchoes(findings.map((one) => problemAt(path, one))));
}

function judged(call: string, given: Readonly<Record<string, unknown>>, mayHaveMore: boolean) {
  const parameters = shapes.calls[call];
  if (parameters === undefined) throw new Error(`${call} has no entry in shapes.json: run npm run docs`);
  const told = parameters
    .filter(({ name }) => Object.hasOwn(given, name))
    .flatMap((known) => {
      const mismatches = mismatchesIn(given[known.name], known, [], {
        ...{ shapes, mayHaveMore },
        isToken: (value) => Token.isUnresolved(value),
      });
      return mismatches.map((mismatch) => ({
        isFatal: stopsAt(mismatch) || (known.name === "id" && mismatch.kind === "empty"),
        finding: worded(call, known, mismatch),
      }));
    });
  return { isFatal: told.some((one) => one.isFatal), findings: told.map(({ finding }) => finding) };
}

function worded(call: string, { name }: Known & { readonly name: string }, mismatch: Mismatch): Fault {
  const subject = name === "props" ? propsOf(call) : `${call.split(".").at(-1)}(${name})`;
  return faultOf(mismatch, subject, shapes.types);
}

/** Props of a function go by its name, those of the three kinds of state by what they are. */
function propsOf(call: string): string {
  if (/^[A-Z]/.test(call)) return "props";
  return call.endsWith("State") ? "state" : call;
}

/** Problems that values brought along, at any depth of plain data. */
function inherited(value: unknown): readonly Fault[] {
  if (typeof value !== "object" || value === null || Token.isUnresolved(value)) return [];
  const own = madeOf.get(value) ?? [];
  return isData(value) ? [...own, ...Object.values(value).flatMap(inherited)] : own;
}

/** A class of somebody else that is built on one of ours may take props of its own. */
function isDerived(scope: IConstruct): boolean {
  const parent = Object.getPrototypeOf(scope.constructor) as { name?: string } | null;
  return parent?.name !== "Construct" && parent?.name !== "TerraformStack";
}
