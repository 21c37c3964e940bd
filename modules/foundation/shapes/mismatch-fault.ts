import { fault, type Fault, problems } from "../../errors";
import type { Mismatch } from "./mismatches";
import { guess } from "./nearest";
import { kindOf, wording, type Types } from "./wording";

const LONGEST = 60;

/** Nothing can be made of such a value, so nobody waits for what else is wrong. */
export function isFatal({ kind, shape, value }: Mismatch): boolean {
  const isScalar = shape === "number" || shape === "flag";
  if (kind === "missing") return !isScalar;
  const isOdd = value === null || typeof value === "object" || typeof value === "function";
  return kind === "wrong" && (!isScalar || isOdd);
}

/** A mismatch in the words of whoever gave the value. */
export function faultOf(mismatch: Mismatch, subject: string, types: Types): Fault {
  const name = mismatch.path.at(-1) ?? subject;
  const full = [subject, ...mismatch.path].filter((part) => part !== "").join(".");
  const where = subject === "props" && mismatch.path.length > 0 ? mismatch.path.join(".") : full;
  if (mismatch.kind === "unknown") return unknownProp(mismatch, where, name);
  const echoes = { prop: name, value: mismatch.value };
  const belongs = wording(mismatch.shape, types, name);
  if (mismatch.kind === "empty") {
    const told = `${full} must not be empty, got "": omit it or give it a value`;
    return { ...fault(problems.emptyProp, '""', full), told, echoes };
  }
  const hint = mismatch.kind === "choice" ? guess(mismatch.value, choicesIn(mismatch)) : "";
  const given = `${kindOf(mismatch.value)} where ${belongs} belongs`;
  const told = `${full} ${mismatch.kind === "missing" ? "is required and must" : "must"} be ${belongs}, got ${shown(mismatch)}`;
  const code = mismatch.kind === "choice" ? problems.unknownValue : problems.wrongType;
  return { ...fault(code, given, full), told, hint, echoes };
}

function unknownProp({ names = [], value }: Mismatch, where: string, name: string): Fault {
  const hint = guess(name, names);
  const allowed = names.length === 0 ? "None is allowed." : `Allowed: ${names.join(", ")}.`;
  const told = `unknown prop ${where}. ${hint || allowed}`;
  // A secret under a name that there is not is told as a secret.
  return { ...fault(problems.unknownProp, where, where), told, echoes: { prop: name, value } };
}

function choicesIn({ shape }: Mismatch): readonly (string | number)[] {
  if (typeof shape !== "object") return [];
  const shapes = "anyOf" in shape ? shape.anyOf : [shape];
  return shapes.flatMap((one) => (typeof one === "object" && "oneOf" in one ? one.oneOf : []));
}

/** Text may be a secret that stands in the wrong place: it is quoted where only a number or a word belongs. */
function shown({ value, kind, shape }: Mismatch): string {
  const mayQuote = kind === "choice" || shape === "number" || shape === "flag";
  if (typeof value === "string") return mayQuote && value.length <= LONGEST ? JSON.stringify(value) : "text";
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  return typeof value === "function" ? "a function" : String(value);
}
