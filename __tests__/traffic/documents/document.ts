import { check, type Finding, type Waiver } from "../../../traffic";

export type Body = Record<string, unknown>;

/** Terraform JSON that a test takes apart: resources by type and name. */
export class Document {
  public readonly resource: Record<string, Record<string, Body>> = {};
  public readonly rest: Body = {};

  public add(address: string, body: Body): this {
    const [type, name] = parts(address);
    (this.resource[type] ??= {})[name] = body;
    return this;
  }

  /** Attributes of a resource, to be changed in place. */
  public at(address: string): Body {
    const [type, name] = parts(address);
    const body = this.resource[type]?.[name];
    if (body === undefined) throw new Error(`the document has no ${address}`);
    return body;
  }

  /** A block that stands once in a resource, to be changed in place. */
  public block(address: string, name: string): Body {
    const found = this.at(address)[name];
    return (Array.isArray(found) ? found[0] : found) as Body;
  }

  /** Takes a resource away, and the mentions of it in `depends_on`. */
  public remove(address: string): this {
    this.at(address);
    const [type, name] = parts(address);
    delete this.resource[type]?.[name];
    return this.forget(address);
  }

  /** Takes the mentions of a resource out of `depends_on`, everywhere or in one resource. */
  public forget(address: string, from?: string): this {
    const bodies =
      from === undefined ? Object.values(this.resource).flatMap(Object.values<Body>) : [this.at(from)];
    for (const body of bodies)
      if (Array.isArray(body.depends_on)) body.depends_on = body.depends_on.filter((one) => one !== address);
    return this;
  }

  public get json(): string {
    return JSON.stringify({ resource: this.resource, ...this.rest });
  }

  public findings(waivers: readonly Waiver[] = []): readonly Finding[] {
    return check(this.json, waivers).findings;
  }

  /** Findings as a test compares them: `FY501 aws_lb.door`. */
  public told(): string[] {
    return this.findings().map(({ code, address }) => `${code} ${address}`);
  }
}

export function ref(address: string, attribute = "id"): string {
  return `\${${address}.${attribute}}`;
}

function parts(address: string): [string, string] {
  const [type = "", name = ""] = address.split(".");
  return [type, name];
}
