import {
  FileSystem,
  readOnly,
  scratchVolume,
  secretsManagerSecret,
  ssmParameter,
  TaskDefinition,
  type Container,
  type TaskDefinitionProps,
} from "../../../../modules";
import { at, listAt, parse, type Json } from "../../../support/json";
import { IMAGE, network } from "../../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../../support/synthesize";
import { fill } from "../../../support/template";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf";
const KEY = { arn: "arn:aws:kms:us-east-1:123456789012:key/1" };

const made = (props: Partial<TaskDefinitionProps> = {}, container: Partial<Container> = {}): Synthesized =>
  synthesize((stack) => {
    new TaskDefinition(stack, "Job", { containers: [{ image: IMAGE, ...container }], ...props });
  });
const codes = (props: Partial<TaskDefinitionProps>, container: Partial<Container> = {}): string[] =>
  codesOf((stack) => {
    new TaskDefinition(stack, "Job", { containers: [{ image: IMAGE, ...container }], ...props });
  });
const task = (stack: Synthesized) => stack.only("aws_ecs_task_definition");
const containers = (stack: Synthesized): Json[] =>
  parse(fill(task(stack).text("container_definitions"), {})) as Json[];
const startPolicy = (stack: Synthesized): string =>
  stack.named("aws_iam_role_policy", "Job_ExecutionRole").text("policy");

describe("a task that was told nothing", () => {
  it("has no volume, no disk of its own choice and no sidecar", () => {
    const stack = made();
    expect(task(stack).values).not.toHaveProperty("volume");
    expect(task(stack).values).not.toHaveProperty("ephemeral_storage");
    expect(containers(stack)).toHaveLength(1);
    expect(stack.only("aws_cloudwatch_log_group").values).not.toHaveProperty("kms_key_id");
  });
});

describe("a task's processor and disk", () => {
  it("are ARM64 and larger where that is said", () => {
    const stack = made({ architecture: "ARM64", ephemeralStorageGiB: 21 });
    expect(task(stack).at("runtime_platform.cpu_architecture")).toBe("ARM64");
    expect(task(stack).at("ephemeral_storage")).toEqual({ size_in_gib: 21 });
  });

  it.each([20, 201, 21.5])("fail at %d GiB", (ephemeralStorageGiB) => {
    expect(codes({ ephemeralStorageGiB })).toEqual(["FY456"]);
  });

  it("pass at their limits", () => {
    expect(codes({ ephemeralStorageGiB: 21 })).toEqual([]);
    expect(codes({ ephemeralStorageGiB: 200 })).toEqual([]);
  });
});

describe("a task's log", () => {
  it("is encrypted with the key that is given", () => {
    expect(made({ logKey: KEY }).only("aws_cloudwatch_log_group").at("kms_key_id")).toBe(KEY.arn);
  });

  const options = { Name: "firehose", delivery_stream: "shop", apikey: ssmParameter("/log/key") };
  const stack = made({ logRouter: { cpu: 64, memoryMiB: 128 } }, { logOptions: options });
  const [program, router] = containers(stack);

  it("goes through a log router that starts first", () => {
    expect(containers(stack)).toHaveLength(2);
    expect(program).toMatchObject({
      dependsOn: [{ condition: "START", containerName: "LogRouter" }],
      logConfiguration: {
        logDriver: "awsfirelens",
        options: { Name: "firehose", delivery_stream: "shop" },
        secretOptions: [{ name: "apikey", valueFrom: "/log/key" }],
      },
    });
  });

  it("leaves the router's own to CloudWatch Logs", () => {
    expect(router).toMatchObject({
      name: "LogRouter",
      essential: true,
      user: "0",
      cpu: 64,
      memory: 128,
      image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
      firelensConfiguration: { type: "fluentbit", options: { "enable-ecs-log-metadata": "true" } },
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": "/frontyard/test/Job", "awslogs-stream-prefix": "LogRouter" },
      },
    });
    expect(router).not.toHaveProperty("dependsOn");
  });

  it("may have secrets in its options, which ECS may read then", () => {
    expect(startPolicy(stack)).toContain('"ssm:GetParameters"');
  });

  it("leaves it to the caller to wait until the router is well, with a configuration of its own", () => {
    const healthy = made(
      { logRouter: { configFile: "/extra.conf" } },
      { logOptions: {}, dependsOn: { LogRouter: "START" } },
    );
    expect(containers(healthy)[0]).toMatchObject({
      dependsOn: [{ condition: "START", containerName: "LogRouter" }],
      logConfiguration: { logDriver: "awsfirelens" },
    });
    expect(at(containers(healthy)[1], "firelensConfiguration.options")).toEqual({
      "config-file-type": "file",
      "config-file-value": "/extra.conf",
      "enable-ecs-log-metadata": "true",
    });
  });

  it("fails with options and no router, with a router that nobody uses, and with one of its name", () => {
    expect(codes({}, { logOptions: {} })).toEqual(["FY458"]);
    expect(codes({ logRouter: {} })).toEqual(["FY459"]);
    expect(codes({ logRouter: {} }, { logOptions: {}, name: "LogRouter" })).toContain("FY405");
  });
});

