import type { Outcome } from "../process/logged-run";
import { runLogged } from "../process/logged-run";
import { errorText } from "./error-text";
import { StepFailure } from "../rehearse/steps/step-failure";

/** What a command is told where nobody looks on: it asks nothing, and paints nothing. */
export const QUIET = ["-no-color", "-input=false"] as const;

export interface TerraformSettings {
  /** Where the stack was synthesized to. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  logFile(step: string): string;
}

export interface TerraformCall {
  /** The step it belongs to: names the log. */
  readonly step: string;
  readonly args: readonly string[];
  /** Exit codes that are an answer and no failure. */
  readonly accepted?: readonly number[];
  readonly onLine?: (line: string) => void;
}

/** The Terraform CLI in the folder of one stack. */
export class Terraform {
  constructor(private readonly settings: TerraformSettings) {}

  get folder(): string {
    return this.settings.folder;
  }

  /** Fails with Terraform's own errors. */
  async run({ step, args, accepted = [0], onLine }: TerraformCall): Promise<Outcome> {
    const { folder, env } = this.settings;
    const logFile = this.settings.logFile(step);
    const outcome = await runLogged({
      ...{ command: ["terraform", ...args], folder, env, logFile, onLine },
      ending: "interrupted",
    });
    if (!accepted.includes(outcome.exitCode)) throw new StepFailure(errorText(outcome), logFile);
    return outcome;
  }
}
