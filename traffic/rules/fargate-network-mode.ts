import { UNKNOWN } from "../model";
import { fault, type Rule } from "./rule";

export const fargateNetworkMode: Rule = {
  code: "FY538",
  severity: "error",
  subject: "a Fargate task definition",
  allowed: "must have network mode awsvpc",
  fix: "set network_mode to awsvpc",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  judge: ({ taskDefinitions }) =>
    taskDefinitions
      .filter(
        ({ isForFargate, networkMode, open }) => isForFargate === true && networkMode !== UNKNOWN && !open,
      )
      .filter(({ networkMode }) => networkMode !== "awsvpc")
      .map((task) => fault(task, String(task.networkMode ?? "none"))),
};
