import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcEndpointRouteTableAssociation } from "@cdktf/provider-aws/lib/vpc-endpoint-route-table-association";
import type { ITerraformDependable } from "cdktf";
import type { Network } from "./network";

/**
 * Free of charge, and keeps the traffic of image layers off the NAT gateway.
 *
 * @returns what stands once private subnets reach S3
 */
export function addS3Endpoint(network: Network, region: string): ITerraformDependable[] {
  const endpoint = new VpcEndpoint(network, "S3Endpoint", {
    vpcId: network.vpcId,
    serviceName: `com.amazonaws.${region}.s3`,
    vpcEndpointType: "Gateway",
    tags: { Name: "S3Endpoint" },
  });
  return network.zones.map(
    (zone) =>
      new VpcEndpointRouteTableAssociation(zone, "S3Route", {
        vpcEndpointId: endpoint.id,
        routeTableId: zone.privateRouteTableId,
      }),
  );
}
