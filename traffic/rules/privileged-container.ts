import { UNKNOWN } from "../model";
import { fault, type Rule } from "./rule";

export const privilegedContainer: Rule = {
  code: "FY567",
  severity: "error",
  subject: "a container",
  allowed: "can't have privileges on its host",
  fix: "remove privileged from the container definition: Fargate rejects it",
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
