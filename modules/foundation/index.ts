export { accountOf, type Account } from "./account";
export { addressFaults, stackFaults } from "./addresses";
export { reserveName } from "./reserved-names";
export { QUOTAS_CONTEXT, STATE_CONTEXT } from "./contexts";
export {
  expressionText,
  idPart,
  difference,
  isToken,
  literal,
  literals,
  numberOrExpression,
  numberText,
  textOrExpression,
  textsOrExpression,
} from "./literals";
export { GOES_LAST } from "./goes-last";
export { boundedName, labelOf } from "./names";
export { quota, countAgainstQuota, type Quota } from "./quotas";
export { namingId, namingPath, stackName, type Renames } from "./renames";
export { expectOneStack } from "./one-stack";
export { expectArguments, expectCall, expectProps, guess, wrongIn, type Shapes, type Wrong } from "./shapes";
export { requireProvider } from "./provider-range";
export { providerRegion } from "./region";
export { waive } from "./waivers";
export type { WithArn } from "./with-arn";
