import { jsonList } from "../../cli/json";
import type { ServiceGap } from "./gap";

export const runningCountGap: ServiceGap = {
  name: "ECS runningCount stays 0",
  aws: "ECS starts tasks until as many run as are desired, and then calls the deployment completed",
  moto: "no task ever starts, so that waiting for a steady state never ends",
  amend: (service) => {
    if (service["status"] !== "ACTIVE") return service;
    const counts = { runningCount: service["desiredCount"], pendingCount: 0 };
    const deployments = jsonList(service["deployments"]).map((deployment) => ({
      ...deployment,
      ...counts,
      desiredCount: service["desiredCount"],
      rolloutState: "COMPLETED",
      rolloutStateReason: `ECS deployment ${String(deployment["id"])} completed.`,
    }));
    return { ...service, ...counts, deployments };
  },
  isOpen: ({ created }) => created["runningCount"] === 0,
};
