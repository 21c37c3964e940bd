import type { Problem } from "./fault";

/**
 * Problems that tell of a type alone are dropped where another one tells more of the same value; that one gets their hint.
 * The values, which may be secrets, stay behind.
 */
export function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const specific = problems.filter(({ echoes }) => echoes === undefined);
  const hints = new Map<Problem, string>();
  const heard = problems.filter((problem) => {
    const better = specific.find((one) => isAbout(one, problem));
    if (better !== undefined && problem.hint) hints.set(better, problem.hint);
    return better === undefined;
  });
  return heard.map((problem) => {
    const told: { -readonly [P in keyof Problem]: Problem[P] } = { ...problem };
    delete told.echoes;
    return hints.has(problem) ? { ...told, hint: hints.get(problem) ?? "" } : told;
  });
}

function isAbout({ path, subject, given }: Problem, { echoes, ...echo }: Problem): boolean {
  if (echoes === undefined || !`${path}/`.startsWith(`${echo.path}/`)) return false;
  const { prop, value } = echoes;
  const words = `${subject} ${given}`.split(/[^A-Za-z0-9]+/);
  return words.includes(prop) || [String(value), JSON.stringify(value)].includes(given);
}