describe("a task's secrets", () => {
  const secrets = {
    PASSWORD: secretsManagerSecret(SECRET, { jsonKey: "password", key: KEY }),
    USER: secretsManagerSecret(SECRET, { jsonKey: "user", key: KEY }),
  };

  it("are filled in by ECS, and never stand in the definition", () => {
    const stack = made({}, { secrets });
    expect(containers(stack)).toMatchObject([
      {
        secrets: [
          { name: "PASSWORD", valueFrom: `${SECRET}:password::` },
          { name: "USER", valueFrom: `${SECRET}:user::` },
        ],
      },
    ]);
    expect(containers(stack)[0]).not.toHaveProperty("environment");
  });

  it("may be read by the execution role alone, each once", () => {
    const stack = made({}, { secrets });
    const statements = listAt(parse(startPolicy(stack)), "Statement");
    expect(statements.map((one) => [at(one, "Action"), at(one, "Resource")])).toEqual([
      [["logs:CreateLogStream", "logs:PutLogEvents"], [expect.stringContaining("aws_cloudwatch_log_group")]],
      [["secretsmanager:GetSecretValue"], [SECRET]],
      [["kms:Decrypt"], [KEY.arn]],
    ]);
    expect(stack.resources("aws_iam_role_policy")).toHaveLength(1);
  });

  it("lie, by name, in the account, region and partition of the task's log", () => {
    const policy = startPolicy(made({}, { secrets: { TOKEN: ssmParameter("/shop/token") } }));
    expect(policy).toMatch(
      /\$\{format\("arn:%s:ssm:%s:%s:parameter\/%s", split\(":", .*\.arn[^}]*"shop\/token"\)\}/,
    );
    expect(policy).not.toContain("${${");
  });
});

