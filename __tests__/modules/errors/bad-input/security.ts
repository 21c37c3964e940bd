import {
  EncryptionKey,
  ImageRepository,
  LogBucket,
  WebAcl,
  type AccessLogs,
  type AwsStack,
  type EncryptionKeyProps,
  type ImageRepositoryProps,
  type LogBucketProps,
  type WebAclProps,
} from "../../../../modules";
import { door, network } from "../../../support/parts";
import { variablesOf } from "../../../support/variables";
import { bad, type BadInput, type BadInputs } from "./case";

const bucket = (props: LogBucketProps): BadInput => bad((scope) => new LogBucket(scope, "Logs", props));
const logs = (accessLogs: (scope: AwsStack) => AccessLogs): BadInput =>
  bad((scope) => door(scope, network(scope), { accessLogs: accessLogs(scope) }));
const acl = (props: WebAclProps): BadInput => bad((scope) => new WebAcl(scope, "Firewall", props));
const key = (props: EncryptionKeyProps): BadInput => bad((scope) => new EncryptionKey(scope, "Key", props));
const images = (props: ImageRepositoryProps): BadInput =>
  bad((scope) => new ImageRepository(scope, "Images", props));
const two = (make: (scope: AwsStack, id: string) => unknown): BadInput =>
  bad((scope) => ["One", "Two"].forEach((id) => make(scope, id)));
const unknown = (scope: AwsStack): boolean => variablesOf(scope).text("choice") as unknown as boolean;

export const protection: BadInputs<"8"> = {
  FY801: bucket({ name: "Logs" }),
  FY802: logs(() => ({ prefix: "door/" })),
  FY803: bucket({ retentionDays: 0 }),
  FY804: logs(() => ({ bucket: "somebody-s-bucket", retentionDays: 30 })),
  FY805: logs((scope) => ({
    bucket: new LogBucket(scope, "Logs", { encryptionKey: new EncryptionKey(scope, "Key") }),
  })),
  FY806: logs((scope) => ({ paused: unknown(scope) })),
  FY811: acl({ name: "not this" }),
  FY812: two((scope, id) => new WebAcl(scope, id, { name: "same" })),
  FY813: acl({ anonymousIps: "off" as "allow" }),
  FY814: acl({ requestsPerIp: 9 }),
  FY815: acl({ countedRules: ["SizeRestrictions_Body" as "SizeRestrictions_BODY"] }),
  FY816: bad((scope) => new WebAcl(scope, "Firewall", { countOnly: unknown(scope) })),
  FY817: acl({ logAllRequests: true }),
  FY818: bad((scope) => {
    const arn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/cdn/0a1b2c3d-1111-2222-3333-444455556666";
    door(scope, network(scope)).protectWith({ arn });
  }),
  FY821: key({ alias: "alias/aws/mine" }),
  FY822: key({ rotationDays: 30 }),
  FY823: key({ deletionWindowDays: 31 }),
  FY824: two((scope, id) => new EncryptionKey(scope, id, { alias: "alias/same" })),
  FY831: images({ name: "App" }),
  FY832: two((scope, id) => new ImageRepository(scope, id, { name: "same" })),
  FY833: images({ keepImages: 1 }),
  FY834: images({ untaggedDays: 0 }),
  FY835: bad((scope) => new ImageRepository(scope, "Images").image("app:1.2.3")),
  FY836: bad((scope) => new ImageRepository(scope, "Images", { mutableTags: unknown(scope) })),
};
