import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import type { ITerraformDependable } from "cdktf";
import { GOES_LAST } from "../stack";
import type { Zone } from "./zone";

/** How private subnets reach the internet. */
export const NAT_MODES = ["none", "single", "per-zone"] as const;
export type NatMode = (typeof NAT_MODES)[number];

export const EVERYWHERE = "0.0.0.0/0";

/** How many gateways, each with an Elastic IP address, a mode takes. */
export function gatewayCount(mode: NatMode, zones: number): number {
  return { none: 0, single: Math.min(1, zones), "per-zone": zones }[mode] ?? 0;
}

/**
 * Gateways and the private subnets' default routes to them. A gateway can't be made before its public subnet reaches
 * the internet, and has to go before that subnet does: hence `internetReady`.
 *
 * @returns what stands once tasks in private subnets get out
 */
export function addNat(
  mode: NatMode,
  zones: readonly Zone[],
  internetReady: ITerraformDependable[],
): ITerraformDependable[] {
  const gateways = zones.slice(0, gatewayCount(mode, zones.length)).map((zone) => {
    const address = new Eip(zone, "NatAddress", {
      domain: "vpc",
      tags: { Name: `Nat-${zone.node.id}` },
      dependsOn: internetReady,
      lifecycle: GOES_LAST,
    });
    return new NatGateway(zone, "NatGateway", {
      allocationId: address.id,
      subnetId: zone.publicSubnetId,
      tags: { Name: `Nat-${zone.node.id}` },
      dependsOn: internetReady,
      lifecycle: GOES_LAST,
    });
  });
  return zones.flatMap((zone, position) => {
    const gateway = gateways[position] ?? gateways[0];
    if (gateway === undefined) return [];
    return new Route(zone, "NatRoute", {
      routeTableId: zone.privateRouteTableId,
      destinationCidrBlock: EVERYWHERE,
      natGatewayId: gateway.id,
    });
  });
}
