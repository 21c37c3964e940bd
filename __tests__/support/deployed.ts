import { HttpListener, type AwsStack, type Deployment, type Scaling } from "../../modules";
import { cluster, door, service, targets } from "./parts";
import { synthesize, type Synthesized } from "./synthesize";

/** A service behind a door, deployed so; `strategy` other than rolling shifts the requests of its listener. */
export function fronted(stack: AwsStack, deployment: Deployment = {}, scaling?: Scaling): void {
  const home = cluster(stack);
  const targetGroup = targets(stack, home.network, { healthCheck: { path: "/health" } });
  const loadBalancer = door(stack, home.network);
  const listener = new HttpListener(stack, "Http", { loadBalancer, forwardTo: targetGroup });
  const isRolling = (deployment.strategy ?? "rolling") === "rolling";
  service(stack, home, {
    targetGroup,
    scaling,
    deployment: isRolling ? deployment : { listener, ...deployment },
  });
}

export const inFront = (deployment: Deployment = {}): Synthesized =>
  synthesize((stack) => fronted(stack, deployment));
/** Which versions of the provider a stack takes. */
export const range = (stack: Synthesized): unknown => stack.at("terraform.required_providers.aws.version");
