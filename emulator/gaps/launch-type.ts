import type { Json } from "../../cli/json";
import { jsonList, without } from "../../cli/json";
import type { ServiceGap } from "./gap";

export const launchTypeGap: ServiceGap = {
  name: "ECS launchType beside a capacity provider strategy",
  aws: "a service with a capacity provider strategy has no launchType",
  moto: "it says launchType EC2, which forces Terraform to replace the service",
  amend: (service, asked) => {
    if (!hasStrategy(asked)) return service;
    const deployments = jsonList(service["deployments"]).map((deployment) => ({
      ...without(deployment, "launchType"),
      capacityProviderStrategy: asked["capacityProviderStrategy"],
      platformFamily: "Linux",
    }));
    return { ...without(service, "launchType"), deployments };
  },
  isOpen: ({ created }) => created["launchType"] !== undefined,
};

function hasStrategy(asked: Json): boolean {
  return jsonList(asked["capacityProviderStrategy"]).length > 0;
}