describe("folders of a container", () => {
  it("in memory have a size, and the task room for them", () => {
    const stack = made({}, { temporaryMiB: { "/tmp": 600 } });
    expect(containers(stack)).toMatchObject([
      { linuxParameters: { tmpfs: [{ containerPath: "/tmp", size: 600 }] } },
    ]);
    expect(task(stack).at("memory")).toBe("1024");
    expect(
      made({}, { memoryMiB: 700, temporaryMiB: { "/tmp": 600 } })
        .only("aws_ecs_task_definition")
        .at("memory"),
    ).toBe("1024");
  });

  it("on the task's disk are shared by name", () => {
    const shared = scratchVolume("shared");
    const stack = synthesize((scope) => {
      new TaskDefinition(scope, "Job", {
        containers: [
          { image: IMAGE, mounts: { "/out": shared } },
          { image: IMAGE, mounts: { "/in": readOnly(shared) } },
        ],
      });
    });
    expect(task(stack).at("volume")).toEqual([{ name: "shared" }]);
    expect(containers(stack)).toMatchObject([
      { mountPoints: [{ containerPath: "/out", readOnly: false, sourceVolume: "shared" }] },
      { mountPoints: [{ containerPath: "/in", readOnly: true, sourceVolume: "shared" }] },
    ]);
  });

  it.each([true, false])(
    "of a file system are mounted over TLS, by the task's role; read-only: %s",
    (isReadOnly) => {
      const stack = synthesize((scope) => {
        const files = new FileSystem(scope, "Files", { network: network(scope) });
        const folder = files.folder("Data", { path: "/data" });
        const mounts = { "/data": isReadOnly ? readOnly(folder) : folder };
        new TaskDefinition(scope, "Job", { containers: [{ image: IMAGE, mounts }] });
      });
      const point = stack.only("aws_efs_access_point");
      expect(task(stack).at("volume")).toEqual([
        {
          name: "Files-Data",
          efs_volume_configuration: {
            file_system_id: stack.only("aws_efs_file_system").ref("id"),
            transit_encryption: "ENABLED",
            authorization_config: { access_point_id: point.ref("id"), iam: "ENABLED" },
          },
        },
      ]);
      const policy = parse(stack.named("aws_iam_role_policy", "Job_TaskRole").text("policy"));
      expect(listAt(policy, "Statement")).toEqual([
        {
          Action: ["elasticfilesystem:ClientMount", ...(isReadOnly ? [] : ["elasticfilesystem:ClientWrite"])],
          Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": [point.ref("arn")] } },
          Effect: "Allow",
          Resource: [point.ref("file_system_arn")],
        },
      ]);
    },
  );
});

describe("a task whose containers take sessions", () => {
  const stack = made({ exec: true });

  it("runs an init process in each, and lets the agent write to folders of its own", () => {
    expect(containers(stack)).toMatchObject([
      {
        readonlyRootFilesystem: true,
        linuxParameters: { initProcessEnabled: true },
        mountPoints: [
          { containerPath: "/managed-agents", readOnly: false, sourceVolume: "Exec0Agents" },
          { containerPath: "/var/lib/amazon/ssm", readOnly: false, sourceVolume: "Exec0State" },
          { containerPath: "/var/log/amazon/ssm", readOnly: false, sourceVolume: "Exec0Log" },
        ],
      },
    ]);
    expect(task(stack).list("volume")).toHaveLength(3);
  });

  it("has no such folders where the root file system can be written to", () => {
    const writable = made({ exec: true }, { writableRootFilesystem: true });
    expect(containers(writable)[0]).not.toHaveProperty("mountPoints");
    expect(task(writable).at("volume")).toBeUndefined();
  });
});

describe("parts of a container", () => {
  it.each<[Partial<Container>]>([
    [{ entryPoint: "sh" as unknown as string[] }],
    [{ secrets: [] as unknown as Container["secrets"] }],
    [{ secrets: { A: "arn" as unknown as ReturnType<typeof ssmParameter> } }],
    [{ mounts: { "/a": "a" as unknown as ReturnType<typeof scratchVolume> } }],
    [{ dependsOn: "Other" as unknown as Container["dependsOn"] }],
    [{ healthCheck: { command: "true" as unknown as string[] } }],
    [{ temporaryMiB: "/tmp" as unknown as Container["temporaryMiB"] }],
    [{ logOptions: [] as unknown as Container["logOptions"] }],
    [{ logOptions: { Name: 5 as unknown as string } }],
  ])("of another kind are refused at once: %j", (container) => {
    expect(codes({}, container)).toEqual(["FY018"]);
  });

  it("made of an environment variable that is not set are too", () => {
    expect(() => ssmParameter(process.env.NOT_SET as string)).toThrow(/FY018 ssmParameter: .* is required/);
  });

  it("of the task are too", () => {
    expect(codes({ logKey: "arn" as unknown as typeof KEY })).toEqual(["FY018"]);
    expect(codes({ logRouter: true as unknown as object })).toEqual(["FY018"]);
  });
});
