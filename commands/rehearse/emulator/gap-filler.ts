import type { ActionGap, FormGap } from "./gaps";
import { actionGaps, formGaps } from "./gaps";
import type { Json } from "./json";
import { readJson } from "./json";
import { ServiceMemory } from "./service-memory";

const ecsTarget = "AmazonEC2ContainerServiceV20141113.";

/** A request for AWS, as far as gaps care. */
export interface Question {
  /** The header of services that speak JSON; empty for others. */
  readonly target: string;
  readonly contentType: string;
  readonly body: string;
}

/** All gaps together with what they remember: the life of one emulator. */
export class GapFiller {
  private readonly actions = actionGaps.map((gap) => remembering<ActionGap, Json>(gap));
  private readonly forms = formGaps.map((gap) => remembering<FormGap, string>(gap));

  constructor(readonly services = new ServiceMemory()) {}

  /** The answer to an action that moto does not know; nothing for all others. */
  ownAnswer({ target, body }: Question): string | undefined {
    const known = this.actions.find(({ gap }) => gap.target === target);
    if (known === undefined) return undefined;
    const input = readJson(body);
    const answer = known.gap.answer(input, known.remembered);
    for (const { gap, remembered } of this.actions) gap.notice({ target, input, answer }, remembered);
    return JSON.stringify(answer);
  }

  /** What AWS would have answered where moto answered `answer`, with success. */
  amend({ target, contentType, body }: Question, answer: string): string {
    if (target.startsWith(ecsTarget)) {
      const action = target.slice(ecsTarget.length);
      return JSON.stringify(this.services.amend(action, readJson(body), readJson(answer)));
    }
    if (target !== "") {
      const noticed = { target, input: readJson(body), answer: readJson(answer) };
      for (const { gap, remembered } of this.actions) gap.notice(noticed, remembered);
      return answer;
    }
    if (!contentType.startsWith("application/x-www-form-urlencoded")) return answer;
    const fields = new URLSearchParams(body);
    return this.forms.reduce((text, { gap, remembered }) => gap.amend(fields, text, remembered), answer);
  }
}

function remembering<Kind, Memory>(gap: Kind): { gap: Kind; remembered: Map<string, Memory> } {
  return { gap, remembered: new Map() };
}
