import { fault, listed, type Rule } from "./rule";

export const targetGroupWithoutListener: Rule = {
  code: "FY520",
  severity: "error",
  subject: "a target group",
  allowed: "must be used by a listener",
  fix: "forward to it from a listener or one of its rules",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
  judge: ({ targetGroups }) =>
    targetGroups
      .filter((one) => one.forwarders.length === 0 && !one.mayHaveOtherForwarders)
      .map((one) =>
        one.services.length > 0
          ? fault(one, `none, and ECS refuses ${listed(one.services.map(({ name }) => name))}`)
          : fault(one, "none, so nothing is sent to it", { severity: "warning" }),
      ),
};
