import type { Code } from "./codes";
import { finding, problemAt } from "./finding";
import { FrontyardError } from "./frontyard-error";

/** Stops with one problem, where there is nothing yet that a check could stand on. */
export function refuse(path: string, code: Code, given: unknown): never {
  throw new FrontyardError([problemAt(path, finding(code, given))]);
}
