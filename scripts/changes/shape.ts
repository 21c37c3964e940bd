import type { FargateServiceProps, NetworkProps, TaskSettings } from "../../modules";

/** Everything about the shop that some change is made to. */
export interface Shape {
  readonly zones: readonly string[];
  readonly nat: NonNullable<NetworkProps["nat"]>;
  readonly ipv6: NetworkProps["ipv6"];
  readonly moreBlocks: readonly string[];
  readonly endpoints: NetworkProps["interfaceEndpoints"];
  readonly flowLogs: NetworkProps["flowLogs"];
  readonly tags: Readonly<Record<string, string>>;
  readonly doorName: string;
  readonly idleTimeoutSec: number;
  readonly isProtected: boolean;
  readonly hasAccessLogs: boolean;
  readonly hasFirewall: boolean;
  readonly isWatched: boolean;
  readonly isHttps: boolean;
  readonly routes: readonly string[];
  readonly listenerPort: number;
  readonly targetGroupName: string | undefined;
  readonly port: number;
  readonly healthPath: string;
  readonly deregistrationDelaySec: number;
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly hasSecret: boolean;
  readonly hasSidecar: boolean;
  readonly cpu: number;
  readonly architecture: TaskSettings["architecture"];
  readonly ephemeralStorageGiB: number | undefined;
  readonly capacity: FargateServiceProps["capacity"];
  readonly exec: boolean;
  readonly releases: FargateServiceProps["releases"];
  readonly scaling: FargateServiceProps["scaling"];
  readonly desiredCount: number;
  readonly logRetentionDays: number;
  readonly hasWorker: boolean;
  /** Id of the backend's construct. */
  readonly backendId: string;
}

/** The shop that all changes start from, unless they say otherwise. */
export const SHOP: Shape = {
  zones: ["us-east-1a", "us-east-1b"],
  nat: "single",
  ipv6: false,
  moreBlocks: [],
  endpoints: undefined,
  flowLogs: undefined,
  tags: { Team: "shop" },
  doorName: "door",
  idleTimeoutSec: 60,
  isProtected: false,
  hasAccessLogs: false,
  hasFirewall: false,
  isWatched: false,
  isHttps: false,
  routes: [],
  listenerPort: 80,
  targetGroupName: undefined,
  port: 8080,
  healthPath: "/health",
  deregistrationDelaySec: 30,
  image: "public.ecr.aws/docker/library/caddy:2.10.2-alpine",
  environment: {},
  hasSecret: false,
  hasSidecar: false,
  cpu: 256,
  architecture: undefined,
  ephemeralStorageGiB: undefined,
  capacity: "on-demand",
  exec: false,
  releases: undefined,
  scaling: undefined,
  desiredCount: 2,
  logRetentionDays: 30,
  hasWorker: false,
  backendId: "Backend",
};
