import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, limits, problems, requireThat } from "../errors";
import type { EncryptionKey } from "../security";
import {
  boundedName,
  reserveName,
  expectCall,
  expectProps,
  labelOf,
  literal,
  literals,
  namingPath,
  numberText,
  stackName,
} from "../foundation";
import { imageSuffix, lifecyclePolicy, repositoryFaults, versionFaults } from "./repository-rules";

const LONGEST_NAME = 256;
const DEFAULT_KEPT_IMAGES = 100;

export interface ImageRepositoryProps {
  /**
   * Name in AWS, 2 to 256 lower case letters, digits and - _ . / between them, unique in the region. A change replaces
   * the repository.
   * @default the ids of stack and construct, in lower case
   */
  readonly name?: string;

  /**
   * Images that are kept, the newest ones, 2 to 100000. Keep more than you may want to go back: ECR does not know which
   * ones run. ECR takes 0.10 USD a GB and month (us-east-1). https://aws.amazon.com/ecr/pricing/
   * @default 100
   */
  readonly keepImages?: number;

  /**
   * Days that images without a tag are kept, 1 to 3650.
   * @default 7
   */
  readonly untaggedDays?: number;

  /**
   * Lets a tag be moved to another image, so that the same task definition may start another program tomorrow.
   * @default false
   */
  readonly mutableTags?: boolean;

  /**
   * Key to encrypt with. A change replaces the repository.
   * @default ECR's own (AES-256), free of charge
   */
  readonly encryptionKey?: EncryptionKey;

  /**
   * Deletes all images with the repository when it is destroyed. Otherwise AWS refuses to destroy one with images in it.
   * @default false
   */
  readonly deleteImagesWithRepository?: boolean;
}

/**
 * A private repository for images: tags that never move, a scan for known vulnerabilities at each push (free of charge),
 * and an end to what it keeps. A service that runs an image of it may pull from this repository and from no other.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/Repositories.html
 *
 * @example
 * const images = new ImageRepository(stack, "Images");
 * new FargateService(stack, "App", { cluster, container: { image: images.image("1.2.3"), port: 8080 } });
 */
export class ImageRepository extends Construct {
  public readonly arn: string;
  /** Where to push to: `ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME`, known when Terraform runs. */
  public readonly url: string;

  public constructor(scope: Construct, id: string, props: ImageRepositoryProps = {}) {
    super(scope, id);
    expectProps(this, "ImageRepository", props);
    const stack = TerraformStack.of(this);
    const fallback = boundedName([stackName(this), labelOf(namingPath(this))], LONGEST_NAME).toLowerCase();
    const name = props.name ?? fallback;
    const taken = reserveName(stack, problems.repositoryNameTaken, name, this);
    addCheck(this, () => [...taken, ...this.faults({ ...props, name })]);

    const repository = this.createRepository(name, props);
    this.arn = repository.arn;
    this.url = repository.repositoryUrl;
    this.createLifecyclePolicy(repository, props);
  }

  /** The reference of an image, by its tag or its digest (`sha256:…`), for a container. */
  public image(version: string): string {
    expectCall(this, "ImageRepository.image", { version });
    addCheck(this, () => versionFaults(literal(version)));
    return `${this.url}${imageSuffix(version)}`;
  }

  private createRepository(name: string, props: ImageRepositoryProps): EcrRepository {
    const { encryptionKey: key } = props;
    return new EcrRepository(this, "Resource", {
      name,
      imageTagMutability: props.mutableTags === true ? "MUTABLE" : "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [
        key === undefined ? { encryptionType: "AES256" } : { encryptionType: "KMS", kmsKey: key.arn },
      ],
      forceDelete: props.deleteImagesWithRepository ?? false,
      tags: { Name: name },
    });
  }

  private createLifecyclePolicy(repository: EcrRepository, props: ImageRepositoryProps): void {
    new EcrLifecyclePolicy(this, "LifecyclePolicy", {
      repository: repository.name,
      policy: lifecyclePolicy(
        numberText(props.keepImages ?? DEFAULT_KEPT_IMAGES),
        numberText(props.untaggedDays ?? limits.untaggedDays.default),
      ),
    });
  }

  private faults(props: ImageRepositoryProps): Fault[] {
    const { mutableTags } = props;
    return [
      ...repositoryFaults(literals(props)),
      ...requireThat(literal(mutableTags) === mutableTags, problems.mutableTagsUnknown, "a Terraform token"),
    ];
  }
}
