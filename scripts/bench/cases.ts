/** One thing that is measured, and what it is held against. */
export interface Case {
  readonly name: string;
  /** Arguments of `node`. */
  readonly command: readonly string[];
  /** Most time, as a multiple of another case's. */
  readonly timeBar?: { readonly times: number; readonly of: string };
  /** Most memory in MB. */
  readonly memoryBar?: number;
}

export const FLOOR = "floor: require('cdktf')";
const SERVICES = [1, 10, 100, 1000];
const STACK_BARS = { timeBar: { times: 2.5, of: FLOOR }, memoryBar: 130 };

/** The floor, each stack as an app of its own, all stacks as `cdktf synth` runs them, and generated stacks. */
export function casesOf(stacks: readonly string[], subject: string, app: string): Case[] {
  return [
    { name: FLOOR, command: ["-e", "require('cdktf')"] },
    ...stacks.map((id) => ({ name: id, command: [subject, "stack", id], ...STACK_BARS })),
    ...stacks.map((id) => ({
      name: `${id}, everything on`,
      command: [subject, "stack", id, "everything"],
      ...STACK_BARS,
    })),
    { name: "main.ts, all stacks", command: [app] },
    ...SERVICES.map((count) => ({
      name: services(count),
      command: [subject, "services", String(count)],
      ...(count === 1000 ? { timeBar: { times: 11, of: services(100) } } : {}),
    })),
  ];
}

function services(count: number): string {
  return count === 1 ? "1 service" : `${count.toLocaleString("en-US")} services`;
}
