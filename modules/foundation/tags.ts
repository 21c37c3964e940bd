import type { Finding } from "../errors";
import { finding, unless } from "../errors";

/** AWS takes 50 tags a resource, and each resource of ours has a Name beside the stack's. */
const MOST_TAGS = 49;

/** What all services take: ECS and IAM are the strictest. https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
const KEY = /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export function tagFindings(tags: Readonly<Record<string, string | undefined>>): Finding[] {
  const keys = Object.keys(tags);
  const badKeys = keys.filter((key) => !KEY.test(key));
  const badValues = Object.entries(tags).filter(([, value]) => value !== undefined && !VALUE.test(value));
  return [
    ...badKeys.map((key) => finding("FY010", JSON.stringify(key))),
    ...badValues.map(([key, value]) => finding("FY011", JSON.stringify(value), `the value of tag ${key}`)),
    ...unless(keys.length <= MOST_TAGS, "FY012", keys.length),
  ];
}
