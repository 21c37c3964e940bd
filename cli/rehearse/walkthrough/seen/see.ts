import { EC2Client } from "@aws-sdk/client-ec2";
import { ECSClient } from "@aws-sdk/client-ecs";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { emulatedAccess } from "../../../terraform/terraform-environment";
import { seeBalancing } from "./balancing";
import { seeNetwork } from "./network";
import type { Seen } from "./seen";
import { seeServices } from "./services";
import type { StateFacts } from "./state-facts";

export interface Viewpoint {
  readonly endpoint: string;
  readonly region: string;
  readonly owned: StateFacts;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Reads one stack back through the AWS API. */
export async function see({ endpoint, region, owned, outputs }: Viewpoint): Promise<Seen> {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const settings = { endpoint, region, credentials: emulatedAccess };
  const ec2 = new EC2Client(settings);
  const elb = new ElasticLoadBalancingV2Client(settings);
  const ecs = new ECSClient(settings);
  try {
    const { names, ...network } = await seeNetwork(ec2, owned.vpcIds);
    const { targetGroupNames, ...balancing } = await seeBalancing(elb, owned, names);
    const services = await seeServices(ecs, owned.clusterArns, new Map([...names, ...targetGroupNames]));
    return { ...network, ...balancing, services, outputs };
  } finally {
    for (const client of [ec2, elb, ecs]) client.destroy();
  }
}
