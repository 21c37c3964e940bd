import { Token } from "cdktf";
import { fault, type Fault, problems } from "../errors";

/** Terraform reads its state before anything else: unlike elsewhere, a value that is not known yet is an error here. */
export function unknownSettings(props: object): Fault[] {
  const unknown = Object.entries(props).filter(([, value]) =>
    Array.isArray(value) ? value.some((each) => Token.isUnresolved(each)) : Token.isUnresolved(value),
  );
  return unknown.map(([name]) => fault(problems.stateUnknown, `a Terraform token as ${name}`));
}
