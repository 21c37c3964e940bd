import { registrationsWith, UNKNOWN } from "../model";
import { fault, type Rule } from "./rule";

export const targetGroupPortDiffers: Rule = {
  code: "FY517",
  severity: "note",
  subject: "a target group's port",
  allowed: "must be the container port that the service registers",
  fix: "use the same port for both: ECS registers the container's port, regardless of the group's",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
  judge: ({ targetGroups }) =>
    targetGroups.flatMap((group) =>
      registrationsWith(group)
        .filter(({ service }) => service.isFargate === true)
        .map(({ registration }) => registration.containerPort)
        .filter((port) => port !== UNKNOWN && typeof group.port === "number" && port !== group.port)
        .map((port) => fault(group, `${String(group.port)}, where port ${String(port)} is registered`)),
    ),
};
