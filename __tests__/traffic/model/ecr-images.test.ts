import { ECR_IMAGE, ecrRepositoryArn } from "../../../traffic";
import { isEcrImage } from "../../../traffic/model/ecr-images";

/** Each address that AWS gives a private registry, and the partition that it lies in. */
export const ECR_ADDRESSES: readonly (readonly [address: string, region: string, partition: string])[] = [
  ["123456789012.dkr.ecr.us-east-1.amazonaws.com", "us-east-1", "aws"],
  ["123456789012.dkr.ecr-fips.us-east-1.amazonaws.com", "us-east-1", "aws"],
  ["123456789012.dkr-ecr.eu-west-1.on.aws", "eu-west-1", "aws"],
  ["123456789012.dkr-ecr-fips.us-west-2.on.aws", "us-west-2", "aws"],
  ["123456789012.dkr.ecr.us-gov-west-1.amazonaws.com", "us-gov-west-1", "aws-us-gov"],
  ["123456789012.dkr.ecr-fips.us-gov-east-1.amazonaws.com", "us-gov-east-1", "aws-us-gov"],
  ["123456789012.dkr-ecr.us-gov-west-1.on.aws", "us-gov-west-1", "aws-us-gov"],
  ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn", "cn-north-1", "aws-cn"],
  ["123456789012.dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn", "cn-northwest-1", "aws-cn"],
  ["123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1", "aws-eusc"],
  ["123456789012.dkr-ecr.eusc-de-east-1.on.amazonwebservices.eu", "eusc-de-east-1", "aws-eusc"],
  ["123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov", "us-iso-east-1", "aws-iso"],
  ["123456789012.dkr.ecr.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1", "aws-iso-b"],
  ["123456789012.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk", "eu-isoe-west-1", "aws-iso-e"],
  ["123456789012.dkr.ecr.us-isof-south-1.csp.hci.ic.gov", "us-isof-south-1", "aws-iso-f"],
];

describe("an image in a private ECR registry", () => {
  it.each(ECR_ADDRESSES)("is known by %s", (address, region, partition) => {
    for (const image of [":1", `@sha256:${"a".repeat(64)}`, ""].map(
      (version) => `${address}/team/app${version}`,
    )) {
      expect(isEcrImage(image)).toBe(true);
      expect(ecrRepositoryArn(image)).toBe(`arn:${partition}:ecr:${region}:123456789012:repository/team/app`);
    }
  });

  it.each([
    "nginx",
    "public.ecr.aws/x/y:1",
    "ecr-public.aws.com/x/y:1",
    "docker.io/library/nginx:1",
    "evil.com/123456789012.dkr.ecr.us-east-1.amazonaws.com/x:1",
    "123456789012.dkr.ecr.us-east-1.amazonaws.com.evil.com/x:1",
    "123456789012.dkr.ecr.us-east-1.evil.com/x:1",
    "123456789012.dkr-ecr.us-east-1.evil.on.aws/x:1",
    "dkr.ecr.us-east-1.amazonaws.com/x:1",
  ])("is not %s", (image) => {
    expect(isEcrImage(image)).toBe(false);
    expect(ecrRepositoryArn(image)).toBeUndefined();
  });

  it("has a pattern without braces, which Terraform expressions can hold, and without groups that may stay empty", () => {
    expect(ECR_IMAGE).not.toMatch(/[{}]|\)\?\(|\([^?][^)]*\)\?/);
  });
});
