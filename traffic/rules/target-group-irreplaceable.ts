import { fault, type Rule } from "./rule";

export const targetGroupIrreplaceable: Rule = {
  code: "FY522",
  severity: "warning",
  subject: "a target group that a listener uses",
  allowed: "must be replaceable while it is in use",
  fix: "use name_prefix with lifecycle.create_before_destroy, or replace its listeners with it (replace_triggered_by)",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteTargetGroup.html",
  judge: ({ targetGroups }) =>
    targetGroups
      .filter(({ forwarders, open }) => forwarders.length > 0 && !open)
      .filter(({ address, forwarders }) => !forwarders.every((one) => one.replacedWith.includes(address)))
      .flatMap((one) => {
        if (one.isCreatedBeforeDestroyed === false)
          return [
            fault(one, "one that is destroyed before its successor is made: AWS refuses, it is in use"),
          ];
        if (one.isCreatedBeforeDestroyed === true && one.hasFixedName === true)
          return [fault(one, "one with a fixed name: AWS refuses a successor of the same name")];
        return [];
      }),
};
