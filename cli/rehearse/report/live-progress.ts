import { Listr } from "listr2";
import { printed } from "../../../traffic";
import type { FinishedStep, Progress, StepNews } from "./progress";
import { seconds } from "./progress";

/** What Listr lets a task change of its line. */
interface Line {
  title: string;
  output: string;
}

/** One line on the terminal, until its lane ends. */
class LaneLine {
  private failed = false;
  private readonly started = Date.now();

  constructor(
    private readonly name: string,
    private readonly line: Line,
    private readonly resolve: () => void,
    private readonly reject: (problem: Error) => void,
  ) {}

  show(text: string): void {
    this.line.output = printed(text);
  }

  fail(step: string): void {
    this.failed = true;
    this.show(`${step} failed`);
  }

  end(): void {
    this.line.title = `${printed(this.name)}  ${seconds(Date.now() - this.started)}`;
    if (this.failed) this.reject(new Error(this.line.title));
    else this.resolve();
  }
}

/** A list on the terminal, a line a lane, redrawn while the lanes work. */
export class LiveProgress implements Progress {
  private readonly lines = new Map<string, LaneLine>();
  private readonly drawn: Promise<unknown>;

  constructor(lanes: readonly string[]) {
    const tasks = lanes.map((name) => ({
      title: printed(name),
      task: (_: unknown, line: Line): Promise<void> =>
        new Promise((resolve, reject) => this.lines.set(name, new LaneLine(name, line, resolve, reject))),
    }));
    const options = { concurrent: true, exitOnError: false, registerSignalListeners: false } as const;
    this.drawn = new Listr(tasks, options).run();
  }

  begin({ lane, step }: StepNews): void {
    this.lines.get(lane)?.show(step);
  }

  say({ lane, step }: StepNews, text: string): void {
    this.lines.get(lane)?.show(`${step}: ${text}`);
  }

  finish({ lane, step, failed }: FinishedStep): void {
    if (failed) this.lines.get(lane)?.fail(step);
  }

  leave(lane: string): void {
    this.lines.get(lane)?.end();
  }

  async close(): Promise<void> {
    for (const line of this.lines.values()) line.end();
    await this.drawn;
  }
}
