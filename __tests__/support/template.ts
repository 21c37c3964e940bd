/** Fills Terraform templates in, as far as our constructs write them: enough to see what ECS would be given. */
export function fill(template: string, variables: Readonly<Record<string, unknown>>): string {
  return new Template(template, variables).text(() => false);
}

const FUNCTIONS: Readonly<Record<string, (...values: never[]) => unknown>> = {
  jsonencode: (value: unknown) => JSON.stringify(value),
  jsondecode: (value: string) => JSON.parse(value) as unknown,
  join: (separator: string, values: readonly unknown[]) => values.join(separator),
  tostring: (value: unknown) => String(value),
  tonumber: (value: unknown) => Number(value),
};

class Template {
  private place = 0;

  public constructor(
    private readonly source: string,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  /** Text up to where `isEnd` holds, with its escapes undone and its expressions filled in. */
  public text(isEnd: () => boolean): string {
    let text = "";
    while (this.place < this.source.length && !isEnd()) text += this.piece();
    return text;
  }

  private piece(): string {
    if (this.take("$${")) return "${";
    if (this.take("%%{")) return "%{";
    if (!this.take("${")) return this.source[this.place++] ?? "";
    const value = this.expression();
    this.expect("}");
    return String(value);
  }

  private expression(): unknown {
    const left = this.primary();
    if (!this.take(" == ")) return left;
    const holds = left === this.primary();
    this.expect(" ? ");
    const yes = this.primary();
    this.expect(" : ");
    const no = this.primary();
    return holds ? yes : no;
  }

  private primary(): unknown {
    if (this.take('"')) return this.quoted();
    if (this.take("[")) return this.values("]");
    const name = /^[a-z_.0-9]+/.exec(this.source.slice(this.place))?.[0] ?? "";
    this.expect(name === "" ? "an expression" : name);
    if (name.startsWith("var.")) return this.variables[name.slice(4)];
    const known = FUNCTIONS[name];
    if (known === undefined) throw new Error(`no function ${name}`);
    this.expect("(");
    return known(...(this.values(")") as never[]));
  }

  /** A quoted text: backslash escapes are undone before templates are looked for in what is around them. */
  private quoted(): string {
    let text = "";
    while (!this.take('"')) {
      const escape = /^\\(u[0-9a-fA-F]{4}|.)/.exec(this.source.slice(this.place))?.[0];
      if (escape === undefined) text += this.piece();
      else {
        this.expect(escape);
        text += JSON.parse(`"${escape}"`) as string;
      }
    }
    return text;
  }

  private values(end: string): unknown[] {
    const values: unknown[] = [];
    while (!this.take(end)) {
      values.push(this.expression());
      if (!this.take(", ")) this.take(",");
    }
    return values;
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.place)) return false;
    this.place += text.length;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text))
      throw new Error(`expected ${text} at: ${this.source.slice(this.place, this.place + 60)}`);
  }
}
