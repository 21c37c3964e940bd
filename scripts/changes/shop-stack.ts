import type { Construct } from "constructs";
import {
  AwsStack,
  Cluster,
  FargateService,
  LoadBalancer,
  Network,
  secretsManagerSecret,
  TargetGroup,
  WebAcl,
} from "../../modules";
import { SHOP, type Shape } from "./shape";
import { openShop, watchShop } from "./shop-door";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf";

/** The stack that changes are made to: a frontend behind the door, and a backend that only the frontend reaches. */
export class ShopStack extends AwsStack {
  public constructor(scope: Construct, id: string, shape: Shape) {
    const renamed = shape.backendId === SHOP.backendId ? {} : { [shape.backendId]: SHOP.backendId };
    super(scope, id, { region: "us-east-1", tags: shape.tags, renamed });
    const network = new Network(this, "Network", {
      ...{ zones: shape.zones, nat: shape.nat, ipv6: shape.ipv6, flowLogs: shape.flowLogs },
      additionalCidrBlocks: shape.moreBlocks,
      interfaceEndpoints: shape.endpoints,
    });
    const cluster = new Cluster(this, "Cluster", { network });
    const backend = new FargateService(this, shape.backendId, {
      ...{ cluster, discoveryName: "backend" },
      container: { image: shape.image, port: 9090 },
    });
    const targets = this.createTargets(network, shape);
    const frontend = this.createFrontend(cluster, targets, backend.url, shape);
    backend.allowFrom(frontend);
    if (shape.hasWorker) new FargateService(this, "Worker", { cluster, container: { image: shape.image } });
    const door = this.createDoor(network, shape);
    openShop(this, door, targets, shape);
    if (shape.isWatched) watchShop(this, door, [frontend, backend]);
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

  private createFrontend(
    cluster: Cluster,
    targetGroup: TargetGroup,
    backend: string,
    shape: Shape,
  ): FargateService {
    const { image, cpu, logRetentionDays, capacity, exec, releases, scaling } = shape;
    return new FargateService(this, "Frontend", {
      ...{ cluster, targetGroup, logRetentionDays, capacity, exec, releases, scaling },
      desiredCount: shape.desiredCount,
      task: { architecture: shape.architecture, ephemeralStorageGiB: shape.ephemeralStorageGiB },
      sidecars: shape.hasSidecar ? [{ image, name: "Agent" }] : [],
      container: {
        ...{ image, cpu, environment: { BACKEND: backend, ...shape.environment } },
        ...(shape.hasSecret ? { secrets: { API_KEY: secretsManagerSecret(SECRET) } } : {}),
      },
    });
  }

  private createDoor(network: Network, shape: Shape): LoadBalancer {
    const door = new LoadBalancer(this, "Door", {
      ...{ network, scheme: "internet-facing", name: `${this.node.id}-${shape.doorName}` },
      idleTimeoutSec: shape.idleTimeoutSec,
      deletionProtection: shape.isProtected,
      accessLogs: shape.hasAccessLogs,
    });
    if (shape.hasFirewall) door.protectWith(new WebAcl(this, "Firewall"));
    return door;
  }
}
