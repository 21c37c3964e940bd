import { printedLines } from "../../traffic";

/** Says something on standard output. Nothing of a plan reaches a terminal or a job's log but through here. */
export function say(text: string): void {
  console.log(printedLines(text));
}

/** The same on standard error; of an unexpected error, all that is known. */
export function complain(text: unknown): void {
  const told = text instanceof Error ? (text.stack ?? text.message) : String(text);
  console.error(printedLines(told));
}

/** Where text goes that ends its lines itself. */
export type Stream = "stdout" | "stderr";

/** Writes text as it stands, but for what is escaped. */
export function write(stream: Stream, text: string): void {
  process[stream].write(printedLines(text));
}

/** The same of what another program said, whose colours are not ours. */
export function passOn(stream: Stream, text: string): void {
  process[stream].write(printedLines(text, false));
}

/** Calls back as soon as all that was said is written. */
export function onceWritten(then: () => void): void {
  process.stdout.write("", then);
}

/** What another program says, passed on in whole lines: a command to a forge could come in two pieces. */
export class Relay {
  private begun = "";

  constructor(private readonly stream: Stream) {}

  take(chunk: string): void {
    const end = chunk.lastIndexOf("\n") + 1;
    if (end > 0) passOn(this.stream, this.begun + chunk.slice(0, end));
    this.begun = end > 0 ? chunk.slice(end) : this.begun + chunk;
  }

  end(): void {
    passOn(this.stream, this.begun);
    this.begun = "";
  }
}
