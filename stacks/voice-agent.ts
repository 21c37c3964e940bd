import type { Construct } from "constructs";
import { TerraformOutput } from "cdktf";
import {
  AwsStack,
  Cluster,
  countVariable,
  FargateService,
  HttpListener,
  imageVariable,
  LoadBalancer,
  Network,
  respond,
  TargetGroup,
} from "../modules";

const PORT = 6060;

const ZONES = ["us-east-1a", "us-east-1b"];

export interface VoiceAgentProps {
  /** @default us-east-1a and us-east-1b */
  readonly zones?: readonly string[];
  /**
   * Day of the walkthrough to stop at. From 9 to 12 the door stands, nobody is behind it, and it answers 503.
   * @default 13, the day of the service
   */
  readonly day?: number;
}

/** A voice agent (FastAPI on port 6060) in private subnets behind Fargate-ALB. */
export class VoiceAgentStack extends AwsStack {
  public constructor(scope: Construct, id: string, { zones = ZONES, day = 13 }: VoiceAgentProps = {}) {
    super(scope, id, { region: "us-east-1" });

    const network = new Network(this, "Network", { zones, nat: "single" });
    const targets = new TargetGroup(this, "Targets", {
      network,
      name: "Fargate-TG",
      port: PORT,
      healthCheck: { path: "/health" },
    });
    const door = new LoadBalancer(this, "FrontDoor", {
      network,
      name: "Fargate-ALB",
      scheme: "internet-facing",
      securityGroupName: "ALB-SG",
      idleTimeoutSec: 3600, // a caller may be silent for long while a WebSocket carries audio
    });
    const http = new HttpListener(this, "Http", { loadBalancer: door, forwardTo: targets });

    const isDoorOnly = day < 13;
    if (!isDoorOnly) {
      new FargateService(this, "Agent", {
        cluster: new Cluster(this, "Cluster", { network }),
        targetGroup: targets,
        securityGroupName: "Fargate-SG",
        desiredCount: countVariable(this, "agent_desired_count"),
        container: { image: imageVariable(this, "agent_image", respond(PORT, '{"status":"healthy"}')) },
      });
    }

    new TerraformOutput(this, "url", { value: http.url });
    new TerraformOutput(this, "load_balancer_dns_name", { value: door.dnsName });
  }
}
