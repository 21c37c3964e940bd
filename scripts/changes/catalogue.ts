import type { Shape } from "./shape";

/** A change to the shop as it stands, and the way back, which is a change of its own. */
export interface Change {
  readonly forth: string;
  /** Left out where there is no way back but to make it anew. */
  readonly back?: string;
  readonly to: Partial<Shape>;
  /** Where the way starts, if it is not the shop as it is. */
  readonly from?: Partial<Shape>;
  /** Where the way back leads, if it is not where it started. */
  readonly backTo?: Partial<Shape>;
  /**
   * What of the things that should survive every change does not survive this one, as its documentation says
   * beforehand: Terraform types.
   */
  readonly givesUp?: readonly string[];
}

/** What has to survive a change: with these go addresses, the DNS name, or all that stands in them. */
export const LASTING = ["aws_vpc", "aws_subnet", "aws_lb", "aws_ecs_cluster", "aws_ecs_service"];

const SCALING = { minimum: 2, maximum: 6, cpuPercent: 60, requestsPerTarget: 500 };

export const CHANGES: readonly Change[] = [
  // Network
  { forth: "Add a zone", back: "Remove a zone", to: { zones: ["us-east-1a", "us-east-1b", "us-east-1c"] } },
  {
    forth: "Add a zone before the first one",
    back: "Remove the zone that was added before the first one",
    from: { zones: ["us-east-1b", "us-east-1c"] },
    to: { zones: ["us-east-1a", "us-east-1b", "us-east-1c"] },
  },
  { forth: "NAT gateway in each zone", back: "One NAT gateway for all", to: { nat: "per-zone" } },
  { forth: "NAT instance in place of the gateway", back: "NAT gateway again", to: { nat: "instance" } },
  {
    forth: "Grow by another CIDR block",
    back: "Remove the CIDR block",
    to: { moreBlocks: ["100.64.0.0/16"] },
  },
  { forth: "Interface endpoints", back: "Without endpoints", to: { endpoints: "fargate" } },
  { forth: "Flow logs", back: "Without flow logs", to: { flowLogs: "cloudwatch" } },
  { forth: "IPv6", back: "IPv6 taken out of use", to: { ipv6: true }, backTo: { ipv6: "unused" } },
  { forth: "Other tags", back: "Tags as they were", to: { tags: { Team: "store", Stage: "live" } } },
  // Front door
  { forth: "HTTPS under a domain", back: "Plain HTTP again", to: { isHttps: true } },
  {
    forth: "HTTPS, with an exact name of the target group",
    back: "Plain HTTP again, with an exact name",
    from: { targetGroupName: "tg" },
    to: { targetGroupName: "tg", isHttps: true },
  },
  {
    forth: "A route between two others",
    back: "Without that route",
    from: { routes: ["api", "old"] },
    to: { routes: ["api", "admin", "old"] },
  },
  { forth: "Another port of the listener", back: "Listener on port 80 again", to: { listenerPort: 8080 } },
  { forth: "Longer idle timeout", back: "Shorter idle timeout", to: { idleTimeoutSec: 3600 } },
  { forth: "Access logs", back: "Without access logs", to: { hasAccessLogs: true } },
  { forth: "Web application firewall", back: "Without firewall", to: { hasFirewall: true } },
  { forth: "Deletion protection", back: "Without deletion protection", to: { isProtected: true } },
  {
    forth: "Another name of the load balancer",
    back: "Load balancer's name as it was",
    to: { doorName: "gate" },
    givesUp: ["aws_lb"],
  },
  // Targets
  { forth: "Another port of the containers", back: "Containers' port as it was", to: { port: 9000 } },
  {
    forth: "Another port, with an exact name of the target group",
    back: "Port as it was, with an exact name",
    from: { targetGroupName: "tg" },
    to: { targetGroupName: "tg", port: 9000 },
  },
  {
    forth: "An exact name for the target group",
    back: "A generated name",
    to: { targetGroupName: "tg" },
  },
  { forth: "Another health path", back: "Health path as it was", to: { healthPath: "/ready" } },
  { forth: "Longer drain", back: "Shorter drain", to: { deregistrationDelaySec: 60 } },
  // Services
  { forth: "Add a service", back: "Remove a service", to: { hasWorker: true } },
  {
    forth: "Another image",
    back: "Image as it was",
    to: { image: "public.ecr.aws/docker/library/caddy:2.10.0-alpine" },
  },
  { forth: "Larger tasks", back: "Smaller tasks", to: { cpu: 1024 } },
  { forth: "ARM64", back: "X86_64 again", to: { architecture: "ARM64" } },
  { forth: "More disk", back: "Less disk", to: { ephemeralStorageGiB: 40 } },
  {
    forth: "An environment variable",
    back: "Without the variable",
    to: { environment: { LOG_LEVEL: "debug" } },
  },
  { forth: "A secret", back: "Without the secret", to: { hasSecret: true } },
  { forth: "A sidecar", back: "Without the sidecar", to: { hasSidecar: true } },
  { forth: "More tasks", back: "Fewer tasks", to: { desiredCount: 4 } },
  { forth: "Scaling", back: "Without scaling", to: { scaling: SCALING } },
  {
    forth: "Half of the tasks on Spot",
    back: "All tasks on demand",
    to: { capacity: { base: 1, spotPercent: 50 } },
  },
  { forth: "ECS Exec", back: "Without ECS Exec", to: { exec: true } },
  { forth: "Releases by a pipeline", back: "Releases by Terraform", to: { releases: "pipeline" } },
  { forth: "Logs kept longer", back: "Logs kept shorter", to: { logRetentionDays: 90 } },
  { forth: "Alarms and a dashboard", back: "Without alarms and dashboard", to: { isWatched: true } },
  // Has no way back, so it comes last.
  { forth: "Rename a construct, with `renamed`", to: { backendId: "Api" } },
];
