import {
  Cluster,
  EncryptionKey,
  FargateService,
  HttpListener,
  ImageRepository,
  LoadBalancer,
  LogBucket,
  Network,
  TargetGroup,
  TaskDefinition,
  WebAcl,
} from "../../modules";
import { synthesize, type Synthesized } from "../support/synthesize";

const IMAGE = "public.ecr.aws/docker/library/caddy:2.10.2-alpine";
const YEAR = 365;

/** A front door with everything on that protects it and that can be had. */
export function guardedStack(): Synthesized {
  return synthesize((stack) => {
    const network = new Network(stack, "Network", { zones: ["us-east-1a", "us-east-1b"], nat: "per-zone" });
    const cluster = new Cluster(stack, "Cluster", { network, insightsRetentionDays: YEAR });
    const targets = new TargetGroup(stack, "Targets", { network, port: 8000 });
    const door = new LoadBalancer(stack, "Door", {
      network,
      scheme: "internet-facing",
      ...{ deletionProtection: true, desyncMitigationMode: "strictest", zonalShift: true },
      accessLogs: { bucket: new LogBucket(stack, "Logs"), prefix: "door", connections: true },
    });
    new HttpListener(stack, "Http", { loadBalancer: door, forwardTo: targets });
    const encryptionKey = new EncryptionKey(stack, "Key");
    encryptionKey.allowAlarms();
    door.protectWith(
      new WebAcl(stack, "Firewall", {
        ...{ anonymousIps: "block", sqlInjection: true, requestsPerIp: 2000 },
        ...{ logRetentionDays: YEAR, encryptionKey },
      }),
    );
    const images = new ImageRepository(stack, "Images", { encryptionKey });
    const container = { image: IMAGE, environment: { LOG_LEVEL: "info" } };
    new FargateService(stack, "App", { cluster, targetGroup: targets, container, logRetentionDays: YEAR });
    const job = { image: images.image("1.2.3") };
    new TaskDefinition(stack, "Job", { containers: [job], logRetentionDays: YEAR });
  });
}
