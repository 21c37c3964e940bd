import { UNKNOWN } from "../model";
import { fault, type Rule } from "./rule";

export const privilegedContainer: Rule = {
  code: "FY567",
  severity: "error",
  subject: "a container",
  allowed: "has no rights of the host that it runs on",
  fix: "remove privileged from the container's definition: Fargate refuses it, and scanners look for another key",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
  judge: ({ taskDefinitions }) =>
    taskDefinitions.flatMap((task) => {
      const containers = task.containers === UNKNOWN ? [] : task.containers;
      const different = task.isForFargate === true ? {} : { severity: "warning" as const };
      return containers
        .filter(({ isPrivileged }) => isPrivileged === true)
        .map(({ name }) => fault(task, `privileged ${name === UNKNOWN ? "container" : name}`, different));
    }),
};
