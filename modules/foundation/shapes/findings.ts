import { finding, type Finding } from "../../errors";
import type { Fault } from "./faults";
import { guess } from "./nearest";
import { kindOf, wording, type Types } from "./wording";

const LONGEST = 60;

/** Nothing can be made of such a value, so nobody waits for what else is wrong. */
export function isFatal({ kind, shape, value }: Fault): boolean {
  const isScalar = shape === "number" || shape === "flag";
  if (kind === "missing") return !isScalar;
  const isOdd = value === null || typeof value === "object" || typeof value === "function";
  return kind === "wrong" && (!isScalar || isOdd);
}

/** A fault in the words of whoever gave the value. */
export function faultFinding(fault: Fault, subject: string, types: Types): Finding {
  const name = fault.path.at(-1) ?? subject;
  const full = [subject, ...fault.path].filter((part) => part !== "").join(".");
  const where = subject === "props" && fault.path.length > 0 ? fault.path.join(".") : full;
  if (fault.kind === "unknown") return unknownProp(fault, where, name);
  const echoes = { prop: name, value: fault.value };
  const belongs = wording(fault.shape, types, name);
  if (fault.kind === "empty") {
    const told = `${full} must not be empty, got "": leave it out or give a value`;
    return { ...finding("FY029", '""', full), told, echoes };
  }
  const hint = fault.kind === "choice" ? guess(fault.value, choicesIn(fault)) : "";
  const given = `${kindOf(fault.value)} where ${belongs} belongs`;
  const told = `${full} ${fault.kind === "missing" ? "is required and must" : "must"} be ${belongs}, got ${shown(fault)}`;
  const code = fault.kind === "choice" ? "FY028" : "FY018";
  return { ...finding(code, given, full), told, hint, echoes };
}

function unknownProp({ names = [], value }: Fault, where: string, name: string): Finding {
  const hint = guess(name, names);
  const allowed = names.length === 0 ? "None is allowed." : `Allowed: ${names.join(", ")}.`;
  const told = `unknown prop ${where}. ${hint || allowed}`;
  // A secret under a name that there is not is told as a secret.
  return { ...finding("FY027", where, where), told, echoes: { prop: name, value } };
}

function choicesIn({ shape }: Fault): readonly (string | number)[] {
  if (typeof shape !== "object") return [];
  const shapes = "anyOf" in shape ? shape.anyOf : [shape];
  return shapes.flatMap((one) => (typeof one === "object" && "oneOf" in one ? one.oneOf : []));
}

/** Text may be a secret that stands in the wrong place: it is quoted where only a number or a word belongs. */
function shown({ value, kind, shape }: Fault): string {
  const mayQuote = kind === "choice" || shape === "number" || shape === "flag";
  if (typeof value === "string") return mayQuote && value.length <= LONGEST ? JSON.stringify(value) : "text";
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  return typeof value === "function" ? "a function" : String(value);
}
