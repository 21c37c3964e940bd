import type { Json } from "../../cli/json";
import { isJson } from "../../cli/json";
import type { AnswerGap } from "./gap";

const service = "TrentService";

export const rotationPeriodGap: AnswerGap = {
  name: "KMS forgets how often a key rotates",
  aws: "GetKeyRotationStatus gives back the RotationPeriodInDays that EnableKeyRotation got, or 365",
  moto: "it says that the key rotates, and not how often: Terraform's next plan wants to set it again",
  amend: ({ target, input, answer }, remembered) => {
    const key = String(input["KeyId"]);
    if (target === `${service}.EnableKeyRotation`) {
      remembered.set(key, { RotationPeriodInDays: input["RotationPeriodInDays"] ?? 365 });
    }
    const isAsked = target === `${service}.GetKeyRotationStatus` && answer["KeyRotationEnabled"] === true;
    return isAsked ? { ...remembered.get(key), ...answer } : answer;
  },
  isOpen: async (ask) => {
    const kms = (action: string, input: Json): Promise<Json> => ask("kms", `${service}.${action}`, input);
    const { KeyMetadata: key } = await kms("CreateKey", {});
    const KeyId = isJson(key) ? key["KeyId"] : "";
    await kms("EnableKeyRotation", { KeyId, RotationPeriodInDays: 90 });
    return (await kms("GetKeyRotationStatus", { KeyId }))["RotationPeriodInDays"] === undefined;
  },
};
