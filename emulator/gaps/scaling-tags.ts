import { isJson, type Json } from "../../cli/json";
import type { ActionGap, JsonExchange } from "./gap";

const service = "AnyScaleFrontendService";

export const scalingTagsGap: ActionGap = {
  name: "Application Auto Scaling ListTagsForResource is missing",
  aws: "it lists the tags that a scalable target was registered with and given since",
  moto: "it does not know the action; the provider tries again for many minutes",
  service: "application-autoscaling",
  target: `${service}.ListTagsForResource`,
  notice: (exchange, remembered) => {
    const { target, input, answer } = exchange;
    if (target !== `${service}.RegisterScalableTarget`) retag(exchange, remembered);
    else if (isJson(input["Tags"])) remembered.set(String(answer["ScalableTargetARN"]), input["Tags"]);
  },
  answer: (input, remembered) => ({ Tags: remembered.get(String(input["ResourceARN"])) ?? {} }),
};

/** Their effect is seen in the list of tags. */
export const scalingTagChangeGaps: readonly ActionGap[] = ["TagResource", "UntagResource"].map((action) => ({
  name: `Application Auto Scaling ${action} is missing`,
  aws: "it changes the tags of a scalable target",
  moto: "it does not know the action: a stack's tags can't be changed once it scales",
  service: "application-autoscaling",
  target: `${service}.${action}`,
  notice: () => undefined,
  answer: () => ({}),
}));

function retag({ target, input }: JsonExchange, remembered: Map<string, Json>): void {
  const arn = String(input["ResourceARN"]);
  const tags = remembered.get(arn) ?? {};
  const { Tags: given, TagKeys: gone } = input;
  if (target === `${service}.TagResource` && isJson(given)) remembered.set(arn, { ...tags, ...given });
  if (target !== `${service}.UntagResource` || !Array.isArray(gone)) return;
  const kept = Object.entries(tags).filter(([key]) => !(gone as unknown[]).includes(key));
  remembered.set(arn, Object.fromEntries(kept));
}
