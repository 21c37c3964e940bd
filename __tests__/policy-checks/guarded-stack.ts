import {
  AliasRecord,
  Certificate,
  Cluster,
  EncryptionKey,
  FargateService,
  FileSystem,
  HostedZone,
  HttpListener,
  HttpsListener,
  ImageRepository,
  LoadBalancer,
  LogBucket,
  Network,
  NotificationTopic,
  s3State,
  TargetGroup,
  TaskDefinition,
  WebAcl,
  type AwsStack,
} from "../../modules";
import { synthesize, type Synthesized } from "../support/synthesize";

const IMAGE = "public.ecr.aws/docker/library/caddy:2.10.2-alpine";
const YEAR = 365;
const DOMAIN = "example.com";

/** A front door with everything on that protects it and that can be had. */
export function guardedStack(): Synthesized {
  const state = s3State({ bucket: "example-terraform-state" });
  return synthesize(build, { stack: { state } });
}

function build(stack: AwsStack): void {
  const encryptionKey = new EncryptionKey(stack, "Key");
  const network = new Network(stack, "Network", {
    ...{ zones: ["us-east-1a", "us-east-1b"], nat: "per-zone" },
    interfaceEndpoints: ["ec2", "ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages"],
    flowLogs: { destination: "cloudwatch", retentionDays: YEAR, kmsKey: encryptionKey },
  });
  const targetGroup = new TargetGroup(stack, "Targets", { network, port: 8000 });
  const listener = encryptedDoor(stack, network, targetGroup, encryptionKey);
  new NotificationTopic(stack, "Operators", { encryptionKey });
  tasks(stack, { network, targetGroup, listener, encryptionKey });
}

function encryptedDoor(
  stack: AwsStack,
  network: Network,
  targetGroup: TargetGroup,
  encryptionKey: EncryptionKey,
): HttpsListener {
  const loadBalancer = new LoadBalancer(stack, "Door", {
    network,
    scheme: "internet-facing",
    ...{ deletionProtection: true, desyncMitigationMode: "strictest", zonalShift: true },
    accessLogs: { bucket: new LogBucket(stack, "Logs"), prefix: "door", connections: true },
  });
  const hostedZone = new HostedZone(stack, "Zone", { name: DOMAIN });
  const alternativeNames = [`www.${DOMAIN}`];
  const certificate = new Certificate(stack, "Cert", { domainName: DOMAIN, alternativeNames, hostedZone });
  const https = new HttpsListener(stack, "Https", {
    ...{ loadBalancer, certificates: [certificate], forwardTo: targetGroup, hstsMaxAgeSec: 31_536_000 },
  });
  new HttpListener(stack, "Http", { loadBalancer, redirectTo: https });
  new AliasRecord(stack, "Alias", { hostedZone, name: DOMAIN, loadBalancer });
  loadBalancer.protectWith(
    new WebAcl(stack, "Firewall", {
      ...{ anonymousIps: "block", sqlInjection: true, requestsPerIp: 2000 },
      ...{ logRetentionDays: YEAR, encryptionKey },
    }),
  );
  return https;
}

interface Ground {
  readonly network: Network;
  readonly targetGroup: TargetGroup;
  readonly listener: HttpsListener;
  readonly encryptionKey: EncryptionKey;
}

/** A service whose deployments shift traffic, with a shared folder and sessions, and a job with a log router. */
function tasks(stack: AwsStack, { network, targetGroup, listener, encryptionKey }: Ground): void {
  const cluster = new Cluster(stack, "Cluster", {
    ...{ network, insightsRetentionDays: YEAR, sessionRetentionDays: YEAR, logKey: encryptionKey },
  });
  const data = new FileSystem(stack, "Files", { network, key: encryptionKey, backups: true });
  const mounts = { "/data": data.folder("Data", { path: "/data" }) };
  new FargateService(stack, "App", {
    ...{ cluster, targetGroup, exec: true, logRetentionDays: YEAR, task: { logKey: encryptionKey } },
    container: { image: IMAGE, environment: { LOG_LEVEL: "info" }, mounts },
    deployment: { strategy: "blue-green", listener },
  });
  const images = new ImageRepository(stack, "Images", { encryptionKey });
  new TaskDefinition(stack, "Job", {
    containers: [{ image: images.image("1.2.3"), logOptions: { Name: "stdout" } }],
    ...{ logRouter: {}, logKey: encryptionKey, logRetentionDays: YEAR },
  });
}
