import { problems, type ProblemKind } from "../../modules/errors";
import { ifGiven, text, type Input, type Rule } from "./input";

const NAMED = "^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$";
const GROUP = "^[a-zA-Z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{1,255}$";

/** What all services take: ECS and IAM are the strictest. */
const TAG = "[\\p{L}\\p{Z}\\p{N}_.:/=+@-]";

/** Names in AWS, and tags. */
export const naming: Record<string, Input> = {
  name: {
    type: "string",
    description:
      "Name of the application: the first part of what its parts are called, and the Name tag of a VPC. 1 to 32 letters, digits and hyphens.",
    rules: [nameRule("name", "a_shop")],
  },
  service_name: {
    type: "string",
    description:
      "Name of the ECS service and its container, unique in its cluster: 1 to 32 letters, digits, hyphens and underscores. A change replaces the service.",
    default: "app",
    rules: [text(problems.ecsName, "var.service_name", "^[A-Za-z0-9_-]{1,32}$", { service_name: "my app" })],
  },
  load_balancer_name: {
    type: "string",
    description:
      "Exact name of the load balancer, unique in its region; name, unless it is given. A change replaces the load balancer, and with it its DNS name.",
    default: null,
    rules: [
      ifGiven("load_balancer_name", nameRule("load_balancer_name", "internal-shop")),
      beginsGroup("load_balancer_name", "load_balancer_security_group_name"),
    ],
  },
  load_balancer_security_group_name: {
    type: "string",
    description:
      "Name of the load balancer's security group; the load balancer's name with -SG, unless it is given. A change replaces the group.",
    default: null,
    rules: [groupRule("load_balancer_security_group_name")],
  },
  service_security_group_name: {
    type: "string",
    description:
      "Name of the tasks' security group; name and service_name with -SG, unless it is given. A change replaces the group.",
    default: null,
    rules: [groupRule("service_security_group_name")],
  },
  target_group_name: {
    type: "string",
    description:
      "Exact name of the target group, unique in its region. Without one a name is generated, and a change that replaces the group (port) leaves no gap. With one, such a change, like giving or dropping the name, replaces the listeners, with rules of your own on them, and nothing answers for some seconds.",
    default: null,
    rules: [
      ifGiven(
        "target_group_name",
        text(problems.targetGroupName, "var.target_group_name", NAMED, { target_group_name: "-targets" }),
      ),
    ],
  },
  tags: {
    type: "map(string)",
    description:
      "Tags of every resource that can carry tags, beside Name; at most 49. Name stays what it is.",
    default: {},
    rules: [
      eachTag(
        problems.tagKey,
        "key",
        `^${TAG}{1,128}$`,
        { "a,b": "value" },
        ' && !startswith(lower(key), "aws:")',
      ),
      eachTag(problems.tagValue, "value", `^${TAG}{0,256}$`, { key: "a, b" }),
      {
        kind: problems.tooManyTags,
        condition: "length(var.tags) <= 49",
        given: "length(var.tags)",
        bad: { tags: Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`key-${at}`, "value"])) },
      },
    ],
  },
};

function eachTag(
  kind: ProblemKind,
  part: "key" | "value",
  pattern: string,
  bad: Record<string, string>,
  further = "",
): Rule {
  return {
    kind,
    condition: `alltrue([for key, value in var.tags : can(regex(${JSON.stringify(pattern)}, ${part}))${further}])`,
    given: `jsonencode(${part}s(var.tags))`,
    subject: `each ${part} of tags`,
    bad: { tags: bad },
  };
}

function nameRule(name: string, bad: string) {
  const rule = text(problems.loadBalancerName, `var.${name}`, NAMED, { [name]: bad });
  return { ...rule, condition: `${rule.condition} && !startswith(var.${name}, "internal-")` };
}

/** The rules of a name that a security group's begins with, unless that gets one of its own. */
export function beginsGroup(name: string, own: string): Rule {
  return {
    kind: problems.securityGroupName,
    condition: `var.${own} != null || var.${name} == null || try(!startswith(lower(var.${name}), "sg-"), false)`,
    given: `jsonencode(var.${name})`,
    fix: `rename it, or set ${own}`,
    bad: { [name]: "sg-shop" },
  };
}

function groupRule(name: string) {
  const rule = text(problems.securityGroupName, `var.${name}`, GROUP, { [name]: "sg-shop" });
  return ifGiven(name, { ...rule, condition: `${rule.condition} && !startswith(lower(var.${name}), "sg-")` });
}
