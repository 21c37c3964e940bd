import type { Construct } from "constructs";
import {
  Cluster,
  countVariable,
  FargateService,
  imageVariable,
  LoadBalancer,
  respond,
  TargetGroup,
} from "../modules";
import { networkOf, addListeners, serviceOf, watch } from "./front-door";
import { ReferenceStack, type Reference } from "./reference-stack";
import type { Settings } from "./settings";

const PORT = 6060;

const REFERENCE: Reference = {
  names: ["Fargate-ALB", "Fargate-TG"],
  own: { zones: { shape: { list: "text" }, optional: true }, day: { shape: "number", optional: true } },
};

export interface VoiceAgentProps extends Settings {
  /** @default a and b of the region */
  readonly zones?: readonly string[];
  /**
   * Day of the walkthrough to stop at. From 9 to 12 the door stands, nobody is behind it, and it answers 503.
   * @default 13, the day of the service
   */
  readonly day?: number;
}

/** A voice agent (FastAPI on port 6060) in private subnets behind Fargate-ALB. */
export class VoiceAgentStack extends ReferenceStack {
  public constructor(scope: Construct, id: string, given: VoiceAgentProps = {}) {
    super(scope, id, given, REFERENCE);
    const props = this.prefixed(given);
    const { day = 13 } = props;

    const network = networkOf(this, { zones: this.zonesOf(props), nat: "single" }, props);
    const targets = new TargetGroup(this, "Targets", {
      network,
      name: this.named("Fargate-TG"),
      port: PORT,
      healthCheck: { path: "/health" },
      ...props.targets,
    });
    const door = new LoadBalancer(this, "FrontDoor", {
      network,
      name: this.named("Fargate-ALB"),
      scheme: "internet-facing",
      securityGroupName: this.named("ALB-SG"),
      idleTimeoutSec: 3600, // a caller may be silent for long while a WebSocket carries audio
      ...props.door,
    });
    const listener = addListeners(this, door, targets, props);
    if (day < 13) return;

    const image = imageVariable(this, "agent_image", respond(PORT, '{"status":"healthy"}'));
    const agent = new FargateService(this, "Agent", {
      cluster: new Cluster(this, "Cluster", { network, ...props.cluster }),
      targetGroup: targets,
      serviceName: this.named("Agent"),
      securityGroupName: this.named("Fargate-SG"),
      desiredCount: countVariable(this, "agent_desired_count"),
      ...serviceOf({ image }, props.service, listener),
    });
    watch(this, door, [agent], props);
  }
}
