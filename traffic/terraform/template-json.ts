import { valueOfText } from "./template";
import { UNKNOWN, type Value } from "./value";

/** The name under which an object says that it has members which are not known. */
export const UNKNOWN_MEMBERS = "${}";

const ENCODED = /^\$\{jsonencode\(([\s\S]*)\)\}$/;

/**
 * JSON that Terraform templates are still part of: a value, a member or some text may be one. `${jsonencode(…)}` around
 * it all is read as well. What is not known is UNKNOWN, and so is everything if the text can't be read.
 */
export function readTemplateJson(text: string): Value {
  try {
    return new TemplateJson(ENCODED.exec(text.trim())?.[1] ?? text).read();
  } catch {
    return UNKNOWN;
  }
}

class TemplateJson {
  private position = 0;

  public constructor(private readonly text: string) {}

  public read(): Value {
    const value = this.value();
    this.skip(/\s/);
    if (this.position < this.text.length) throw new Error("text behind the value");
    return value;
  }

  private value(): Value {
    this.skip(/\s/);
    if (this.isTemplate()) return valueOfText(this.template());
    switch (this.peek()) {
      case "{":
        return this.object();
      case "[":
        return this.list();
      case '"':
        return this.string();
      default:
        return bareValue(this.bare());
    }
  }

  private object(): Value {
    const members: Record<string, Value> = {};
    this.position += 1;
    for (this.skip(/[\s,]/); this.peek() !== "}"; this.skip(/[\s,]/)) {
      if (this.isTemplate()) {
        this.template();
        members[UNKNOWN_MEMBERS] = UNKNOWN;
        continue;
      }
      const key = this.peek() === '"' ? this.string() : this.word();
      this.skip(/\s/);
      if (!/[:=]/.test(this.peek())) throw new Error("no : behind a name");
      this.position += 1;
      const value = this.value();
      members[typeof key === "string" ? key : UNKNOWN_MEMBERS] = value;
    }
    this.position += 1;
    return members;
  }

  private list(): Value {
    const items: Value[] = [];
    this.position += 1;
    for (this.skip(/[\s,]/); this.peek() !== "]"; this.skip(/[\s,]/)) items.push(this.value());
    this.position += 1;
    return items;
  }

  private string(): Value {
    const start = this.position;
    this.quoted();
    const inner = this.text.slice(start + 1, this.position - 1);
    const value = valueOfText(inner);
    return typeof value === "string" ? (JSON.parse(`"${value}"`) as string) : value;
  }

  /** Over a text in quotes, and the templates in it. */
  private quoted(): void {
    this.position += 1;
    while (this.peek() !== '"') {
      if (/^([$%])\1\{/.test(this.text.slice(this.position, this.position + 3))) this.position += 3;
      else if (this.isTemplate()) this.template();
      else this.position += this.peek() === "\\" ? 2 : 1;
    }
    this.position += 1;
  }

  /** Over a template to the brace that ends it. */
  private template(): string {
    const start = this.position;
    this.position += 2;
    for (let depth = 1; depth > 0;) {
      const character = this.peek();
      if (character === '"') {
        this.quoted();
        continue;
      }
      if (character === "{") depth += 1;
      if (character === "}") depth -= 1;
      this.position += 1;
    }
    return this.text.slice(start, this.position);
  }

  /** A number, a word, or an expression of Terraform's, up to what ends it. */
  private bare(): string {
    const start = this.position;
    for (let depth = 0; this.position < this.text.length;) {
      const character = this.peek();
      if (depth === 0 && /[,\]}\n]/.test(character)) break;
      if (character === '"') {
        this.quoted();
        continue;
      }
      if (/[([{]/.test(character)) depth += 1;
      if (/[)\]}]/.test(character)) depth -= 1;
      this.position += 1;
    }
    if (start === this.position) throw new Error("nothing where a value should be");
    return this.text.slice(start, this.position).trim();
  }

  private word(): string {
    const start = this.position;
    this.skip(/[A-Za-z0-9_-]/);
    if (start === this.position) throw new Error("nothing where a name should be");
    return this.text.slice(start, this.position);
  }

  private isTemplate(): boolean {
    return /^[$%]\{/.test(this.text.slice(this.position, this.position + 2));
  }

  private peek(): string {
    const character = this.text[this.position];
    if (character === undefined) throw new Error("ends too early");
    return character;
  }

  private skip(characters: RegExp): void {
    while (this.position < this.text.length && characters.test(this.text[this.position] ?? ""))
      this.position += 1;
  }
}

function bareValue(text: string): Value {
  if (/^(true|false|null|-?[0-9.eE+-]+)$/.test(text)) return JSON.parse(text) as Value;
  return valueOfText(`\${${text}}`);
}
