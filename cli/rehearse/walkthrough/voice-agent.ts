import type { Expectation } from "./expectation";
import { expectation } from "./expectation";
import {
  admits,
  frontDoor,
  opensToInternet,
  outputsLeadTo,
  reachesOutTo,
  runsInPrivate,
  subnetsVia,
  targetsOf,
} from "./looks";
import type { Seen } from "./seen/seen";
import type { Intent, Walkthrough } from "./walkthrough";

const publicSubnets = ["PublicSubnet-1", "PublicSubnet-2"];
const privateSubnets = ["PrivateSubnet-1", "PrivateSubnet-2"];
/** The load balancer's own default, at which a silent WebSocket is cut. */
const defaultIdleTimeoutSec = 60;

/** Day 9, step 5: listeners, security groups, subnets; and what the earlier and later days promise. */
export const voiceAgent: Walkthrough = {
  expectations: (seen, intent) => [
    ...network(seen),
    ...door(seen),
    ...(intent.serviceCount === 0 ? withoutService(seen) : withService(seen)),
  ],
  remark: ({ serviceCount }: Intent) =>
    serviceCount === 0 ? "day 9: no service yet, so the front door answers 503, as expected" : undefined,
};

/** Where the network stands in a stack of its own. */
export const voiceAgentNetwork: Walkthrough = { expectations: network };

function network(seen: Seen): Expectation[] {
  const zones = (names: readonly string[]): string[] =>
    seen.subnets
      .filter(({ name }) => names.includes(name))
      .map(({ name, zone }) => `${name} in ${zone}`)
      .sort();
  return [
    expectation(
      "zones of the public subnets",
      ["PublicSubnet-1 in us-east-1a", "PublicSubnet-2 in us-east-1b"],
      zones(publicSubnets),
    ),
    expectation(
      "subnets with a route to the internet gateway",
      publicSubnets,
      subnetsVia(seen, "internet gateway"),
    ),
    expectation("subnets with a route to the NAT gateway", privateSubnets, subnetsVia(seen, "NAT gateway")),
  ];
}

function door(seen: Seen): Expectation[] {
  const found = seen.loadBalancers.find(({ name }) => name === "Fargate-ALB");
  const targets = seen.targetGroups.find(({ name }) => name === "Fargate-TG");
  return [
    ...frontDoor(found, "Fargate-ALB"),
    expectation("load balancer Fargate-ALB: subnets", publicSubnets, found?.subnets),
    expectation("load balancer Fargate-ALB: security groups", ["ALB-SG"], found?.securityGroups),
    expectation("load balancer Fargate-ALB: listeners", ["HTTP:80 forwards to Fargate-TG"], found?.listeners),
    expectation(
      `load balancer Fargate-ALB: idle timeout above ${defaultIdleTimeoutSec} s, for audio`,
      true,
      (found?.idleTimeoutSec ?? 0) > defaultIdleTimeoutSec,
    ),
    opensToInternet(seen, "ALB-SG"),
    ...targetsOf(targets, "Fargate-TG", 6060),
    expectation("target group Fargate-TG: protocol version", "HTTP1", targets?.protocolVersion),
    expectation("target group Fargate-TG: IP address type", "ipv4", targets?.ipAddressType),
    expectation(
      "target group Fargate-TG: health check",
      "HTTP /health on traffic-port",
      targets?.healthCheck,
    ),
    ...outputsLeadTo(seen, found),
  ];
}

function withService(seen: Seen): Expectation[] {
  const service = seen.services.find(({ securityGroups }) => securityGroups.includes("Fargate-SG"));
  return [
    admits(seen, "Fargate-SG", ["tcp 6060 from ALB-SG"]),
    reachesOutTo(seen, "ALB-SG", ["tcp 6060 to Fargate-SG"]),
    ...runsInPrivate(service, service?.name ?? "behind Fargate-TG", privateSubnets),
    expectation("service: load balancing", ["Fargate-TG gets port 6060"], service?.targets),
    expectation("service: security groups", ["Fargate-SG"], service?.securityGroups),
  ];
}

function withoutService(seen: Seen): Expectation[] {
  return [
    expectation(
      "services on day 9",
      [],
      seen.services.map(({ name }) => name),
    ),
    reachesOutTo(seen, "ALB-SG", []),
  ];
}
