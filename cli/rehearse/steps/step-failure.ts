/** A step that did not do what it should, in words for a person. */
export class StepFailure extends Error {
  constructor(
    message: string,
    /** Where the whole story is. */
    readonly logFile?: string,
  ) {
    super(message);
    this.name = "StepFailure";
  }
}
