/** Something that the rehearsal needs and this machine does not have. */
export interface MissingPart {
  readonly part: string;
  readonly problem: string;
  /** A command to paste, or the one thing to do. */
  readonly remedy: string;
}

/** One part, one line. */
export function missingLine({ part, problem, remedy }: MissingPart): string {
  const lines = `missing: ${part}: ${problem}. Do: ${remedy}`.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

export function isMissing(part: object | undefined): part is MissingPart {
  return part !== undefined && "problem" in part;
}
