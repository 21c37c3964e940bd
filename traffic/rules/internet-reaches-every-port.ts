import { opensEveryPort, opensToInternet } from "../model";
import { fault, type Rule } from "./rule";

export const internetReachesEveryPort: Rule = {
  code: "FY565",
  severity: "warning",
  subject: "a security group",
  allowed: "can only open individual ports to the whole internet",
  fix: "name the ports that visitors need; scanners overlook ip_protocol -1, which is every port of every protocol",
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  judge: ({ securityGroups }) =>
    securityGroups.flatMap(({ rules }) =>
      rules
        .filter((rule) => opensToInternet(rule) && opensEveryPort(rule))
        .map((rule) =>
          fault(rule, rule.protocol === "-1" ? "protocol -1" : `every port of ${String(rule.protocol)}`),
        ),
    ),
};
