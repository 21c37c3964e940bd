import type { Shape } from "./shop-stack";

/** A change to the shop as it stands, and the way back, which is a change of its own. */
export interface Change {
  readonly forth: string;
  /** Left out where there is no way back but to make it anew. */
  readonly back?: string;
  readonly to: Partial<Shape>;
  /** Where the way starts, if it is not the shop as it is. */
  readonly from?: Partial<Shape>;
  /**
   * What of the things that should survive every change does not survive this one, as its documentation says
   * beforehand: Terraform types.
   */
  readonly givesUp?: readonly string[];
}

/** What has to survive a change: with these go addresses, the DNS name, or all that stands in them. */
export const LASTING = ["aws_vpc", "aws_subnet", "aws_lb", "aws_ecs_cluster", "aws_ecs_service"];

export const CHANGES: readonly Change[] = [
  {
    forth: "Add a zone",
    back: "Remove a zone",
    to: { zones: ["us-east-1a", "us-east-1b", "us-east-1c"] },
  },
  {
    forth: "Add a zone in front of the others' letters",
    back: "Remove it",
    from: { zones: ["us-east-1b", "us-east-1c"] },
    to: { zones: ["us-east-1b", "us-east-1c", "us-east-1a"] },
  },
  { forth: "A NAT gateway in each zone", back: "One NAT gateway for all", to: { nat: "per-zone" } },
  { forth: "Another port of the containers", back: "The port as it was", to: { port: 9000 } },
  {
    forth: "Another port, target group by an exact name",
    back: "The port as it was",
    from: { targetGroupName: "tg" },
    to: { targetGroupName: "tg", port: 9000 },
  },
  {
    forth: "An exact name for the target group",
    back: "A generated name",
    to: { targetGroupName: "tg" },
  },
  { forth: "Another health path", back: "The path as it was", to: { healthPath: "/ready" } },
  { forth: "Longer drain", back: "Shorter drain", to: { deregistrationDelaySec: 60 } },
  { forth: "Larger tasks", back: "Smaller tasks", to: { cpu: 1024 } },
  {
    forth: "Another image",
    back: "The image as it was",
    to: { image: "public.ecr.aws/docker/library/caddy:2.10.0-alpine" },
  },
  {
    forth: "An environment variable",
    back: "Without it",
    to: { environment: { LOG_LEVEL: "debug" } },
  },
  { forth: "More tasks", back: "Fewer tasks", to: { desiredCount: 4 } },
  { forth: "Logs kept longer", back: "Logs kept shorter", to: { logRetentionDays: 90 } },
  { forth: "Add a service", back: "Remove a service", to: { hasWorker: true } },
  { forth: "Rename a construct, with `renamed`", to: { backendId: "Api" } },
  {
    forth: "Another name of the load balancer",
    back: "The name as it was",
    to: { doorName: "gate" },
    givesUp: ["aws_lb"],
  },
  { forth: "Longer idle timeout", back: "Shorter idle timeout", to: { idleTimeoutSec: 3600 } },
  { forth: "Another port of the listener", back: "Port 80 again", to: { listenerPort: 8080 } },
  { forth: "Other tags", back: "Tags as they were", to: { tags: { Team: "store", Stage: "live" } } },
];
