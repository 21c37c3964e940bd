/** Something that trusted scanners look for in stacks like ours, and how we stand to it. */
export interface PolicyCheck {
  /** Names the proof in the tests. */
  readonly id: string;
  /** What holds, as a sentence without its full stop. */
  readonly holds: string;
  readonly standing: Standing;
  /** What satisfies it, or why it is not satisfied. */
  readonly how: string;
  /** Who asks for it: Checkov (CKV), Trivy (AWS-), Security Hub (EC2.2), KICS, cdk-nag (nag). */
  readonly checks: readonly string[];
}

/**
 * `default`: holds in every stack. `option`: holds once a prop or construct is used. `waived`: does not hold, for a
 * reason.
 */
export type Standing = "default" | "option" | "waived";
