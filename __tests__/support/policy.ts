import { parse } from "./json";

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A policy document, asked as IAM would ask it: a Deny wins, what nothing allows is refused. */
export class Policy {
  public readonly statements: readonly Statement[];

  public constructor(text: string) {
    this.statements = (parse(text) as unknown as { Statement: Statement[] }).Statement;
  }

  /** Conditions hold unless the context says otherwise. */
  public allows(action: string, resource: string, context: Readonly<Record<string, string>> = {}): boolean {
    const fitting = this.statements.filter(
      (statement) =>
        listOf(statement.Action).some((pattern) => fits(pattern, action)) &&
        listOf(statement.Resource).some((pattern) => fits(pattern, resource)) &&
        holds(statement, context),
    );
    return fitting.length > 0 && fitting.every(({ Effect }) => Effect === "Allow");
  }
}

function holds({ Condition = {} }: Statement, context: Readonly<Record<string, string>>): boolean {
  const tests = Object.values(Condition).flatMap((test) => Object.entries(test));
  return tests.every(([key, values]) => {
    const given = context[key];
    return given === undefined || listOf(values).some((pattern) => fits(pattern, given));
  });
}

function fits(pattern: string, text: string): boolean {
  const source = pattern
    .split(/([*?])/)
    .map((part) => (part === "*" ? ".*" : part === "?" ? "." : part.replace(/[\\^$.|+()[\]{}]/g, "\\$&")));
  return new RegExp(`^${source.join("")}$`, "is").test(text);
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}
