import type { Construct } from "constructs";
import {
  AwsStack,
  Cluster,
  countVariable,
  FargateService,
  imageVariable,
  LoadBalancer,
  passOn,
  respond,
  TargetGroup,
} from "../modules";
import { networkOf, openDoor, serviceOf, watch } from "./front-door";
import type { Settings } from "./settings";

const ZONES = ["us-east-1a", "us-east-1b"];

export interface LearningAppProps extends Settings {
  /** @default us-east-1a and us-east-1b */
  readonly zones?: readonly string[];
}

/** A frontend on the internet, and a backend that only the frontend can reach. */
export class LearningAppStack extends AwsStack {
  public constructor(scope: Construct, id: string, props: LearningAppProps = {}) {
    super(scope, id, { region: "us-east-1", state: props.state });

    const network = networkOf(this, { zones: props.zones ?? ZONES, nat: "single" }, props);
    const cluster = new Cluster(this, "Cluster", { network, ...props.cluster });
    const door = new LoadBalancer(this, "FrontDoor", {
      network,
      name: "my-learning-app-alb",
      scheme: "internet-facing",
      securityGroupName: "ALB_SG",
      securityGroupDescription: "allow internet traffic",
      ...props.door,
    });
    const frontendTg = { network, name: "frontend-tg", port: 80 };
    const targets = new TargetGroup(this, "Targets", { ...frontendTg, ...props.targets });
    const listener = openDoor(this, door, targets, props);

    const image = imageVariable(this, "backend_image", respond(8080, "Hello from the backend"));
    const backend = new FargateService(this, "Backend", {
      cluster,
      serviceName: "my-backend-task-service",
      securityGroupName: "BACKEND_SG",
      discoveryName: "backend",
      desiredCount: countVariable(this, "backend_desired_count"),
      ...serviceOf({ image, port: 8080 }, props.backend),
    });
    const frontendImage = imageVariable(this, "frontend_image", passOn(80, backend.url));
    const frontend = new FargateService(this, "Frontend", {
      cluster,
      targetGroup: targets,
      serviceName: "my-frontend-task-service",
      securityGroupName: "FRONTEND_SG",
      desiredCount: countVariable(this, "frontend_desired_count"),
      ...serviceOf(
        { image: frontendImage, environment: { BACKEND_URL: backend.url } },
        props.service,
        listener,
      ),
    });
    backend.allowFrom(frontend);
    watch(this, door, [frontend, backend], props);
  }
}
