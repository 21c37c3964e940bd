/** Who has to stand before whom. */
export type Dependencies = (stack: string) => readonly string[];

interface Turn {
  readonly isOver: Promise<void>;
  readonly end: (problem?: Error) => void;
}

/** The stacks that were wished for, and all that they need. */
export function withDependencies(stacks: readonly string[], dependencies: Dependencies): string[] {
  const all = new Set<string>();
  const add = (stack: string): void => {
    if (all.has(stack)) return;
    dependencies(stack).forEach(add);
    all.add(stack);
  };
  stacks.forEach(add);
  return [...all];
}

/** Lets stacks that read each other be applied one after the other, and be destroyed the other way round. */
export class StackOrder {
  private readonly applied: ReadonlyMap<string, Turn>;
  private readonly gone: ReadonlyMap<string, Turn>;

  constructor(
    private readonly stacks: readonly string[],
    private readonly dependencies: Dependencies,
  ) {
    this.applied = new Map(stacks.map((stack) => [stack, newTurn()]));
    this.gone = new Map(stacks.map((stack) => [stack, newTurn()]));
  }

  /** Resolves once all that the stack reads stands; fails if one of them failed. */
  async mayApply(stack: string): Promise<void> {
    await Promise.all(this.dependencies(stack).map((needed) => this.applied.get(needed)?.isOver));
  }

  hasApplied(stack: string): void {
    this.applied.get(stack)?.end();
  }

  /** Resolves once all that read the stack are gone. */
  async mayDestroy(stack: string): Promise<void> {
    const readers = this.stacks.filter((reader) => this.dependencies(reader).includes(stack));
    await Promise.all(readers.map((reader) => this.gone.get(reader)?.isOver));
  }

  /** The stack is gone, or will never be: nobody waits for it any longer. */
  hasEnded(stack: string): void {
    this.applied.get(stack)?.end(new Error(`${stack}, which this stack reads, was not applied`));
    this.gone.get(stack)?.end();
  }
}

function newTurn(): Turn {
  const settle: { end?: Turn["end"] } = {};
  const isOver = new Promise<void>((resolve, reject) => {
    settle.end = (problem) => (problem === undefined ? resolve() : reject(problem));
  });
  isOver.catch(() => undefined); // whoever waits hears of it
  return { isOver, end: (problem) => settle.end?.(problem) };
}
