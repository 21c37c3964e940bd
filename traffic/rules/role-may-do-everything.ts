import { fault, type Rule } from "./rule";

const EVERYTHING = ["*", "*:*"];

export const roleMayDoEverything: Rule = {
  code: "FY570",
  severity: "warning",
  subject: "a role",
  allowed: "can't be allowed everything",
  fix: "name the actions that the application calls, and the resources that it calls them on",
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  judge: ({ roles }) =>
    roles.flatMap((role) => {
      const wide = role.allowed.flatMap(({ patterns }) => patterns).find((one) => EVERYTHING.includes(one));
      return wide === undefined || role.open ? [] : [fault(role, `action ${wide}`)];
    }),
};
