/**
 * Where images of private ECR registries are had: over IPv4, or over IPv6 as well (`dkr-ecr`), each with a FIPS endpoint
 * beside it. https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
 */
const SUFFIXES = [
  ["amazonaws.com", "amazonaws.com.cn", "amazonaws.eu"],
  ["c2s.ic.gov", "sc2s.sgov.gov", "csp.hci.ic.gov", "cloud.adc-e.uk"],
  ["on.aws", "on.amazonwebservices.com.cn", "on.amazonwebservices.eu"],
].flat();

/**
 * Account, region and repository of an image in a private ECR registry. Without braces, and with no group that may stay
 * empty: it also stands in Terraform expressions.
 */
export const ECR_IMAGE =
  String.raw`^([0-9]+)\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.` +
  `(?:${SUFFIXES.map((suffix) => suffix.replaceAll(".", String.raw`\.`)).join("|")})` +
  "/([a-z0-9._/-]+)";

/** By how their regions begin; all others are of `aws`. https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
export const PARTITIONS: readonly (readonly [region: string, partition: string])[] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["us-iso-", "aws-iso"],
  ["eu-isoe-", "aws-iso-e"],
  ["eusc-", "aws-eusc"],
];

const PATTERN = new RegExp(ECR_IMAGE);

export function isEcrImage(image: string): boolean {
  return PATTERN.test(image);
}

/** The ARN of the repository that an image lies in; undefined outside private ECR registries. */
export function ecrRepositoryArn(image: string): string | undefined {
  const [, account, region, repository] = PATTERN.exec(image) ?? [];
  if (region === undefined) return undefined;
  const partition = PARTITIONS.find(([begins]) => region.startsWith(begins))?.[1] ?? "aws";
  return `arn:${partition}:ecr:${region}:${account}:repository/${repository}`;
}
