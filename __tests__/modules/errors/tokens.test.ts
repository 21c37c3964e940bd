import type { AwsStack } from "../../../modules";
import {
  Cluster,
  EncryptionKey,
  FargateService,
  HttpListener,
  ImageRepository,
  LoadBalancer,
  LogBucket,
  Network,
  SecurityGroup,
  TargetGroup,
  TaskDefinition,
  WebAcl,
  type ClusterProps,
  type Container,
  type EncryptionKeyProps,
  type FargateServiceProps,
  type FlowLogsProps,
  type HealthCheck,
  type HttpListenerProps,
  type ImageRepositoryProps,
  type LoadBalancerProps,
  type LogBucketProps,
  type NetworkProps,
  type SecurityGroupProps,
  type TargetGroupProps,
  type TaskDefinitionProps,
  type TaskSettings,
  type WebAclProps,
} from "../../../modules";
import { parse, type Json } from "../../support/json";
import type { All } from "../../support/every-prop";
import { newStack, synthesizeStack } from "../../support/synthesize";
import { fill } from "../../support/template";
import { variablesOf } from "../../support/variables";

/** Those that have tests of their own, in door-tokens.test.ts. */
type SharingOut = "algorithm" | "protocol" | "slowStartSec" | "stickinessSec" | "stickinessCookieName";

const stack: AwsStack = newStack();
const { text, number, list } = variablesOf(stack);

const flowLogs: All<FlowLogsProps, "destination" | "bucket" | "emptyBucketOnDestroy"> = {
  traffic: text("fl_traffic") as "ALL",
  aggregationSec: number("fl_sec") as 60,
  retentionDays: number("fl_days"),
  kmsKey: { arn: text("fl_key") },
};
const networkProps: All<NetworkProps, "zones" | "nat" | "interfaceEndpoints" | "additionalCidrBlocks"> = {
  cidrBlock: text("cidr"),
  name: text("net"),
  natInstanceType: text("nat_type"),
  ipv6: true,
  flowLogs: { destination: "cloudwatch", ...flowLogs },
};
const additions = { interfaceEndpoints: "fargate", additionalCidrBlocks: ["100.64.0.0/16"] } as const;
const zones = ["us-east-1a", "us-east-1b"];
const network = new Network(stack, "Network", { zones, nat: "instance", ...additions, ...networkProps });
const healthCheck: All<HealthCheck> = {
  path: text("hc_path"),
  port: number("hc_port"),
  intervalSec: number("hc_interval"),
  timeoutSec: number("hc_timeout"),
  healthyThreshold: number("hc_healthy"),
  unhealthyThreshold: number("hc_unhealthy"),
  matcher: text("hc_matcher"),
};
const targetProps: All<TargetGroupProps, SharingOut> = {
  network,
  port: number("tg_port"),
  name: text("tg_name"),
  healthCheck,
  deregistrationDelaySec: number("tg_delay"),
};
const targets = new TargetGroup(stack, "Targets", targetProps);

/** What decides which blocks exist has to be known: literal-only.test.ts. */
type DoorChoices =
  "scheme" | "desyncMitigationMode" | "preserveHostHeader" | "zonalShift" | "deletionProtection";
const doorProps: All<LoadBalancerProps, DoorChoices> = {
  network,
  name: text("lb_name"),
  securityGroupName: text("lb_group"),
  securityGroupDescription: text("lb_group_text"),
  idleTimeoutSec: number("lb_idle"),
  clientKeepAliveSec: number("lb_alive"),
  accessLogs: { bucket: text("lb_bucket"), prefix: text("lb_prefix") },
};
const door = new LoadBalancer(stack, "Door", { scheme: "internet-facing", ...doorProps });
door.protectWith({ arn: text("acl_arn") });

const logProps: All<LogBucketProps, "encryptionKey" | "deleteLogsWithBucket"> = {
  name: text("log_name"),
  retentionDays: number("log_days"),
};
new LogBucket(stack, "Logs", logProps).admitLoadBalancers(text("log_prefix"));

const keyProps: All<EncryptionKeyProps> = {
  alias: text("key_alias"),
  rotationDays: number("key_rotation"),
  deletionWindowDays: number("key_window"),
};
const encryptionKey = new EncryptionKey(stack, "Key", keyProps);
encryptionKey.allowAlarms();

type AclChoices = "anonymousIps" | "sqlInjection" | "countOnly" | "logAllRequests";
const aclProps: All<WebAclProps, AclChoices> = {
  name: text("acl_name"),
  requestsPerIp: number("acl_rate"),
  countedRules: [text("acl_rule") as "SizeRestrictions_BODY"],
  logRetentionDays: number("acl_days"),
  encryptionKey,
};
new WebAcl(stack, "Firewall", aclProps);

const repositoryProps: All<ImageRepositoryProps, "mutableTags" | "deleteImagesWithRepository"> = {
  name: text("ecr_name"),
  keepImages: number("ecr_keep"),
  untaggedDays: number("ecr_days"),
  encryptionKey,
};
const images = new ImageRepository(stack, "Images", repositoryProps);

