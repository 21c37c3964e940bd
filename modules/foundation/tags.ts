import type { Fault } from "../errors";
import { fault, problems, requireThat } from "../errors";

/** AWS takes 50 tags a resource, and each resource of ours has a Name beside the stack's. */
const MOST_TAGS = 49;

/** What all services take: ECS and IAM are the strictest. https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
const KEY = /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export function tagFaults(tags: Readonly<Record<string, string | undefined>>): Fault[] {
  const keys = Object.keys(tags);
  const badKeys = keys.filter((key) => !KEY.test(key));
  const badValues = Object.entries(tags).filter(([, value]) => value !== undefined && !VALUE.test(value));
  return [
    ...badKeys.map((key) => fault(problems.tagKey, JSON.stringify(key))),
    ...badValues.map(([key, value]) =>
      fault(problems.tagValue, JSON.stringify(value), `the value of tag ${key}`),
    ),
    ...requireThat(keys.length <= MOST_TAGS, problems.tooManyTags, keys.length),
  ];
}
