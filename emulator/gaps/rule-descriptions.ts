import type { FormGap } from "./gap";

const startOfRule = "<item><securityGroupRuleId>";
const ruleId = /<securityGroupRuleId>([^<]+)</g;
/** The forms in which a caller can name another group, or a prefix list, and describe the rule. */
const described = /^IpPermissions\.1\.(Groups|UserIdGroupPairs|PrefixListIds)\.1\.Description$/;

export const ruleDescriptionGap: FormGap = {
  name: "EC2 drops descriptions of rules between security groups",
  aws: "every answer that lists rules gives back their descriptions",
  moto: "it keeps descriptions of rules for CIDR blocks, not of those for a group or a prefix list",
  amend: (fields, answer, remembered) => {
    const action = fields.get("Action") ?? "";
    if (action.startsWith("AuthorizeSecurityGroup")) remember(fields, answer, remembered);
    if (action === "ModifySecurityGroupRules") forget(fields, remembered);
    return describe(answer, remembered);
  },
  probe: {
    service: "ec2",
    ask: ({ groupId }) => ({
      Action: "AuthorizeSecurityGroupIngress",
      Version: "2016-11-15",
      GroupId: groupId,
      "IpPermissions.1.IpProtocol": "tcp",
      "IpPermissions.1.FromPort": "80",
      "IpPermissions.1.ToPort": "80",
      "IpPermissions.1.Groups.1.GroupId": groupId,
      "IpPermissions.1.Groups.1.Description": "a description",
    }),
    isOpen: (answer) => !answer.includes("<description>a description<"),
  },
};

function remember(fields: URLSearchParams, answer: string, remembered: Map<string, string>): void {
  const [, description] = [...fields].find(([field]) => described.test(field)) ?? [];
  if (description === undefined) return;
  for (const [, id = ""] of answer.matchAll(ruleId)) remembered.set(id, description);
}

/** Moto does keep the description that a rule is changed to. */
function forget(fields: URLSearchParams, remembered: Map<string, string>): void {
  for (const [field, id] of fields) if (field.endsWith(".SecurityGroupRuleId")) remembered.delete(id);
}

function describe(answer: string, remembered: ReadonlyMap<string, string>): string {
  return answer
    .split(startOfRule)
    .map((part, index) => (index === 0 ? part : completed(part, remembered)))
    .join(startOfRule);
}

/** One rule, from its id on. */
function completed(part: string, remembered: ReadonlyMap<string, string>): string {
  const id = part.slice(0, part.indexOf("<"));
  const description = remembered.get(id);
  if (description === undefined || part.includes("<description>")) return part;
  return part.replace(
    "</securityGroupRuleId>",
    () => `</securityGroupRuleId><description>${escaped(description)}</description>`,
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
