import { EncryptionKey, ImageRepository, type ImageRepositoryProps } from "../../../modules";
import { parse } from "../../support/json";
import { cluster, service } from "../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

const made = (props: ImageRepositoryProps = {}): Synthesized =>
  synthesize((scope) => {
    new ImageRepository(scope, "Images", props);
  });
const codes = (props: ImageRepositoryProps): string[] =>
  codesOf((scope) => new ImageRepository(scope, "Images", props));
const version = (tag: string): string[] =>
  codesOf((scope) => new ImageRepository(scope, "Images").image(tag));

describe("an image repository", () => {
  const stack = made();
  const repository = stack.only("aws_ecr_repository");

  it("has tags that never move, scans what is pushed, encrypts, and is not destroyed with images in it", () => {
    expect(repository.at("name")).toBe("test-images");
    expect(repository.at("image_tag_mutability")).toBe("IMMUTABLE");
    expect(repository.at("image_scanning_configuration")).toEqual({ scan_on_push: true });
    expect(repository.at("encryption_configuration")).toEqual([{ encryption_type: "AES256" }]);
    expect(repository.at("force_delete")).toBe(false);
  });

  it("forgets images without a tag after a week, and all but the newest hundred", () => {
    expect(parse(stack.only("aws_ecr_lifecycle_policy").text("policy"))).toEqual({
      rules: [
        {
          rulePriority: 1,
          description: "images without a tag",
          selection: {
            ...{ tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 7 },
          },
          action: { type: "expire" },
        },
        {
          rulePriority: 2,
          description: "all but the newest images",
          selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 100 },
          action: { type: "expire" },
        },
      ],
    });
  });

  it("has no policy of its own: who may pull is decided by the roles of this account", () => {
    expect(stack.types()).toEqual(["aws_ecr_lifecycle_policy", "aws_ecr_repository"]);
  });

  it("is what was chosen", () => {
    const chosen = synthesize((scope) => {
      const encryptionKey = new EncryptionKey(scope, "Key");
      const unsafe = { mutableTags: true, deleteImagesWithRepository: true };
      new ImageRepository(scope, "Images", { name: "team/app", keepImages: 2, encryptionKey, ...unsafe });
    });
    const one = chosen.only("aws_ecr_repository");
    expect(one.at("name")).toBe("team/app");
    expect(one.at("image_tag_mutability")).toBe("MUTABLE");
    expect(one.at("force_delete")).toBe(true);
    expect(one.at("encryption_configuration")).toEqual([
      { encryption_type: "KMS", kms_key: chosen.only("aws_kms_key").ref("arn") },
    ]);
  });
});

describe("an image of the repository", () => {
  const stack = synthesize((scope) => {
    const images = new ImageRepository(scope, "Images");
    service(scope, cluster(scope), { container: { image: images.image("1.2.3") } });
  });
  const reference = `\${aws_ecr_repository.${stack.only("aws_ecr_repository").id}.repository_url}:1.2.3`;

  it("is what the container runs", () => {
    expect(stack.only("aws_ecs_task_definition").text("container_definitions")).toContain("repository_url");
    expect(reference).toMatch(/:1\.2\.3$/);
  });

  it("may be pulled by the execution role, whose policy Terraform works out of the very same reference", () => {
    const policy = stack.named("aws_iam_role_policy", "Service_Task_ExecutionRole").text("policy");
    expect(policy).toContain("repository_url");
    expect(policy).toContain("ecr:BatchGetImage");
  });

  it("goes by its digest as well", () => {
    const digest = `sha256:${"0".repeat(64)}`;
    const made = synthesize((scope) => {
      service(scope, cluster(scope), {
        container: { image: new ImageRepository(scope, "Images").image(digest) },
      });
    });
    expect(made.only("aws_ecs_task_definition").text("container_definitions")).toContain(`@${digest}`);
  });

  it.each(["1.2.3", "v1", "_a", "x".repeat(128), `sha256:${"a".repeat(64)}`])("passes as %.20s", (tag) => {
    expect(version(tag)).toEqual([]);
  });

  it.each(["", ".a", "-a", "a b", "a:b", "a/b", "x".repeat(129), "sha256:abc", `sha256:${"A".repeat(64)}`])(
    "fails as %.20j",
    (tag) => {
      expect(version(tag)).toEqual(["FY835"]);
    },
  );
});

describe("what a repository is told", () => {
  it.each(["ab", "team/app", "a-b_c.d", "a--b", "x".repeat(256)])("passes as the name %.20s", (name) => {
    expect(codes({ name })).toEqual([]);
  });

  it.each(["", "a", "App", "-ab", "ab-", "a//b", "/ab", "a..b", "a b", "x".repeat(257)])(
    "fails as the name %.20j",
    (name) => {
      expect(codes({ name })).toEqual(["FY831"]);
    },
  );

  it.each([
    [{ keepImages: 1 }, ["FY833"]],
    [{ keepImages: 100_000 }, []],
    [{ keepImages: 100_001 }, ["FY833"]],
    [{ untaggedDays: 0 }, ["FY834"]],
    [{ untaggedDays: 3650 }, []],
    [{ untaggedDays: 3651 }, ["FY834"]],
  ])("with %j leads to %j", (props, expected) => {
    expect(codes(props)).toEqual(expected);
  });
});
