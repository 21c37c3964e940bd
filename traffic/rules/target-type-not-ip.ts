import { registrationsWith } from "../model";
import { fault, type Rule } from "./rule";

export const targetTypeNotIp: Rule = {
  code: "FY514",
  severity: "error",
  subject: "the target group of a Fargate service",
  allowed: "must have target type ip",
  fix: "set target_type to ip: a Fargate task is registered by its address, not as an instance",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html",
  judge: ({ targetGroups }) =>
    targetGroups.flatMap((group) => {
      const { targetType } = group;
      if (typeof targetType !== "string" || targetType === "ip") return [];
      return registrationsWith(group)
        .filter(({ service }) => service.isFargate === true)
        .map(({ service }) => fault(group, `${targetType}, for ${service.name}`));
    }),
};
