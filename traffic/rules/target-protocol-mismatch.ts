import { forwardedTo, UNKNOWN, type Landscape, type Listener, type ListenerRule } from "../model";
import { fault, type Fault, type Rule } from "./rule";

const HTTP = ["HTTP", "HTTPS"];
const FOR_NETWORK = ["TCP", "TLS", "UDP", "TCP_UDP"];

export const targetProtocolMismatch: Rule = {
  code: "FY518",
  severity: "error",
  subject: "a target group's protocol",
  allowed: "must be one that its load balancer supports",
  fix: "use HTTP or HTTPS behind an application load balancer, TCP, TLS or UDP behind a network load balancer",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
  judge: (landscape: Landscape) => [
    ...landscape.listeners.flatMap((one) => faults(one, one.defaultActions, one)),
    ...landscape.listenerRules.flatMap((one) =>
      one.listener === UNKNOWN ? [] : faults(one, one.actions, one.listener),
    ),
  ],
};

function faults(
  by: Listener | ListenerRule,
  actions: Listener["defaultActions"],
  listener: Listener,
): Fault[] {
  const { loadBalancer } = listener;
  if (loadBalancer === UNKNOWN || loadBalancer.kind === UNKNOWN) return [];
  const spoken = { application: HTTP, network: FOR_NETWORK, gateway: ["GENEVE"] }[loadBalancer.kind];
  return forwardedTo(actions).flatMap((group) => {
    const { protocol, targetType } = group;
    if (typeof protocol !== "string" || targetType === "lambda" || spoken.includes(protocol)) return [];
    return [
      fault(
        group,
        `${protocol}, to which ${by.name} of a ${String(loadBalancer.kind)} load balancer forwards`,
      ),
    ];
  });
}
