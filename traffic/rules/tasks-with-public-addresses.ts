import { fault, type Rule } from "./rule";

export const tasksWithPublicAddresses: Rule = {
  code: "FY533",
  severity: "warning",
  subject: "a task",
  allowed: "must have private addresses only",
  fix: "set assign_public_ip to false and place tasks in private subnets with a NAT gateway or endpoints",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  judge: ({ services }) =>
    services
      .filter(
        ({ assignsPublicAddresses, isFargate }) => assignsPublicAddresses === true && isFargate !== false,
      )
      .map((service) => fault(service, "assign_public_ip")),
};
