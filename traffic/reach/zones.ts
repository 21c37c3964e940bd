import { ifKnown, UNKNOWN, type Several, type Subnet } from "../model";
import { closedInPart, listed, unsure, verdict, type Step } from "./step";

/**
 * What has to be passed in each subnet. Subnets with the same answer share a step that names their zones; what is closed
 * comes last, so that what is open is seen.
 */
export function inEach(
  subnets: Several<Subnet>,
  whose: string,
  check: (subnet: Subnet) => readonly Step[],
): Step[] {
  const answers = subnets.all.flatMap((subnet) =>
    check(subnet).map((step) => ({ zone: zoneOf(subnet), step })),
  );
  const texts = [...new Set(answers.map(({ step }) => textOf(step)))];
  const merged = texts.map((text) => withZones(answers.filter(({ step }) => textOf(step) === text)));
  const isForAll = subnets.all.every((subnet) => verdict(check(subnet)) === false);
  const steps = subnets.among && !isForAll ? merged.map(undecided) : closedInPart(merged, isForAll);
  const sorted = [
    ...steps.filter(({ holds }) => holds === true),
    ...steps.filter(({ holds }) => holds !== true),
  ];
  return subnets.open
    ? [...sorted, unsure(`it can pass the subnets of ${whose} that are not known`)]
    : sorted;
}

export function zoneOf({ zone, name }: Subnet): string {
  return ifKnown(zone) ?? name;
}

interface Answer {
  readonly zone: string;
  readonly step: Step;
}

function withZones(answers: readonly Answer[]): Step {
  const zones = listed(answers.map(({ zone }) => zone));
  const step = answers[0]?.step ?? unsure(`it passes in ${zones}`);
  return {
    ...step,
    passed: step.passed === undefined ? undefined : `${step.passed} (${zones})`,
    cause: `in ${zones}, ${step.cause}`,
    question: `in ${zones}, ${step.question}`,
  };
}

/** Only some of the subnets are meant, and nobody can say which. */
function undecided(step: Step): Step {
  return step.holds === false ? { ...step, holds: UNKNOWN, question: step.cause } : step;
}

function textOf({ holds, passed, cause, question }: Step): string {
  return `${String(holds)} ${passed ?? ""} ${cause} ${question}`;
}
