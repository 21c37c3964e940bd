import { EncryptionKey, ImageRepository, LogBucket, WebAcl, type AwsStack } from "../../../modules";
import { codesOf, problemsOf } from "../../support/synthesize";

const CONSTRUCTS = { EncryptionKey, ImageRepository, LogBucket, WebAcl };
type Make = new (scope: AwsStack, id: string, props: unknown) => unknown;
const all = Object.entries(CONSTRUCTS) as unknown as [string, Make][];

describe("props of another kind than they should be", () => {
  it.each(all)("fail as null in %s, and as a text", (_, Made) => {
    for (const props of [null, "props"])
      expect(codesOf((scope) => new Made(scope, "Made", props))).toEqual(["FY018"]);
  });

  it.each([
    ["a number as a name", WebAcl, { name: 1 }, "props.name"],
    ["one rule instead of a list", WebAcl, { countedRules: "SizeRestrictions_BODY" }, "props.countedRules"],
    ["a text as a flag", WebAcl, { countOnly: "false" }, "props.countOnly"],
    ["an ARN as a key", LogBucket, { encryptionKey: "arn:aws:kms:…" }, "props.encryptionKey"],
    ["a text as a flag", ImageRepository, { mutableTags: "false" }, "props.mutableTags"],
    ["a number as an alias", EncryptionKey, { alias: 1 }, "props.alias"],
  ])("fail: %s", (_, Made, props, subject) => {
    const found = problemsOf((scope) => new (Made as Make)(scope, "Made", props));
    expect(found.map((one) => [one.code, one.subject])).toEqual([["FY018", subject]]);
  });

  it.each(all)("may be left out in %s, all of them", (_, Made) => {
    expect(codesOf((scope) => new Made(scope, "Made", undefined))).toEqual([]);
    expect(codesOf((scope) => new Made(scope, "Made", {}))).toEqual([]);
  });
});
