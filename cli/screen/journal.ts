import type { FinishedStep, Progress } from "../rehearse/report/progress";

export interface Failure {
  readonly lane: string;
  readonly step: string;
  readonly problem: unknown;
}

/** Runs steps, and keeps how long each took and what went wrong. */
export class Journal {
  readonly steps: FinishedStep[] = [];
  readonly failures: Failure[] = [];
  private readonly started = Date.now();

  constructor(private readonly progress: Progress) {}

  get milliseconds(): number {
    return Date.now() - this.started;
  }

  /** Keeps a failure between two steps; one that a step has kept already is not kept twice. */
  blame(failure: Failure): void {
    if (this.failures.every(({ problem }) => problem !== failure.problem)) this.failures.push(failure);
  }

  /** Runs one step; what `work` resolves to, if it is text, is noted beside it. A failure is kept and thrown on. */
  async step<Result>(
    lane: string,
    step: string,
    work: (say: (text: string) => void) => Promise<Result>,
  ): Promise<Result> {
    const begun = Date.now();
    this.progress.begin({ lane, step });
    const finish = (failed: boolean, note: string): void => {
      const finished = { lane, step, failed, note, milliseconds: Date.now() - begun };
      this.steps.push(finished);
      this.progress.finish(finished);
    };
    try {
      const result = await work((text) => this.progress.say({ lane, step }, text));
      finish(false, typeof result === "string" ? result : "");
      return result;
    } catch (problem) {
      this.failures.push({ lane, step, problem });
      finish(true, "");
      throw problem;
    }
  }
}
