import type { Finding } from "../errors";
import { finding, unless } from "../errors";

/** AWS takes 50 tags a resource, and each resource of ours has a Name beside the stack's. */
const MOST_TAGS = 49;

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export function tagFindings(tags: Readonly<Record<string, string | undefined>>): Finding[] {
  const keys = Object.keys(tags);
  const badKeys = keys.filter((key) => key.length < 1 || key.length > 128 || /^aws:/i.test(key));
  const badValues = Object.entries(tags).filter(([, value]) => value !== undefined && value.length > 256);
  return [
    ...badKeys.map((key) => finding("FY010", JSON.stringify(key))),
    ...badValues.map(([key, value]) =>
      finding("FY011", `${value?.length} characters`, `the value of tag ${key}`),
    ),
    ...unless(keys.length <= MOST_TAGS, "FY012", keys.length),
  ];
}
