import type { ITerraformDependable } from "cdktf";
import { addCheck } from "../errors";
import { literal, literals, quota } from "../foundation";
import { servicesOf } from "./endpoints/services";
import { InterfaceEndpoints } from "./endpoints/interface-endpoints";
import { FlowLogs } from "./flow-logs/flow-logs";
import { additionFaults } from "./network-faults";
import type { NetworkAdditions } from "./network-props";
import type { VpcNetwork } from "./vpc-network";

/**
 * What was asked for beside the network itself, made in it.
 *
 * @returns what stands once it is of use to tasks
 */
export function addToNetwork(
  network: VpcNetwork,
  { interfaceEndpoints, flowLogs }: NetworkAdditions,
  region: string,
): ITerraformDependable[] {
  const known = literal(interfaceEndpoints);
  const asked = {
    ...(interfaceEndpoints === undefined
      ? {}
      : { interfaceEndpoints: Array.isArray(known) ? known.map((one) => literal(one as unknown)) : known }),
    ...(flowLogs === undefined ? {} : { flowLogs }),
  };
  addCheck(network, () => additionFaults(literals(asked), quota(network, "interfaceEndpointsPerVpc")));
  if (flowLogs !== undefined) {
    const props = typeof flowLogs === "string" ? { destination: flowLogs } : flowLogs;
    new FlowLogs(network, "FlowLogs", network.vpcId, props);
  }
  const services = servicesOf(interfaceEndpoints);
  if (services.length === 0) return [];
  return new InterfaceEndpoints(network, "InterfaceEndpoints", { network, region, services }).ready;
}
