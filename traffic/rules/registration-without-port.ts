import { UNKNOWN, type Registration, type Service } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const registrationWithoutPort: Rule = {
  code: "FY516",
  severity: "error",
  subject: "the container port that a service registers",
  allowed: "must be a TCP port that the container maps",
  fix: "register a port from the container's portMappings, or add it there",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
  judge: ({ services }) =>
    services.flatMap((service) => {
      const { registrations } = service;
      return registrations === UNKNOWN ? [] : registrations.flatMap((one) => faults(service, one));
    }),
};

function faults(service: Service, { containerName, containerPort, targetGroup }: Registration): Fault[] {
  const { taskDefinition: task } = service;
  if (task === UNKNOWN || task === undefined || task.containers === UNKNOWN) return [];
  const container = task.containers.find(({ name }) => name === containerName);
  if (container === undefined || container.ports === UNKNOWN || containerPort === UNKNOWN) return [];
  const { ports } = container;
  if (ports.some(({ port, protocol }) => port === UNKNOWN || protocol === UNKNOWN)) return [];
  const wanted = targetGroup === UNKNOWN ? UNKNOWN : protocolOf(targetGroup.protocol);
  const isMapped = ports.some(
    ({ port, protocol }) => port === containerPort && (wanted === UNKNOWN || protocol === wanted),
  );
  if (isMapped) return [];
  const mapped = ports.map(({ port, protocol }) => `${String(port)}/${String(protocol)}`);
  return [fault(service, `${containerPort}, where ${String(containerName)} maps ${listed(mapped)}`)];
}

/** What a target group sends travels over TCP, or over UDP if it says so. */
function protocolOf(protocol: unknown): string | typeof UNKNOWN {
  if (typeof protocol !== "string") return UNKNOWN;
  return protocol === "TCP_UDP" ? UNKNOWN : protocol === "UDP" ? "udp" : "tcp";
}
