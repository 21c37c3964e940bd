import { fault, type Rule } from "./rule";

const LIMIT = 16;

export const tooManySubnets: Rule = {
  code: "FY590",
  severity: "error",
  subject: "a service",
  allowed: "can run in at most 16 subnets",
  fix: "name fewer subnets",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
  judge: ({ services }) =>
    services
      .filter(({ least }) => least.subnets > LIMIT)
      .map((service) => fault(service, `${service.least.subnets}`)),
};
