import { isExact, UNKNOWN, usableAddresses, type Service, type Subnet } from "../model";
import { fault, listed, type Rule } from "./rule";

export const subnetTooSmallForTasks: Rule = {
  code: "FY537",
  severity: "warning",
  subject: "a subnet",
  allowed: "must have a free address for each task during a deployment at full scale",
  fix: "lower the maximum task count, or use more or larger subnets: their size can't be changed later",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  judge: ({ services }) => {
    const demands = new Map<Subnet, Service[]>();
    for (const service of services)
      for (const subnet of isCounted(service) ? service.subnets.all : [])
        demands.set(subnet, [...(demands.get(subnet) ?? []), service]);
    return [...demands].flatMap(([subnet, users]) => {
      const wanted = users.reduce((sum, one) => sum + tasksIn(one), 0);
      if (subnet.block === UNKNOWN || wanted <= usableAddresses(subnet.block)) return [];
      const names = listed(users.map(({ name }) => name));
      return [fault(subnet, `${usableAddresses(subnet.block)} addresses for ${wanted} tasks (${names})`)];
    });
  },
};

function isCounted({ isFargate, subnets, mostTasks, deploymentMaximumPercent }: Service): boolean {
  return (
    isFargate === true && isExact(subnets) && mostTasks !== UNKNOWN && deploymentMaximumPercent !== UNKNOWN
  );
}

/** Tasks of a service in each of its subnets, while old and new ones run side by side. */
function tasksIn({ mostTasks, deploymentMaximumPercent, subnets }: Service): number {
  if (mostTasks === UNKNOWN || deploymentMaximumPercent === UNKNOWN) return 0;
  return Math.ceil(Math.floor((mostTasks * deploymentMaximumPercent) / 100) / subnets.all.length);
}
