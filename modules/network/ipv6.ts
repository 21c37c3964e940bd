import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { Fn } from "cdktf";
import type { Zone } from "./zone";
import type { Network } from "./network";

const EVERYWHERE = "::/0";

/** AWS gives a VPC a /56, and a subnet has a /64. */
const SUBNET_BITS = 8;
const FIRST_PUBLIC_SLOT = 48;

export interface ZoneBlocks {
  readonly publicIpv6Block: string;
  readonly privateIpv6Block: string;
}

/** The blocks of a zone's slot, which Terraform works out: AWS chooses the VPC's when it is asked for one. */
export function ipv6Blocks(vpcBlock: string, slot: number): ZoneBlocks {
  return {
    publicIpv6Block: Fn.cidrsubnet(vpcBlock, SUBNET_BITS, FIRST_PUBLIC_SLOT + slot),
    privateIpv6Block: Fn.cidrsubnet(vpcBlock, SUBNET_BITS, slot),
  };
}

/** Private subnets get out, by a gateway that lets nobody in. It costs nothing. */
export function addIpv6Egress(network: Network, zones: readonly Zone[]): Route[] {
  const gateway = new EgressOnlyInternetGateway(network, "EgressOnlyGateway", {
    vpcId: network.vpcId,
    tags: { Name: "EgressOnlyGateway" },
  });
  return zones.map(
    (zone) =>
      new Route(zone, "Ipv6Route", {
        routeTableId: zone.privateRouteTableId,
        destinationIpv6CidrBlock: EVERYWHERE,
        egressOnlyGatewayId: gateway.id,
      }),
  );
}

/** Public subnets are reached, and get out, by the internet gateway. */
export function addIpv6InternetRoute(network: Network, routeTableId: string, gatewayId: string): Route {
  return new Route(network, "Ipv6InternetRoute", {
    routeTableId,
    destinationIpv6CidrBlock: EVERYWHERE,
    gatewayId,
  });
}
