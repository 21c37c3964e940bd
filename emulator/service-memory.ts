import { serviceGaps } from "./gaps";
import type { Json } from "../cli/json";
import { isJson, jsonList } from "../cli/json";

/** What the proxy can be told to do wrong, to see whether others notice. */
export interface Faults {
  /** From now on an UpdateService is rolled back, as by ECS's circuit breaker: the service stays as it was. */
  readonly rolledBack: boolean;
}

const noFaults: Faults = { rolledBack: false };

interface Remembered {
  readonly asked: Json;
  readonly taskDefinition: unknown;
  readonly rolledBackTo?: unknown;
}

/** Remembers what was asked of each ECS service, and describes services as AWS would. */
export class ServiceMemory {
  faults: Faults = noFaults;
  private readonly services = new Map<string, Remembered>();

  /** The answer that AWS would have given to an ECS action that moto has answered. */
  amend(action: string, input: Json, answer: Json): Json {
    if (isJson(answer["service"])) {
      const service = answer["service"];
      if (action === "CreateService" || action === "UpdateService") this.remember(action, input, service);
      return { ...answer, service: this.describe(service) };
    }
    if (!Array.isArray(answer["services"])) return answer;
    return { ...answer, services: jsonList(answer["services"]).map((service) => this.describe(service)) };
  }

  private remember(action: string, input: Json, service: Json): void {
    const arn = String(service["serviceArn"]);
    const before = action === "UpdateService" ? this.services.get(arn) : undefined;
    const current = before?.rolledBackTo ?? before?.taskDefinition;
    this.services.set(arn, {
      asked: { ...before?.asked, ...input, ...merged(before?.asked, input) },
      taskDefinition: service["taskDefinition"],
      rolledBackTo: this.faults.rolledBack ? current : undefined,
    });
  }

  private describe(service: Json): Json {
    const { asked = {}, rolledBackTo } = this.services.get(String(service["serviceArn"])) ?? {};
    const described = rolledBackTo === undefined ? service : { ...service, taskDefinition: rolledBackTo };
    return serviceGaps.reduce((amended, gap) => gap.amend(amended, asked), described);
  }
}

/** An update that names a part of the deployment's configuration leaves the other parts as they are. */
function merged(before: Json | undefined, input: Json): Json {
  const parts = [before, input].map((asked) => asked?.["deploymentConfiguration"]).filter(isJson);
  return parts.length === 0 ? {} : { deploymentConfiguration: Object.assign({}, ...parts) as Json };
}
