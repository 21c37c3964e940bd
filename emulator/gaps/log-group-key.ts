import type { Json } from "../../cli/json";
import { jsonList, without } from "../../cli/json";
import type { ActionGap, AnswerGap } from "./gap";

const service = "Logs_20140328";
const region = "us-east-1";

/** Answers that moto lacks; what was asked is remembered by `logGroupKeyGap`. */
export const keyOfLogGroupGaps: readonly ActionGap[] = ["AssociateKmsKey", "DisassociateKmsKey"].map(
  (action) => ({
    name: `CloudWatch Logs ${action} is missing`,
    aws: "it changes the key of a log group that stands",
    moto: "it does not know the action: a log group has the key that it was created with",
    service: "logs",
    target: `${service}.${action}`,
    notice: () => undefined,
    answer: () => ({}),
  }),
);

export const logGroupKeyGap: AnswerGap = {
  name: "CloudWatch Logs DescribeLogGroups knows the first key only",
  aws: "a log group is described with the key that AssociateKmsKey gave it, and without one after DisassociateKmsKey",
  moto: "it knows neither action, and describes the key that the log group was created with",
  amend: ({ target, input, answer }, remembered) => {
    const name = nameOf(input);
    if (target === `${service}.AssociateKmsKey`) remembered.set(name, { kmsKeyId: input["kmsKeyId"] });
    if (target === `${service}.DisassociateKmsKey`) remembered.set(name, {});
    if (/\.(Create|Delete)LogGroup$/.test(target)) remembered.delete(name);
    if (target !== `${service}.DescribeLogGroups` || remembered.size === 0) return answer;
    return { ...answer, logGroups: jsonList(answer["logGroups"]).map((group) => withKey(group, remembered)) };
  },
  isOpen: async (ask) => {
    const logGroupName = `probe-${Date.now()}`;
    const kmsKeyId = `arn:aws:kms:${region}:123456789012:key/probe`;
    await ask("logs", `${service}.CreateLogGroup`, { logGroupName });
    await ask("logs", `${service}.AssociateKmsKey`, { logGroupName, kmsKeyId });
    const input = { logGroupNamePrefix: logGroupName };
    const described = await ask("logs", `${service}.DescribeLogGroups`, input);
    return jsonList(described["logGroups"])[0]?.["kmsKeyId"] !== kmsKeyId;
  },
};

function withKey(group: Json, remembered: ReadonlyMap<string, Json>): Json {
  const key = remembered.get(String(group["logGroupName"]));
  return key === undefined ? group : { ...without(group, "kmsKeyId"), ...key };
}

/** A log group is named by its name or by its ARN. */
function nameOf({ logGroupName, resourceIdentifier }: Json): string {
  return String(logGroupName ?? /:log-group:([^:]+)/.exec(String(resourceIdentifier))?.[1] ?? "");
}
