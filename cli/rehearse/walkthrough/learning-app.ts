import type { Expectation } from "./expectation";
import { expectation } from "./expectation";
import {
  admits,
  frontDoor,
  groupNamed,
  opensToInternet,
  outputsLeadTo,
  reachesOutTo,
  runsInPrivate,
  subnetsVia,
  targetsOf,
} from "./looks";
import type { Seen } from "./seen/seen";
import type { Walkthrough } from "./walkthrough";

const frontendService = "my-frontend-task-service";
const backendService = "my-backend-task-service";

/** The frontend becomes public through the load balancer; the backend stays the frontend's alone. */
export const learningApp: Walkthrough = {
  expectations: (seen) => [...door(seen), ...groups(seen), ...services(seen), ...discovery(seen)],
};

/** Where the network stands in a stack of its own. */
export const learningAppNetwork: Walkthrough = {
  expectations: (seen) => [
    expectation("public subnets", ["PublicSubnet-1", "PublicSubnet-2"], subnetsVia(seen, "internet gateway")),
    expectation("private subnets", ["PrivateSubnet-1", "PrivateSubnet-2"], subnetsVia(seen, "NAT gateway")),
  ],
};

function door(seen: Seen): Expectation[] {
  const name = "my-learning-app-alb";
  const found = seen.loadBalancers.find((balancer) => balancer.name === name);
  const targets = seen.targetGroups.find((group) => group.name === "frontend-tg");
  const publicSubnets = subnetsVia(seen, "internet gateway");
  return [
    ...frontDoor(found, name),
    expectation("at least two public subnets", true, publicSubnets.length >= 2),
    expectation(`load balancer ${name}: all public subnets`, publicSubnets, found?.subnets),
    expectation(`load balancer ${name}: security groups`, ["ALB_SG"], found?.securityGroups),
    expectation(`load balancer ${name}: listeners`, ["HTTP:80 forwards to frontend-tg"], found?.listeners),
    ...targetsOf(targets, "frontend-tg", 80),
    ...outputsLeadTo(seen, found),
  ];
}

function groups(seen: Seen): Expectation[] {
  const frontend = groupNamed(seen, "FRONTEND_SG");
  const description = groupNamed(seen, "ALB_SG")?.description;
  return [
    expectation("security group ALB_SG: description", "allow internet traffic", description),
    opensToInternet(seen, "ALB_SG"),
    admits(seen, "FRONTEND_SG", ["tcp 80 from ALB_SG"]),
    expectation(
      "security group FRONTEND_SG: description of the inbound rule",
      ["allow traffic from ALB"],
      frontend?.inbound.map((rule) => rule.description),
    ),
    admits(seen, "BACKEND_SG", ["tcp 8080 from FRONTEND_SG"]),
    reachesOutTo(seen, "ALB_SG", ["tcp 80 to FRONTEND_SG"]),
  ];
}

function services(seen: Seen): Expectation[] {
  const privateSubnets = subnetsVia(seen, "NAT gateway");
  const [frontend, backend] = [frontendService, backendService].map((name) => named(seen, name));
  return [
    expectation("services", [backendService, frontendService], seen.services.map(({ name }) => name).sort()),
    ...runsInPrivate(frontend, frontendService, privateSubnets),
    ...runsInPrivate(backend, backendService, privateSubnets),
    expectation(
      `service ${frontendService}: load balancing`,
      ["frontend-tg gets port 80"],
      frontend?.targets,
    ),
    expectation(`service ${backendService}: load balancing`, [], backend?.targets),
    expectation(`service ${frontendService}: security groups`, ["FRONTEND_SG"], frontend?.securityGroups),
    expectation(`service ${backendService}: security groups`, ["BACKEND_SG"], backend?.securityGroups),
  ];
}

function discovery(seen: Seen): Expectation[] {
  const frontend = named(seen, frontendService)?.connect;
  const backend = named(seen, backendService)?.connect;
  return [
    expectation("Service Connect: the backend is found as", ["backend"], backend?.offers),
    expectation("Service Connect: the frontend is a client", true, frontend !== undefined),
    expectation("Service Connect: both are in one namespace", backend?.namespace, frontend?.namespace),
  ];
}

function named(seen: Seen, name: string): Seen["services"][number] | undefined {
  return seen.services.find((service) => service.name === name);
}
