import { Token } from "cdktf";
import { faultsIn, type Fault } from "./faults";
import { faultFinding } from "./findings";
import type { Shapes } from "./shape";

/** What is wrong with one value of data. */
export interface Wrong {
  readonly kind: Fault["kind"];
  /** From the top of the data, such as `network.nat`. */
  readonly path: string;
  readonly sentence: string;
}

/** Everything in data, such as a file of settings, that its type does not allow. */
export function wrongIn(data: unknown, type: string, shapes: Shapes): Wrong[] {
  const faults = faultsIn(data, { shape: { type } }, [], {
    shapes,
    isToken: (value) => Token.isUnresolved(value),
  });
  return faults.map((fault) => {
    const { told = "", hint } = faultFinding(fault, "", shapes.types);
    const sentence = hint ? `${told}. ${hint}` : told;
    return { kind: fault.kind, path: fault.path.join("."), sentence };
  });
}
