import { UNKNOWN, type Reference } from "./value";

/** `${aws_subnet.a.id}`, `${aws_subnet.a[0].id}`, `${aws_subnet.a[*].id}`, and nothing else. */
const WHOLE_REFERENCE =
  /^\$\{((?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][A-Za-z0-9_-]*)(\[\d+\]|\["[^"\]]*"\])?\.([a-z0-9_]+)\}$/;
const NOT_A_RESOURCE = /^(var|local|module|each|count|self|path|terraform)\./;
const OPENING = /[$%]\{/;
const MENTION = /(?<![\w.-])((?:data\.)?aws_[a-z0-9_]+\.[A-Za-z_][A-Za-z0-9_-]*)(?=[.[])/g;

/** A text as Terraform takes it: as it stands, a reference, or unknown if it holds another template. */
export function valueOfText(text: string): string | Reference | typeof UNKNOWN {
  if (!OPENING.test(text)) return text;
  const [, address, , attribute] = WHOLE_REFERENCE.exec(text) ?? [];
  if (address !== undefined && attribute !== undefined && !NOT_A_RESOURCE.test(address))
    return { refersTo: [address], attribute };
  return OPENING.test(text.replace(/([$%])\1\{/g, "")) ? UNKNOWN : text.replace(/([$%])\1\{/g, "$1{");
}

/** Addresses of all AWS resources that a text mentions in its templates. */
export function mentionsIn(text: string): string[] {
  return OPENING.test(text) ? [...text.matchAll(MENTION)].map(([, address = ""]) => address) : [];
}
