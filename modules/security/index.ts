export { EncryptionKey, type EncryptionKeyProps } from "./encryption-key";
export { LogBucket, type LogBucketProps } from "./log-bucket";
export { WebAcl, type WebAclProps } from "./web-acl";
