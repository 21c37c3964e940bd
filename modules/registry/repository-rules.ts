import type { Fault } from "../errors";
import { inRange, limits, matching, problems } from "../errors";

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html */
const NAME = /^(?=.{2,256}$)([a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*\/)*[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[a-f0-9]{64}$/;

/**
 * What a repository forgets: images without a tag after some days, then all but the newest. Numbers come as text, which
 * may be a Terraform reference.
 */
export function lifecyclePolicy(keepImages: string, untaggedDays: string): string {
  const rule = (rulePriority: number, description: string, selection: object) => ({
    rulePriority,
    description,
    selection,
    action: { type: "expire" },
  });
  const json = JSON.stringify({
    rules: [
      rule(1, "images without a tag", {
        tagStatus: "untagged",
        countType: "sinceImagePushed",
        countUnit: "days",
        countNumber: "DAYS",
      }),
      rule(2, "all but the newest images", {
        tagStatus: "any",
        countType: "imageCountMoreThan",
        countNumber: "IMAGES",
      }),
    ],
  });
  return json.replace('"DAYS"', () => untaggedDays).replace('"IMAGES"', () => keepImages);
}

/** `:1.2.3` for a tag, `@sha256:…` for a digest, as it is written behind a repository. */
export function imageSuffix(version: string): string {
  return version.startsWith("sha256:") ? `@${version}` : `:${version}`;
}

interface KnownRepository {
  readonly name?: string | undefined;
  readonly keepImages?: number | undefined;
  readonly untaggedDays?: number | undefined;
}

/** What is wrong with a repository; what is undefined has a default or is not known yet. */
export function repositoryFaults({ name, keepImages, untaggedDays }: KnownRepository): Fault[] {
  return [
    ...matching(problems.repositoryName, name, NAME),
    ...inRange(limits.keptImages, keepImages),
    ...inRange(limits.untaggedDays, untaggedDays),
  ];
}

export function versionFaults(version: string | undefined): Fault[] {
  return matching(problems.imageVersion, version, version?.startsWith("sha256:") === true ? DIGEST : TAG);
}
