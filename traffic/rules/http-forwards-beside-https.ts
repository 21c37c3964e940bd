import type { LoadBalancer } from "../model";
import { fault, type Fault, type Rule } from "./rule";

export const httpForwardsBesideHttps: Rule = {
  code: "FY548",
  severity: "warning",
  subject: "a plain HTTP listener beside an HTTPS one",
  allowed: "must redirect to it",
  fix: "make its default action a redirect to HTTPS with HTTP_301",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html",
  judge: ({ loadBalancers }) => loadBalancers.flatMap(faults),
};

function faults({ listeners, kind }: LoadBalancer): Fault[] {
  const hasHttps = listeners.some(({ protocol, many }) => protocol === "HTTPS" && !many);
  if (!hasHttps || kind !== "application") return [];
  return listeners
    .filter(
      ({ protocol, defaultActions }) =>
        protocol === "HTTP" && defaultActions.some((one) => one.kind === "forward"),
    )
    .map((listener) => fault(listener, `forwards on port ${String(listener.port)}`));
}
