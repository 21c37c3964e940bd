import type { Construct } from "constructs";
import {
  Cluster,
  countVariable,
  FargateService,
  imageVariable,
  LoadBalancer,
  passOn,
  respond,
  TargetGroup,
} from "../modules";
import { networkOf, addListeners, serviceOf, watch } from "./front-door";
import { ReferenceStack, type Reference } from "./reference-stack";
import type { Settings } from "./settings";

const REFERENCE: Reference = {
  names: ["my-learning-app-alb", "frontend-tg"],
  own: { zones: { shape: { list: "text" }, optional: true } },
};

export interface LearningAppProps extends Settings {
  /** @default a and b of the region */
  readonly zones?: readonly string[];
}

/** A frontend on the internet, and a backend that only the frontend can reach. */
export class LearningAppStack extends ReferenceStack {
  public constructor(scope: Construct, id: string, given: LearningAppProps = {}) {
    super(scope, id, given, REFERENCE);
    const props = this.prefixed(given);

    const network = networkOf(this, { zones: this.zonesOf(props), nat: "single" }, props);
    const cluster = new Cluster(this, "Cluster", { network, ...props.cluster });
    const door = new LoadBalancer(this, "FrontDoor", {
      network,
      name: this.named("my-learning-app-alb"),
      scheme: "internet-facing",
      securityGroupName: this.named("ALB_SG"),
      securityGroupDescription: "allow internet traffic",
      ...props.door,
    });
    const frontendTg = { network, name: this.named("frontend-tg"), port: 80 };
    const targets = new TargetGroup(this, "Targets", { ...frontendTg, ...props.targets });
    const listener = addListeners(this, door, targets, props);

    const image = imageVariable(this, "backend_image", respond(8080, "Hello from the backend"));
    const backend = new FargateService(this, "Backend", {
      cluster,
      serviceName: this.named("my-backend-task-service"),
      securityGroupName: this.named("BACKEND_SG"),
      discoveryName: "backend",
      desiredCount: countVariable(this, "backend_desired_count"),
      ...serviceOf({ image, port: 8080 }, props.backend),
    });
    const frontendImage = imageVariable(this, "frontend_image", passOn(80, backend.url));
    const environment = { BACKEND_URL: backend.url };
    const frontend = new FargateService(this, "Frontend", {
      cluster,
      targetGroup: targets,
      serviceName: this.named("my-frontend-task-service"),
      securityGroupName: this.named("FRONTEND_SG"),
      desiredCount: countVariable(this, "frontend_desired_count"),
      ...serviceOf({ image: frontendImage, environment }, props.service, listener),
    });
    backend.allowFrom(frontend);
    watch(this, door, [frontend, backend], props);
  }
}
