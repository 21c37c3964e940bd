import { isJson, jsonList } from "../../cli/json";
import type { ServiceGap } from "./gap";

export const deployedTaskDefinitionGap: ServiceGap = {
  name: "ECS UpdateService leaves the deployment's task definition",
  aws: "the primary deployment names the task definition that the service was updated to",
  moto: "the service names the new one, its deployment the old one",
  amend: (service) => ({
    ...service,
    deployments: jsonList(service["deployments"]).map((deployment) => ({
      ...deployment,
      taskDefinition: service["taskDefinition"],
    })),
  }),
  isOpen: ({ updated, updatedTaskDefinition }) =>
    jsonList(updated["deployments"])[0]?.["taskDefinition"] !== updatedTaskDefinition,
};

export const serviceConnectGap: ServiceGap = {
  name: "ECS Service Connect is forgotten",
  aws: "the primary deployment carries the service's Service Connect configuration",
  moto: "it is accepted and never given back",
  amend: (service, asked) => {
    const configuration = asked["serviceConnectConfiguration"];
    if (configuration === undefined) return service;
    const deployments = jsonList(service["deployments"]).map((deployment) => ({
      ...deployment,
      serviceConnectConfiguration: configuration,
    }));
    return { ...service, deployments };
  },
  isOpen: ({ created }) => jsonList(created["deployments"])[0]?.["serviceConnectConfiguration"] === undefined,
};

export const partialConfigurationGap: ServiceGap = {
  name: "ECS UpdateService forgets the rest of a deployment configuration",
  aws: "an update that names a part of deploymentConfiguration, such as alarms, leaves the other parts as they are",
  moto: "the part replaces the whole: percents and circuit breaker are gone",
  amend: (service, asked) => {
    const { deploymentConfiguration } = asked;
    return deploymentConfiguration === undefined ? service : { ...service, deploymentConfiguration };
  },
  isOpen: ({ updated }) =>
    !isJson(updated["deploymentConfiguration"]) ||
    updated["deploymentConfiguration"]["minimumHealthyPercent"] === undefined,
};
