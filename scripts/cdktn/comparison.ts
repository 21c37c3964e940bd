/** Parsed JSON by the path of its file below the output folder. */
export type Documents = ReadonlyMap<string, unknown>;

export interface Difference {
  readonly file: string;
  /** Keys from the top of the document. */
  readonly path: readonly string[];
  /** Undefined where there is nothing. */
  readonly ours: unknown;
  readonly theirs: unknown;
}

/**
 * The one thing that may differ: which version of the library wrote the file. Values are compared, not bytes: CDK Terrain
 * formats `[]` and `{}` differently, and Terraform reads neither layout nor version.
 */
export function isAllowed({ file, path }: Difference): boolean {
  const at = path.join(".");
  return at === "//.metadata.version" || (file === "manifest.json" && at === "version");
}

/** Every place at which two outputs differ, whatever the layout of their text. */
export function differences(ours: Documents, theirs: Documents): Difference[] {
  const files = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return files.flatMap((file) => {
    const found = below([], ours.get(file), theirs.get(file));
    return found.map((difference) => ({ file, ...difference }));
  });
}

type Place = Omit<Difference, "file">;

function below(path: readonly string[], ours: unknown, theirs: unknown): Place[] {
  if (!isBranch(ours) || !isBranch(theirs) || Array.isArray(ours) !== Array.isArray(theirs))
    return Object.is(ours, theirs) ? [] : [{ path, ours, theirs }];
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  return keys.flatMap((key) => below([...path, key], ours[key], theirs[key]));
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** `voice-agent/cdk.tf.json resource.aws_lb.Door.name: "a" with cdktf, nothing with cdktn`. */
export function differenceLine({ file, path, ours, theirs }: Difference): string {
  return `${file} ${path.join(".") || "(all of it)"}: ${shown(ours)} with cdktf, ${shown(theirs)} with cdktn`;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** How much was compared. Locals, providers and the like are compared too, and not counted. */
export interface Census {
  readonly stacks: number;
  readonly resources: number;
  readonly data: number;
  readonly outputs: number;
  readonly variables: number;
}

export function census(documents: Documents): Census {
  const stacks = [...documents].filter(([file]) => file.endsWith("cdk.tf.json")).map(([, tree]) => tree);
  const count = (section: string, depth: number): number =>
    stacks.reduce<number>(
      (sum, stack) => sum + leaves(isBranch(stack) ? stack[section] : undefined, depth),
      0,
    );
  return {
    stacks: stacks.length,
    resources: count("resource", 2),
    data: count("data", 2),
    outputs: count("output", 1),
    variables: count("variable", 1),
  };
}

/** Blocks below a section: at depth 2 they stand by type and id. */
function leaves(value: unknown, depth: number): number {
  if (depth === 0) return 1;
  if (!isBranch(value)) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + leaves(each, depth - 1), 0);
}