const listenerProps: All<HttpListenerProps, "redirectTo" | "respond" | "stickinessSec"> = {
  loadBalancer: door,
  forwardTo: targets,
  port: number("http_port"),
};
new HttpListener(stack, "Http", listenerProps);

const clusterProps: All<ClusterProps, "containerInsights" | "sessionRetentionDays" | "logKey"> = {
  network,
  name: text("cluster"),
  insightsRetentionDays: number("insights_days"),
};
const cluster = new Cluster(stack, "Cluster", clusterProps);

/** Those that have a test of their own, beside this one. */
type OfTasks =
  | ("entryPoint" | "workingDirectory" | "secrets" | "plainTextSecrets" | "writableRootFilesystem")
  | ("temporaryMiB" | "mounts" | "essential" | "dependsOn" | "healthCheck" | "logOptions");

const container: All<Container, OfTasks | "image"> = {
  name: text("c_name"),
  port: number("c_port"),
  cpu: number("c_cpu"),
  memoryMiB: number("c_memory"),
  command: ["run", `--port=${text("c_word")}`],
  environment: { PLAIN: "plain", TOKEN: text("c_value"), MIXED: `a ${text("c_part")} z` },
  user: text("c_user"),
  stopTimeoutSec: number("c_stop"),
};
type OfService = "capacity" | "exec" | "releases" | "task" | "scaling" | "deployment";
const serviceProps: All<FargateServiceProps, OfService> = {
  cluster,
  targetGroup: targets,
  container: { ...container, image: text("c_image") },
  sidecars: [{ image: "busybox:1", command: list("s_command") }],
  serviceName: text("s_name"),
  securityGroupName: text("s_group"),
  desiredCount: number("s_count"),
  healthCheckGraceSec: number("s_grace"),
  outboundPorts: [number("s_out")],
  discoveryName: text("s_discovery"),
  logRetentionDays: number("s_days"),
};
const service = new FargateService(stack, "Service", serviceProps);
const client = new FargateService(stack, "Client", {
  cluster,
  container: { image: images.image(text("ecr_tag")) },
});
service.allowFrom(client);
service.allowToBlock(text("to_block"), number("to_port"));
service.allowActions("Read", [{ actions: [text("action")], resources: [text("resource")] }]);
door.allowFrom(client, number("door_port"));

const jobProps: All<TaskDefinitionProps, keyof TaskSettings | "exec"> = {
  containers: [{ ...container, image: text("job_image"), environment: { URL: service.url } }],
  family: text("family"),
  portName: text("port_name"),
  logRetentionDays: number("job_days"),
};
new TaskDefinition(stack, "Job", jobProps);

const groupProps: All<SecurityGroupProps> = { network, name: text("g_name"), description: text("g_text") };
new SecurityGroup(stack, "Group", groupProps).admitBlock(text("g_block"), number("g_port"), text("g_rule"));

describe("values that nobody knows before the apply", () => {
  const made = synthesizeStack(stack);
  const whole = JSON.stringify(made.document);

  it("are reported by no check and crash none, at any prop of any construct", () => {
    expect(made.resources("aws_ecs_service")).toHaveLength(2);
  });

  it("reach Terraform by their names, each of them", () => {
    const unused = made
      .addresses()
      .filter((address) => address.startsWith("var.") && !whole.includes(address));
    expect(unused).toEqual([]);
  });

  it("leave no stand-in of CDKTF behind", () => {
    expect(whole).not.toMatch(/TfToken|e\+2\d\d/);
  });

  it("stand inside no second expression, and behind no escape", () => {
    expect(whole).not.toMatch(/\$\$\{var/);
    expect(whole).not.toMatch(/\$\{[a-z]+\([^"]*\$\{/);
  });

  it("become the JSON of a container, numbers as numbers", () => {
    const definition = made.named("aws_ecs_task_definition", "Service").text("container_definitions");
    const values: Record<string, Json> = {
      c_name: "app",
      tg_port: 8080,
      c_port: 8080,
      c_cpu: 256,
      c_memory: 512,
      c_stop: 30,
    };
    const texts = {
      c_word: '"8080"',
      c_value: "${x}",
      c_part: "b",
      c_user: "me",
      c_image: "a:1",
      s_discovery: "app",
    };
    expect(parse(fill(definition, { ...values, ...texts, s_command: ["sleep", "1"] }))).toMatchObject([
      {
        name: "app",
        image: "a:1",
        command: ["run", '--port="8080"'],
        cpu: 256,
        memory: 512,
        stopTimeout: 30,
        user: "me",
        environment: [
          { name: "MIXED", value: "a b z" },
          { name: "PLAIN", value: "plain" },
          { name: "TOKEN", value: "${x}" },
        ],
        portMappings: [{ containerPort: 8080, hostPort: 8080, name: "app", protocol: "tcp" }],
      },
      { name: "Sidecar1", command: ["sleep", "1"] },
    ]);
  });
});
