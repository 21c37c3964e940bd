import type { Json } from "../json";

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
  /** `AnyScaleFrontendService.ListTagsForResource` */
  readonly target: string;
  /** Sees what other actions were asked and answered. `remembered` is the gap's own and lives as long as the emulator. */
  notice(exchange: JsonExchange, remembered: Map<string, Json>): void;
  answer(input: Json, remembered: ReadonlyMap<string, Json>): Json;
}

export interface JsonExchange {
  readonly target: string;
  readonly input: Json;
  readonly answer: Json;
}

/** A difference in an action that takes a form and answers XML. */
export interface FormGap extends Gap {
  /** The answer as AWS gives it. `remembered` is the gap's own and lives as long as the emulator. */
  amend(fields: URLSearchParams, answer: string, remembered: Map<string, string>): string;
  readonly probe: FormProbe;
}

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
