import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import {
  AwsStack,
  Cluster,
  countVariable,
  FargateService,
  HttpListener,
  imageVariable,
  LoadBalancer,
  Network,
  passOn,
  respond,
  TargetGroup,
} from "../modules";

const ZONES = ["us-east-1a", "us-east-1b"];

export interface LearningAppProps {
  /** @default us-east-1a and us-east-1b */
  readonly zones?: readonly string[];
}

/** A frontend on the internet, and a backend that only the frontend can reach. */
export class LearningAppStack extends AwsStack {
  public constructor(scope: Construct, id: string, { zones = ZONES }: LearningAppProps = {}) {
    super(scope, id, { region: "us-east-1" });

    const network = new Network(this, "Network", { zones, nat: "single" });
    const cluster = new Cluster(this, "Cluster", { network });

    const backend = new FargateService(this, "Backend", {
      cluster,
      serviceName: "my-backend-task-service",
      securityGroupName: "BACKEND_SG",
      discoveryName: "backend",
      desiredCount: countVariable(this, "backend_desired_count"),
      container: {
        image: imageVariable(this, "backend_image", respond(8080, "Hello from the backend")),
        port: 8080,
      },
    });

    const targets = new TargetGroup(this, "Targets", { network, name: "frontend-tg", port: 80 });
    const frontend = new FargateService(this, "Frontend", {
      cluster,
      targetGroup: targets,
      serviceName: "my-frontend-task-service",
      securityGroupName: "FRONTEND_SG",
      desiredCount: countVariable(this, "frontend_desired_count"),
      container: {
        image: imageVariable(this, "frontend_image", passOn(80, backend.url)),
        environment: { BACKEND_URL: backend.url },
      },
    });
    backend.allowFrom(frontend);

    const door = new LoadBalancer(this, "FrontDoor", {
      network,
      name: "my-learning-app-alb",
      scheme: "internet-facing",
      securityGroupName: "ALB_SG",
      securityGroupDescription: "allow internet traffic",
    });
    const http = new HttpListener(this, "Http", { loadBalancer: door, forwardTo: targets });

    new TerraformOutput(this, "url", { value: http.url });
    new TerraformOutput(this, "load_balancer_dns_name", { value: door.dnsName });
  }
}
