import type { TerraformStack } from "cdktf";
import { carries, type Passage, type Question } from "../../../traffic/reach";
import { landscapeOf } from "../../../traffic/jest/landscape-of";
import { blockAt, parse, textAt, type Block, type Json } from "../../support/json";

/** A stack's synthesized JSON, with construct paths, of which one wire after the other can be broken. */
export class Copy {
  private constructor(private readonly document: Json) {}

  public static of(stack: TerraformStack): Copy {
    stack.prepareStack();
    return new Copy(parse(JSON.stringify(stack.toTerraform())));
  }

  /** The same with something changed; this one stays as it is. */
  public with(change: (copy: Copy) => void): Copy {
    const copy = new Copy(parse(this.text));
    change(copy);
    return copy;
  }

  public get text(): string {
    return JSON.stringify(this.document);
  }

  /** The one resource of a type whose id starts so. */
  public one(type: string, start = ""): Block {
    return blockAt(this.document, `resource.${type}.${this.id(type, start)}`);
  }

  public ref(type: string, start: string, attribute: string): string {
    return `\${${type}.${this.id(type, start)}.${attribute}}`;
  }

  public set(type: string, start: string, values: Block): void {
    Object.assign(this.one(type, start), values);
  }

  public replace(type: string, start: string, attribute: string, from: RegExp, to: string): void {
    const found = textAt(this.one(type, start), attribute);
    if (!from.test(found)) throw new Error(`nothing to replace in ${attribute}`);
    this.set(type, start, { [attribute]: found.replace(from, to) });
  }

  public add(type: string, id: string, values: Block): void {
    const resources = blockAt(this.document, "resource");
    resources[type] = { ...blockAt(resources, type), [id]: values };
  }

  public remove(type: string, start = ""): void {
    const id = this.id(type, start);
    const all = Object.entries(blockAt(this.document, `resource.${type}`)).filter(([name]) => name !== id);
    blockAt(this.document, "resource")[type] = Object.fromEntries(all);
  }

  /** Gives something to a module that this file does not show. */
  public handOut(inputs: Block): void {
    Object.assign(this.document as Block, { module: { Other: { source: "./other", ...inputs } } });
  }

  public carries(question: Question): Passage {
    return carries(landscapeOf(this.text), question);
  }

  private id(type: string, start: string): string {
    const ids = Object.keys(blockAt(this.document, `resource.${type}`)).filter((id) => id.startsWith(start));
    if (ids[0] === undefined || ids.length > 1) throw new Error(`${ids.length} ${type} named ${start}…`);
    return ids[0];
  }
}
