/** Where the repository is: who takes comments and issues. */
export interface Forge {
  /** Bytes that a comment or an issue may have. */
  readonly limit: number;
  /** Writes the one comment on the request that is being looked at, or changes it. */
  comment(body: string): Promise<void>;
  /** Opens the one issue or changes it; without a text, closes it if it is open. */
  issue(title: string, body: string | undefined): Promise<void>;
}

/** What a comment or an issue of ours begins with: it is found again by it. */
export const COMMENT_MARK = "<!-- frontyard: plan -->";
export const ISSUE_MARK = "<!-- frontyard: drift -->";

/** A variable of the job; fails with what to do if it is not there. */
export function needed(env: NodeJS.ProcessEnv, name: string, why: string): string {
  const value = env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set: ${why}`);
  return value;
}
