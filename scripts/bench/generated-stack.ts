import type { Construct } from "constructs";
import {
  AwsStack,
  Cluster,
  FargateService,
  HttpListener,
  LoadBalancer,
  Network,
  TargetGroup,
} from "../../modules";

const IMAGE = "public.ecr.aws/docker/library/caddy:2.10.2-alpine";

/** A stack of any number of services: the first behind a load balancer, each other one open to the one before it. */
export class GeneratedStack extends AwsStack {
  public constructor(scope: Construct, id: string, count: number) {
    super(scope, id, { region: "us-east-1" });
    const network = new Network(this, "Network", { zones: ["us-east-1a", "us-east-1b"] });
    const cluster = new Cluster(this, "Cluster", { network });
    const targetGroup = new TargetGroup(this, "Targets", { network, port: 8080 });
    const loadBalancer = new LoadBalancer(this, "FrontDoor", { network, scheme: "internet-facing" });
    new HttpListener(this, "Http", { loadBalancer, forwardTo: targetGroup });

    let previous = new FargateService(this, "Service1", {
      cluster,
      targetGroup,
      container: { image: IMAGE },
    });
    for (let number = 2; number <= count; number += 1) {
      const container = { image: IMAGE, port: 8080, environment: { NUMBER: String(number) } };
      const service = new FargateService(this, `Service${number}`, { cluster, container });
      service.allowFrom(previous);
      previous = service;
    }
  }
}
