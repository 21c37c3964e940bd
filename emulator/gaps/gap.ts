import type { Answer } from "../aws-call";
import type { Json } from "../../cli/json";

/** A documented difference between moto and AWS that Terraform stumbles over. */
export interface Gap {
  readonly name: string;
  /** What AWS does. */
  readonly aws: string;
  /** What moto does instead. */
  readonly moto: string;
}

/** A difference in how an ECS service is described. */
export interface ServiceGap extends Gap {
  /** The description as AWS gives it; `asked` is everything that was asked of the service, newest last. */
  amend(service: Json, asked: Json): Json;
  /** Whether moto, asked directly, still has the gap. */
  isOpen(probe: ServiceProbe): boolean;
}

/** One service as bare moto describes it after its creation, and after it got a second task definition. */
export interface ServiceProbe {
  readonly created: Json;
  readonly updated: Json;
  readonly updatedTaskDefinition: string;
}

/** An action of a JSON service that moto does not know. */
export interface ActionGap extends Gap {
  /** As signatures name it: `application-autoscaling`. */
  readonly service: string;
  /** `AnyScaleFrontendService.ListTagsForResource` */
  readonly target: string;
  /** Sees what other actions were asked and answered. `remembered` is the gap's own and lives as long as the emulator. */
  notice(exchange: JsonExchange, remembered: Map<string, Json>): void;
  answer(input: Json, remembered: ReadonlyMap<string, Json>): Json;
}

/** A difference in an action of a JSON service that moto knows. */
export interface AnswerGap extends Gap {
  /** The answer as AWS gives it. `remembered` is the gap's own and lives as long as the emulator. */
  amend(exchange: JsonExchange, remembered: Map<string, Json>): Json;
  /** Whether moto, asked directly, still has the gap. */
  isOpen(ask: JsonQuestion): Promise<boolean>;
}

export type JsonQuestion = (service: string, target: string, input: Json) => Promise<Json>;

export interface JsonExchange {
  readonly target: string;
  readonly input: Json;
  readonly answer: Json;
}

/** A difference in an action that takes a form and answers XML. */
export interface FormGap extends Gap {
  /** What moto is asked instead, where it fails on the question; its answer is amended to fit what was asked. */
  reword?(fields: URLSearchParams): URLSearchParams;
  /** The answer as AWS gives it. `remembered` is the gap's own and lives as long as the emulator. */
  amend(fields: URLSearchParams, answer: string, remembered: Map<string, string>): string;
  readonly probe: FormProbe;
}

/** Something that takes a form and that AWS refuses, while moto does it. */
export interface RefusalGap extends Gap {
  /** Sees what was asked, and succeeded. `remembered` is the gap's own and lives as long as the emulator. */
  notice(fields: URLSearchParams, remembered: Map<string, string>): void;
  /** The error, as XML, that AWS would answer with instead; undefined if it would do what it is asked. */
  refuse(fields: URLSearchParams, remembered: ReadonlyMap<string, string>): string | undefined;
  /** Whether moto, asked directly, still has the gap. */
  isOpen(ask: FormQuestion, there: ProbeNetwork): Promise<boolean>;
}

export type FormQuestion = (service: string, fields: Readonly<Record<string, string>>) => Promise<Answer>;

/** One question to bare moto, whose answer shows the gap. */
export interface FormProbe {
  readonly service: "ec2" | "elasticloadbalancing";
  ask(there: ProbeNetwork): Readonly<Record<string, string>>;
  isOpen(answer: string): boolean;
}

/** A request to a service that speaks in methods and paths, as S3 does. */
export interface RestQuestion {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export interface RestAnswer {
  readonly status: number;
  readonly body: string;
}

/** A difference in a service that speaks in methods and paths. */
export interface RestGap extends Gap {
  /** What AWS would answer; nothing if moto is to be asked. `remembered` is the gap's own. */
  answer(question: RestQuestion, remembered: Map<string, string>): RestAnswer | undefined;
  /** Whether moto, asked directly, still has the gap. */
  isOpen(motoUrl: string): Promise<boolean>;
}

/** What a probe finds in the account. */
export interface ProbeNetwork {
  readonly vpcId: string;
  readonly groupId: string;
  readonly subnetIds: readonly string[];
}

/** A difference in what is told about an HTTPS listener. */
export interface ListenerGap extends Gap {
  /** The answer as AWS gives it. `remembered` is the gap's own and lives as long as the emulator. */
  amend(fields: URLSearchParams, answer: string, remembered: Map<string, string>): string;
  /** Whether moto, asked directly, still has the gap. */
  isOpen(probe: ListenerProbe): boolean;
}

/** An HTTPS listener with a second certificate and mutual TLS, as bare moto describes it once it was modified. */
export interface ListenerProbe {
  readonly described: string;
  readonly certificates: string;
}

/** Actions that take a form and answer XML, and that moto does not know. */
export interface FormActionGap extends Gap {
  readonly actions: readonly string[];
  /** Nothing where somebody else has to answer. `remembered` is the gap's own and lives as long as the emulator. */
  answer(fields: URLSearchParams, remembered: Map<string, string>): string | undefined;
  readonly probe: Readonly<Record<string, string>>;
}
