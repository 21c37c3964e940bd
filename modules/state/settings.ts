import { Token } from "cdktf";
import { finding, type Finding } from "../errors";

/** Terraform reads its state before anything else: unlike elsewhere, a value that is not known yet is an error here. */
export function unknownSettings(props: object): Finding[] {
  const unknown = Object.entries(props).filter(([, value]) =>
    Array.isArray(value) ? value.some((each) => Token.isUnresolved(each)) : Token.isUnresolved(value),
  );
  return unknown.map(([name]) => finding("FY906", `a Terraform token as ${name}`));
}
