/** What can be told of a step. */
export interface StepNews {
  /** A stack, or the whole rehearsal. */
  readonly lane: string;
  readonly step: string;
}

export interface FinishedStep extends StepNews {
  readonly milliseconds: number;
  readonly failed: boolean;
  /** A few words on what was done. */
  readonly note: string;
}

/** Shows a rehearsal while it happens. */
export interface Progress {
  begin(news: StepNews): void;
  /** How far a step is. */
  say(news: StepNews, text: string): void;
  finish(step: FinishedStep): void;
  /** No step of this lane will follow. */
  leave(lane: string): void;
  close(): Promise<void>;
}

/** `7.0 s` */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** One line a step, for a log. */
export class PlainProgress implements Progress {
  constructor(
    private readonly write: (line: string) => void,
    private readonly laneWidth: number,
  ) {}

  begin({ lane, step }: StepNews): void {
    if (step === "apply") this.write(`${lane.padEnd(this.laneWidth)}  apply ...`);
  }

  say(): void {
    // A log wants results, not ticks.
  }

  finish({ lane, step, milliseconds, failed, note }: FinishedStep): void {
    const result = failed ? "FAILED" : "ok";
    const line = `${lane.padEnd(this.laneWidth)}  ${step.padEnd(10)}  ${result.padEnd(6)}  ${seconds(milliseconds).padStart(8)}`;
    this.write(note === "" ? line : `${line}  ${note}`);
  }

  leave(): void {
    // Nothing to close.
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
