import { App, Testing, TerraformStack } from "cdktf";
import { AwsStack, FrontyardError, type AwsStackProps, type Problem } from "../../modules";
import { at, blockAt, listAt, parse, textAt, type Block, type Json } from "./json";
import { outdir } from "./outdir";

/** One resource of a synthesized stack. */
export class Resource {
  public constructor(
    public readonly type: string,
    public readonly id: string,
    public readonly values: Block,
  ) {}

  public get address(): string {
    return `${this.type}.${this.id}`;
  }

  public at(path: string): Json | undefined {
    return at(this.values, path);
  }

  public text(path: string): string {
    return textAt(this.values, path);
  }

  public list(path: string): Json[] {
    return listAt(this.values, path);
  }

  /** What another resource holds that refers to an attribute of this one. */
  public ref(attribute: string): string {
    return `\${${this.address}.${attribute}}`;
  }
}

/** A stack as Terraform gets it. */
export class Synthesized {
  public constructor(public readonly document: Json) {}

  public at(path: string): Json | undefined {
    return at(this.document, path);
  }

  public resources(type: string): Resource[] {
    return Object.entries(blockAt(this.document, `resource.${type}`)).map(
      ([id, values]) => new Resource(type, id, values as Block),
    );
  }

  /** The one resource of a type; fails if there is none or another. */
  public only(type: string): Resource {
    const [first, ...others] = this.resources(type);
    if (first === undefined || others.length > 0)
      throw new Error(`expected 1 ${type}, found ${this.resources(type).length}`);
    return first;
  }

  /** The one resource of a type whose id starts so, which is the path of its construct. */
  public named(type: string, start: string): Resource {
    const [first, ...others] = this.resources(type).filter(({ id }) => id.startsWith(start));
    if (first === undefined || others.length > 0)
      throw new Error(`expected 1 ${type} named ${start}…, found ${others.length + (first ? 1 : 0)}`);
    return first;
  }

  public types(): string[] {
    return Object.keys(blockAt(this.document, "resource")).sort();
  }

  /** Every Terraform address in the stack, in order. */
  public addresses(): string[] {
    const within = (section: string, prefix: string): string[] =>
      Object.keys(blockAt(this.document, section)).map((id) => `${prefix}${id}`);
    const resources = this.types().flatMap((type) => within(`resource.${type}`, `${type}.`));
    return [...resources, ...within("variable", "var."), ...within("output", "output.")].sort();
  }
}

/** Settings of the app around a test. */
export interface Around {
  readonly stack?: Partial<AwsStackProps>;
  readonly context?: Record<string, unknown>;
}

export function newApp(context: Record<string, unknown> = {}): App {
  return new App({ outdir: outdir(), context });
}

export function newStack({ stack = {}, context = {} }: Around = {}): AwsStack {
  return new AwsStack(newApp(context), "test", { region: "us-east-1", ...stack });
}

/** One stack as `app.synth()` would write it: prepared, validated, without CDKTF's own comments. */
export function synthesizeStack(stack: TerraformStack): Synthesized {
  stack.node.root.node
    .findAll()
    .filter((node): node is TerraformStack => TerraformStack.isStack(node))
    .forEach((each) => each.prepareStack());
  return new Synthesized(parse(Testing.synth(stack, true)));
}

/** A stack of its own around what a test builds. */
export function synthesize(build: (stack: AwsStack) => void, around: Around = {}): Synthesized {
  const stack = newStack(around);
  build(stack);
  return synthesizeStack(stack);
}

/** Everything that is wrong with what a test builds; none if it synthesizes. */
export function problemsOf(build: (stack: AwsStack) => void, around: Around = {}): readonly Problem[] {
  return problemsWhen(() => {
    const stack = newStack(around);
    build(stack);
    App.of(stack).synth();
  });
}

/** Everything that is wrong with an app; any error but ours goes through. */
export function problemsIn(app: App): readonly Problem[] {
  return problemsWhen(() => app.synth());
}

function problemsWhen(act: () => void): readonly Problem[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof FrontyardError)) throw error;
    return error.problems;
  }
}

/** The codes of what is wrong, in order. */
export function codesOf(build: (stack: AwsStack) => void, around: Around = {}): string[] {
  return problemsOf(build, around).map(({ code }) => code);
}
