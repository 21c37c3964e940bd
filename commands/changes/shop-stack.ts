import type { Construct } from "constructs";
import {
  AwsStack,
  Cluster,
  FargateService,
  HttpListener,
  LoadBalancer,
  Network,
  TargetGroup,
  type NatMode,
} from "../../modules";

/** Everything about the shop that some change is made to. */
export interface Shape {
  readonly zones: readonly string[];
  readonly nat: NatMode;
  readonly tags: Readonly<Record<string, string>>;
  readonly doorName: string;
  readonly idleTimeoutSec: number;
  readonly listenerPort: number;
  readonly targetGroupName: string | undefined;
  readonly port: number;
  readonly healthPath: string;
  readonly deregistrationDelaySec: number;
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly cpu: number;
  readonly desiredCount: number;
  readonly logRetentionDays: number;
  readonly hasWorker: boolean;
  /** Id of the backend's construct. */
  readonly backendId: string;
}

export const SHOP: Shape = {
  zones: ["us-east-1a", "us-east-1b"],
  nat: "single",
  tags: { Team: "shop" },
  doorName: "door",
  idleTimeoutSec: 60,
  listenerPort: 80,
  targetGroupName: undefined,
  port: 8080,
  healthPath: "/health",
  deregistrationDelaySec: 30,
  image: "public.ecr.aws/docker/library/caddy:2.10.2-alpine",
  environment: {},
  cpu: 256,
  desiredCount: 2,
  logRetentionDays: 30,
  hasWorker: false,
  backendId: "Backend",
};

/** The stack that changes are made to: a frontend behind the door, and a backend that only the frontend reaches. */
export class ShopStack extends AwsStack {
  public constructor(scope: Construct, id: string, shape: Shape) {
    const renamed = shape.backendId === SHOP.backendId ? {} : { [shape.backendId]: SHOP.backendId };
    super(scope, id, { region: "us-east-1", tags: shape.tags, renamed });
    const network = new Network(this, "Network", { zones: shape.zones, nat: shape.nat });
    const cluster = new Cluster(this, "Cluster", { network });
    const { image, logRetentionDays } = shape;

    const backend = new FargateService(this, shape.backendId, {
      cluster,
      discoveryName: "backend",
      container: { image, port: 9090 },
    });
    const targets = this.createTargets(network, shape);
    const frontend = new FargateService(this, "Frontend", {
      cluster,
      targetGroup: targets,
      desiredCount: shape.desiredCount,
      logRetentionDays,
      container: { image, cpu: shape.cpu, environment: { BACKEND: backend.url, ...shape.environment } },
    });
    backend.allowFrom(frontend);
    if (shape.hasWorker) new FargateService(this, "Worker", { cluster, container: { image } });
    this.createDoor(network, targets, shape);
  }

  private createTargets(network: Network, shape: Shape): TargetGroup {
    const { targetGroupName } = shape;
    return new TargetGroup(this, "Targets", {
      network,
      ...(targetGroupName === undefined ? {} : { name: `${this.node.id}-${targetGroupName}` }),
      port: shape.port,
      healthCheck: { path: shape.healthPath },
      deregistrationDelaySec: shape.deregistrationDelaySec,
    });
  }

  private createDoor(network: Network, targets: TargetGroup, shape: Shape): void {
    const door = new LoadBalancer(this, "Door", {
      network,
      name: `${this.node.id}-${shape.doorName}`,
      scheme: "internet-facing",
      idleTimeoutSec: shape.idleTimeoutSec,
    });
    new HttpListener(this, "Http", { loadBalancer: door, forwardTo: targets, port: shape.listenerPort });
  }
}
