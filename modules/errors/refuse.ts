import { fault, problemAt } from "./fault";
import { FrontyardError } from "./frontyard-error";
import { codes, type Code, type ProblemKind } from "./problems";

/** Stops with one problem, where there is nothing yet that a check could be registered on. */
export function refuse(path: string, kind: ProblemKind | Code, given: unknown): never {
  throw new FrontyardError([problemAt(path, fault(typeof kind === "string" ? codes[kind] : kind, given))]);
}
