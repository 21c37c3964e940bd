import type { Construct } from "constructs";
import {
  AwsStack,
  Cluster,
  countVariable,
  FargateService,
  imageVariable,
  LoadBalancer,
  respond,
  TargetGroup,
} from "../modules";
import { networkOf, openDoor, serviceOf, watch } from "./front-door";
import type { Settings } from "./settings";

const PORT = 6060;

const ZONES = ["us-east-1a", "us-east-1b"];

export interface VoiceAgentProps extends Settings {
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
  public constructor(scope: Construct, id: string, props: VoiceAgentProps = {}) {
    super(scope, id, { region: "us-east-1", state: props.state });
    const { zones = ZONES, day = 13 } = props;

    const network = networkOf(this, { zones, nat: "single" }, props);
    const targets = new TargetGroup(this, "Targets", {
      network,
      name: "Fargate-TG",
      port: PORT,
      healthCheck: { path: "/health" },
      ...props.targets,
    });
    const door = new LoadBalancer(this, "FrontDoor", {
      network,
      name: "Fargate-ALB",
      scheme: "internet-facing",
      securityGroupName: "ALB-SG",
      idleTimeoutSec: 3600, // a caller may be silent for long while a WebSocket carries audio
      ...props.door,
    });
    const listener = openDoor(this, door, targets, props);
    if (day < 13) return;

    const image = imageVariable(this, "agent_image", respond(PORT, '{"status":"healthy"}'));
    const agent = new FargateService(this, "Agent", {
      cluster: new Cluster(this, "Cluster", { network, ...props.cluster }),
      targetGroup: targets,
      securityGroupName: "Fargate-SG",
      desiredCount: countVariable(this, "agent_desired_count"),
      ...serviceOf({ image }, props.service, listener),
    });
    watch(this, door, [agent], props);
  }
}
