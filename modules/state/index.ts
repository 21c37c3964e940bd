export { chosenState } from "./chosen-state";
export type { HcpStateProps } from "./hcp-settings";
export { hcpState } from "./hcp-state";
export { localState } from "./local-state";
export type { S3StateProps } from "./s3-settings";
export { s3State } from "./s3-state";
export type { State } from "./state";
export { writtenSecrets } from "./written-secrets";
export { StateBucket, type StateBucketProps } from "./state-bucket";
