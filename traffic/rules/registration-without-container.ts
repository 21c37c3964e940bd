import { UNKNOWN, type Registration, type Service } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const registrationWithoutContainer: Rule = {
  code: "FY515",
  severity: "error",
  subject: "the container that a service registers",
  allowed: "must be one of the task definition's containers",
  fix: "use the container's name from the task definition",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
  judge: ({ services }) =>
    services.flatMap((service) => {
      const { registrations } = service;
      return registrations === UNKNOWN ? [] : registrations.flatMap((one) => faults(service, one));
    }),
};

function faults(service: Service, { containerName }: Registration): Fault[] {
  const { taskDefinition: task } = service;
  if (task === UNKNOWN || task === undefined || containerName === UNKNOWN) return [];
  if (task.containers === UNKNOWN) return [];
  const names = task.containers.map(({ name }) => name);
  if (names.includes(UNKNOWN) || names.includes(containerName)) return [];
  return [fault(service, `${containerName}, where there are: ${listed(names.map(String))}`)];
}
