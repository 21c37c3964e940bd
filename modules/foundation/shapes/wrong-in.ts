import { Token } from "cdktf";
import { mismatchesIn, type Mismatch } from "./mismatches";
import { faultOf } from "./mismatch-fault";
import type { Shapes } from "./shape";

/** What is wrong with one value of data. */
export interface Wrong {
  readonly kind: Mismatch["kind"];
  /** From the top of the data, such as `network.nat`. */
  readonly path: string;
  readonly sentence: string;
}

/** Everything in data, such as a file of settings, that its type does not allow. */
export function wrongIn(data: unknown, type: string, shapes: Shapes): Wrong[] {
  const mismatches = mismatchesIn(data, { shape: { type } }, [], {
    shapes,
    isToken: (value) => Token.isUnresolved(value),
  });
  return mismatches.map((mismatch) => {
    const { told = "", hint } = faultOf(mismatch, "", shapes.types);
    const sentence = hint ? `${told}. ${hint}` : told;
    return { kind: mismatch.kind, path: mismatch.path.join("."), sentence };
  });
}
