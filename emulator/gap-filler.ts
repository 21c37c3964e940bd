import type {
  ActionGap,
  AnswerGap,
  FormActionGap,
  FormGap,
  ListenerGap,
  RefusalGap,
  RestAnswer,
  RestGap,
  RestQuestion,
} from "./gaps";
import {
  actionGaps,
  answerGaps,
  formActionGaps,
  formGaps,
  listenerGaps,
  refusalGaps,
  restGaps,
} from "./gaps";
import type { JsonExchange } from "./gaps/gap";
import type { Json } from "../cli/json";
import { readJson } from "../cli/json";
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
  private readonly answers = answerGaps.map((gap) => remembering<AnswerGap, Json>(gap));
  private readonly forms = [...formGaps, ...listenerGaps].map((gap) =>
    remembering<FormGap | ListenerGap, string>(gap),
  );

  private readonly formActions = formActionGaps.map((gap) => remembering<FormActionGap, string>(gap));
  private readonly rests = restGaps.map((gap) => remembering<RestGap, string>(gap));
  private readonly refusals = refusalGaps.map((gap) => remembering<RefusalGap, string>(gap));

  constructor(readonly services = new ServiceMemory()) {}

  /** The answer to an action that moto does not know; nothing for all others. */
  ownAnswer({ target, contentType, body }: Question): string | undefined {
    if (isForm(contentType)) return this.ownFormAnswer(new URLSearchParams(body));
    const known = this.actions.find(({ gap }) => gap.target === target);
    if (known === undefined) return undefined;
    const input = readJson(body);
    const answer = known.gap.answer(input, known.remembered);
    for (const { gap, remembered } of this.actions) gap.notice({ target, input, answer }, remembered);
    return this.amendJson({ target, input, answer }, JSON.stringify(answer));
  }

  /** The error, as XML, with which AWS would refuse what moto would do; nothing for all else. */
  refusal({ contentType, body }: Question): string | undefined {
    if (!isForm(contentType)) return undefined;
    const fields = new URLSearchParams(body);
    for (const { gap, remembered } of this.refusals) {
      const refused = gap.refuse(fields, remembered);
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  /** The answer to a request by method and path that moto gets wrong; nothing for all others. */
  restAnswer(question: RestQuestion): RestAnswer | undefined {
    for (const { gap, remembered } of this.rests) {
      const answer = gap.answer(question, remembered);
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  /** The question as moto can answer it. */
  reworded({ target, contentType, body }: Question): string {
    if (target !== "" || !isForm(contentType)) return body;
    const fields = new URLSearchParams(body);
    const asked = formGaps.reduce((question, gap) => gap.reword?.(question) ?? question, fields);
    return asked === fields ? body : asked.toString();
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
      return this.amendJson(noticed, answer);
    }
    if (!isForm(contentType)) return answer;
    const fields = new URLSearchParams(body);
    for (const { gap, remembered } of this.refusals) gap.notice(fields, remembered);
    return this.forms.reduce((text, { gap, remembered }) => gap.amend(fields, text, remembered), answer);
  }

  /** An answer that no gap changes stays as it was written. */
  private amendJson(exchange: JsonExchange, text: string): string {
    const amended = this.answers.reduce(
      (answer, { gap, remembered }) => gap.amend({ ...exchange, answer }, remembered),
      exchange.answer,
    );
    return amended === exchange.answer ? text : JSON.stringify(amended);
  }
}

function isForm(contentType: string): boolean {
  return contentType.startsWith("application/x-www-form-urlencoded");
}

function remembering<Kind, Memory>(gap: Kind): { gap: Kind; remembered: Map<string, Memory> } {
  return { gap, remembered: new Map() };
}
