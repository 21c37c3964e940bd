import type { AwsStack } from "../../../modules";
import {
  Cluster,
  ExistingFileSystem,
  FargateService,
  FileSystem,
  Network,
  scratchVolume,
  secretsManagerSecret,
  ssmParameter,
  TaskDefinition,
  type ClusterProps,
  type Container,
  type ContainerHealthCheck,
  type ExistingFileSystemProps,
  type FargateServiceProps,
  type FileSystemProps,
  type FolderProps,
  type LogRouter,
  type SpotMix,
  type TaskSettings,
} from "../../../modules";
import { parse } from "../../support/json";
import type { All } from "../../support/every-prop";
import { newStack, synthesizeStack } from "../../support/synthesize";
import { fill } from "../../support/template";
import { variablesOf } from "../../support/variables";

const stack: AwsStack = newStack();
const { text, number, list } = variablesOf(stack);
const network = new Network(stack, "Network", { zones: ["us-east-1a", "us-east-1b"] });

const clusterProps: All<ClusterProps, "containerInsights" | "name" | "insightsRetentionDays"> = {
  network,
  sessionRetentionDays: number("session_days"),
  logKey: { arn: text("cluster_key") },
};
const cluster = new Cluster(stack, "Cluster", clusterProps);

const fileSystemProps: All<FileSystemProps, "backups" | "destroyable"> = {
  network,
  key: { arn: text("fs_key") },
};
const folderProps: All<FolderProps> = {
  path: text("fs_path"),
  uid: number("fs_uid"),
  gid: number("fs_gid"),
  permissions: text("fs_permissions"),
};
const uploads = new FileSystem(stack, "Files", fileSystemProps).folder("Uploads", folderProps);
const existing: All<ExistingFileSystemProps> = {
  network,
  fileSystemId: text("fs_id"),
  securityGroupId: text("fs_group"),
};
const assets = new ExistingFileSystem(stack, "Others", existing).folder("Assets", { path: "/assets" });

const healthCheck: All<ContainerHealthCheck> = {
  command: list("ch_command"),
  intervalSec: number("ch_interval"),
  timeoutSec: number("ch_timeout"),
  retries: number("ch_retries"),
  startPeriodSec: number("ch_start"),
};
type Elsewhere =
  "name" | "port" | "cpu" | "memoryMiB" | "command" | "environment" | "user" | "stopTimeoutSec";
const container: All<Container, Elsewhere | "writableRootFilesystem" | "essential"> = {
  image: "nginx:1.27",
  entryPoint: list("c_entry"),
  workingDirectory: text("c_folder"),
  secrets: {
    PASSWORD: secretsManagerSecret(text("secret_arn"), {
      jsonKey: text("secret_json"),
      versionStage: text("secret_stage"),
      key: { arn: text("secret_key") },
    }),
    EXACT: secretsManagerSecret(text("other_arn"), { versionId: text("secret_version") }),
    TOKEN: ssmParameter(text("parameter"), { key: { arn: text("parameter_key") } }),
  },
  plainTextSecrets: ["PLAIN"],
  temporaryMiB: { "/tmp": number("tmp_size") },
  mounts: { "/data": uploads, "/assets": assets, "/work": scratchVolume(text("volume")) },
  dependsOn: { LogRouter: "START" },
  healthCheck,
  logOptions: { Name: text("log_plugin"), apikey: ssmParameter(text("log_key")) },
};
const logRouter: All<LogRouter> = {
  image: text("r_image"),
  configFile: text("r_file"),
  cpu: number("r_cpu"),
  memoryMiB: number("r_memory"),
  temporaryMiB: { "/tmp": number("r_tmp") },
  environment: { LEVEL: text("r_level") },
};
const task: All<TaskSettings, "architecture" | "pullThroughCache"> = {
  ephemeralStorageGiB: number("disk"),
  logRouter,
  logKey: { arn: text("task_key") },
};
const capacity: All<SpotMix> = { base: number("s_base"), spotPercent: number("s_spot") };
const props: Pick<FargateServiceProps, "exec" | "capacity" | "task"> = { exec: true, capacity, task };
new FargateService(stack, "Service", { cluster, container, ...props });
new TaskDefinition(stack, "Job", { containers: [container], exec: true, ...task });

describe("values of a task that nobody knows before the apply", () => {
  const made = synthesizeStack(stack);
  const whole = JSON.stringify(made.document);

  it("reach Terraform by their names, each of them", () => {
    const variables = made.addresses().filter((address) => address.startsWith("var."));
    expect(variables.length).toBeGreaterThan(30);
    expect(variables.filter((address) => !whole.includes(address))).toEqual([]);
  });

  it("leave no stand-in of CDKTF behind, and stand inside no second expression", () => {
    expect(whole).not.toMatch(/TfToken|e\+2\d\d/);
    expect(whole).not.toMatch(/\$\$\{var/);
    expect(whole).not.toMatch(/\$\{[a-z]+\([^"]*\$\{/);
  });

  it("share capacity out by arithmetic of Terraform's", () => {
    expect(made.only("aws_ecs_service").at("capacity_provider_strategy")).toEqual([
      { base: "${var.s_base}", capacity_provider: "FARGATE", weight: "${(100 - var.s_spot)}" },
      { capacity_provider: "FARGATE_SPOT", weight: "${var.s_spot}" },
    ]);
  });

  it("become the JSON of the containers, numbers as numbers", () => {
    const definition = made.named("aws_ecs_task_definition", "Service").text("container_definitions");
    const texts = {
      ...{ c_folder: "/work", volume: "work", log_plugin: "null", log_key: "/k", parameter: "/p" },
      ...{ secret_arn: "arn:s", secret_json: "key", secret_stage: "AWSCURRENT", other_arn: "arn:o" },
      ...{ secret_version: "v1", r_image: "bit:1", r_file: "/extra.conf", r_level: "info" },
    };
    const numbers = {
      ...{ tmp_size: 64, r_cpu: 64, r_memory: 64 },
      ...{ ch_interval: 10, ch_timeout: 3, ch_retries: 4, ch_start: 20 },
    };
    const lists = { c_entry: ["tini"], ch_command: ["CMD", "true"] };
    expect(parse(fill(definition, { ...texts, ...numbers, ...lists }))).toMatchObject([
      {
        entryPoint: ["tini"],
        workingDirectory: "/work",
        healthCheck: { command: ["CMD", "true"], interval: 10, timeout: 3, retries: 4, startPeriod: 20 },
        linuxParameters: { initProcessEnabled: true, tmpfs: [{ containerPath: "/tmp", size: 64 }] },
        logConfiguration: {
          logDriver: "awsfirelens",
          options: { Name: "null" },
          secretOptions: [{ name: "apikey", valueFrom: "/k" }],
        },
        secrets: [
          { name: "EXACT", valueFrom: "arn:o:::v1" },
          { name: "PASSWORD", valueFrom: "arn:s:key:AWSCURRENT:" },
          { name: "TOKEN", valueFrom: "/p" },
        ],
      },
      {
        name: "LogRouter",
        image: "bit:1",
        cpu: 64,
        memory: 64,
        environment: [{ name: "LEVEL", value: "info" }],
        firelensConfiguration: { options: { "config-file-value": "/extra.conf" } },
      },
    ]);
  });
});
