import { isJson } from "../json";
import type { ActionGap } from "./gap";

const service = "AnyScaleFrontendService";

export const scalingTagsGap: ActionGap = {
  name: "Application Auto Scaling ListTagsForResource is missing",
  aws: "it lists the tags with which a scalable target was registered",
  moto: "it does not know the action; the provider tries again for many minutes",
  service: "application-autoscaling",
  target: `${service}.ListTagsForResource`,
  notice: ({ target, input, answer }, remembered) => {
    if (target !== `${service}.RegisterScalableTarget` || !isJson(input["Tags"])) return;
    remembered.set(String(answer["ScalableTargetARN"]), input["Tags"]);
  },
  answer: (input, remembered) => ({ Tags: remembered.get(String(input["ResourceARN"])) ?? {} }),
};
