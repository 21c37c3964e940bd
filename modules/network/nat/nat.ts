import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route, type RouteConfig } from "@cdktf/provider-aws/lib/route";
import type { ITerraformDependable } from "cdktf";
import { GOES_LAST } from "../../foundation";
import type { VpcNetwork } from "../vpc-network";
import type { Zone } from "../zone";
import { addressCount, DEFAULT_INSTANCE_TYPE, type NatMode } from "./modes";
import { NatInstance } from "./nat-instance";

export const EVERYWHERE = "0.0.0.0/0";

export interface Nat {
  readonly mode: NatMode;
  /** Of a NAT instance. */
  readonly instanceType?: string | undefined;
}

/** Where a route leads, and what has to stand before it is of use. */
interface Way extends Pick<RouteConfig, "natGatewayId" | "networkInterfaceId"> {
  readonly ready: readonly ITerraformDependable[];
}

/**
 * The private subnets' default routes, and what they lead to. When the mode changes, the routes stay and lead
 * elsewhere: what they led to before goes only then.
 *
 * @returns what stands once tasks in private subnets get out
 */
export function addNat(
  { mode, instanceType }: Nat,
  network: VpcNetwork,
  zones: readonly Zone[],
  internetGateway: ITerraformDependable,
): ITerraformDependable[] {
  const standing = zones.slice(0, addressCount(mode, zones.length));
  const ways = standing.map((zone) =>
    mode === "instance"
      ? throughInstance(zone, { network, internetGateway, instanceType })
      : throughGateway(zone, internetGateway),
  );
  return zones.flatMap((zone, position) => {
    const way = ways[position] ?? ways[0];
    if (way === undefined) return [];
    const { ready, ...to } = way;
    return new Route(zone, "NatRoute", {
      routeTableId: zone.privateRouteTableId,
      destinationCidrBlock: EVERYWHERE,
      ...to,
      dependsOn: [...network.internetReady, ...ready],
    });
  });
}

/**
 * A gateway can't be made before the VPC has its internet gateway, and has to go before that does. The public subnet's
 * routes are not waited for here but by the private ones: what waits for them with `GOES_LAST` would hand it on to them.
 */
function throughGateway(zone: Zone, internetGateway: ITerraformDependable): Way {
  const common = {
    tags: { Name: `Nat-${zone.node.id}` },
    dependsOn: [internetGateway],
    lifecycle: GOES_LAST,
  };
  const address = new Eip(zone, "NatAddress", { domain: "vpc", ...common });
  const gateway = new NatGateway(zone, "NatGateway", {
    allocationId: address.id,
    subnetId: zone.publicSubnetId,
    ...common,
  });
  return { natGatewayId: gateway.id, ready: [] };
}

function throughInstance(zone: Zone, { instanceType, ...within }: Surroundings): Way {
  const { networkInterfaceId, ready } = new NatInstance(zone, "NatInstance", {
    ...within,
    instanceType: instanceType ?? DEFAULT_INSTANCE_TYPE,
    subnetId: zone.publicSubnetId,
    name: `Nat-${zone.node.id}`,
  });
  return { networkInterfaceId, ready };
}

interface Surroundings {
  readonly network: VpcNetwork;
  readonly internetGateway: ITerraformDependable;
  readonly instanceType: string | undefined;
}
