/** What a code means, in four parts that read as one sentence: subject, allowed, (got …), fix. */
export interface Row {
  readonly subject: string;
  readonly allowed: string;
  readonly fix: string;
  /** The page that states the rule. */
  readonly page: string;
}

/** Keeps the codes of a table as literal types. */
export const table = <C extends string>(rows: Record<C, Row>): Record<C, Row> => rows;
