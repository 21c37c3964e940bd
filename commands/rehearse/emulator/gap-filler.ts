import type {
  ActionGap,
  FormActionGap,
  FormGap,
  ListenerGap,
  RestAnswer,
  RestGap,
  RestQuestion,
} from "./gaps";
import { actionGaps, formActionGaps, formGaps, listenerGaps, restGaps } from "./gaps";
import type { Json } from "./json";
import { readJson } from "./json";
import { ServiceMemory } from "./service-memory";

const FORM = "application/x-www-form-urlencoded";
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
  private readonly forms = [...formGaps, ...listenerGaps].map((gap) =>
    remembering<FormGap | ListenerGap, string>(gap),
  );

  private readonly formActions = formActionGaps.map((gap) => remembering<FormActionGap, string>(gap));
  private readonly rests = restGaps.map((gap) => remembering<RestGap, string>(gap));

  constructor(readonly services = new ServiceMemory()) {}

  /** The answer to an action that moto does not know; nothing for all others. */
  ownAnswer({ target, contentType, body }: Question): string | undefined {
    if (contentType.startsWith(FORM)) return this.ownFormAnswer(new URLSearchParams(body));
    const known = this.actions.find(({ gap }) => gap.target === target);
    return known && JSON.stringify(known.gap.answer(readJson(body), known.remembered));
  }

  /** The answer to a request by method and path that moto gets wrong; nothing for all others. */
  restAnswer(question: RestQuestion): RestAnswer | undefined {
    for (const { gap, remembered } of this.rests) {
      const answer = gap.answer(question, remembered);
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  private ownFormAnswer(fields: URLSearchParams): string | undefined {
    const known = this.formActions.find(({ gap }) => gap.actions.includes(fields.get("Action") ?? ""));
    return known?.gap.answer(fields, known.remembered);
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
    if (!contentType.startsWith(FORM)) return answer;
    const fields = new URLSearchParams(body);
    return this.forms.reduce((text, { gap, remembered }) => gap.amend(fields, text, remembered), answer);
  }
}

function remembering<Kind, Memory>(gap: Kind): { gap: Kind; remembered: Map<string, Memory> } {
  return { gap, remembered: new Map() };
}
