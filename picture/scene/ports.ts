import { UNKNOWN, type Known, type Service } from "../../traffic/model";
import { unique } from "./wording";

/** Ports that a service listens on, as far as they are known. */
export function portsOf(service: Service): readonly number[] {
  const { registrations, taskDefinition, serviceConnect } = service;
  const containers = known(taskDefinition)?.containers;
  const mapped = known(containers)?.flatMap(({ ports }) => (known(ports) ?? []).map(({ port }) => port));
  const registered = known(registrations)?.map(({ containerPort }) => containerPort);
  const offered = known(known(serviceConnect)?.offers)?.map(({ port }) => port);
  const all = [...(registered ?? []), ...(offered ?? []), ...(mapped ?? [])];
  return unique(all.flatMap((port) => (port === UNKNOWN ? [] : [port]))).sort((one, other) => one - other);
}

/** Name under which others find a service, with the port. */
export function nameOn(service: Service, port: number): string {
  const offers = known(known(service.serviceConnect)?.offers) ?? [];
  const name = offers.find((one) => one.port === port)?.dnsName;
  return typeof name === "string" ? `${name}:${port}` : String(port);
}

function known<T>(value: Known<T> | undefined): T | undefined {
  return value === UNKNOWN ? undefined : value;
}
