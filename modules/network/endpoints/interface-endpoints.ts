import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { SecurityGroup } from "../security-group";
import { boundedName, labelOf, namingPath, stackName } from "../../foundation";
import type { VpcNetwork } from "../vpc-network";
import { endpointId } from "./services";

const HTTPS = 443;
const LONGEST_NAME = 255;

export interface InterfaceEndpointsProps {
  readonly network: VpcNetwork;
  readonly region: string;
  /** Short names, such as `ecr.api`. */
  readonly services: readonly string[];
}

/**
 * Private ways from a network to AWS services: an address in each zone, found by the service's usual name, open on port
 * 443 to the private subnets. https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export class InterfaceEndpoints extends Construct {
  /** What stands once the services are reached. */
  public readonly ready: ITerraformDependable[];

  public constructor(scope: Construct, id: string, { network, region, services }: InterfaceEndpointsProps) {
    super(scope, id);
    const name = boundedName([stackName(this), labelOf(namingPath(this)), "SG"], LONGEST_NAME);
    const group = new SecurityGroup(this, "SecurityGroup", {
      network,
      name,
      description: "AWS services for the private subnets",
    });
    network.privateBlocks.forEach((block) => group.admitBlock(block, HTTPS, "HTTPS from a private subnet"));
    const endpoints = services.map(
      (service) =>
        new VpcEndpoint(this, endpointId(service), {
          vpcId: network.vpcId,
          serviceName: `com.amazonaws.${region}.${service}`,
          vpcEndpointType: "Interface",
          subnetIds: network.privateSubnetIds,
          securityGroupIds: [group.groupId],
          privateDnsEnabled: true,
          tags: { Name: `${service}-Endpoint` },
        }),
    );
    this.ready = [...endpoints, ...group.rules];
  }
}
