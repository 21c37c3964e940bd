import type { Landscape, Members, Service } from "../../traffic/model";
import { between } from "./passages";
import { nameOn, portsOf } from "./ports";
import type { Call } from "./scene";

/** Every service that may talk to another one. Nobody's silence is taken for a call: what is not known is left out. */
export function callsOf({ services, loadBalancers }: Landscape): readonly Call[] {
  const internal = loadBalancers.filter(({ isInternetFacing }) => isInternetFacing === false);
  return services.flatMap((from) => [
    ...services
      .filter((to) => to !== from)
      .flatMap((to) => calls(from, to, portsOf(to), to.address, (port) => nameOn(to, port))),
    ...internal.flatMap((door) => {
      const to = { securityGroups: door.securityGroups, subnets: door.subnets };
      const ports = door.listeners.flatMap(({ port }) => (typeof port === "number" ? [port] : []));
      return calls(from, to, ports, door.address, String);
    }),
  ]);
}

function calls(
  from: Service,
  to: Pick<Service, "securityGroups" | "subnets">,
  ports: readonly number[],
  id: string,
  nameOf: (port: number) => string,
): readonly Call[] {
  const open = ports.filter((port) => between(members(from), members(to), port).way === "open");
  if (open.length === 0) return [];
  return [{ from: from.address, to: id, label: open.map(nameOf).join(", "), way: "open" }];
}

function members({ securityGroups, subnets }: Pick<Service, "securityGroups" | "subnets">): Members {
  return { groups: securityGroups, subnets };
}
