import { UNKNOWN, type Listener, type LoadBalancer } from "../model";
import { fault, type Fault, type Rule } from "./rule";

export const listenerPortTwice: Rule = {
  code: "FY541",
  severity: "error",
  subject: "a listener's port",
  allowed: "must be unique on a load balancer",
  fix: "use another port, or one listener with rules",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
  judge: ({ loadBalancers }) => loadBalancers.flatMap(faults),
};

function faults({ listeners, name, kind }: LoadBalancer): Fault[] {
  if (kind !== "application") return [];
  const first = new Map<number, Listener>();
  return listeners.flatMap((listener) => {
    const { port } = listener;
    if (port === UNKNOWN || listener.many) return [];
    const other = first.get(port);
    if (other === undefined) first.set(port, listener);
    return other === undefined ? [] : [fault(listener, `${port}, which ${other.address} has on ${name}`)];
  });
}
