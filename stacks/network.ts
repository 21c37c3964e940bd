import type { Construct } from "constructs";
import { AwsStack, Network, NetworkContract, type AwsStackProps, type NetworkProps } from "../modules";

export interface NetworkStackProps extends Pick<AwsStackProps, "region" | "state" | "namedAfter"> {
  readonly network: NetworkProps;
  /** Path in the SSM Parameter Store, such as `/voice-agent/network`, for readers that may not read this state. */
  readonly parameterPath?: string | undefined;
}

/** A network with a state of its own, and what it tells the stacks that stand in it (docs/state.md). */
export class NetworkStack extends AwsStack {
  public readonly contract: NetworkContract;

  public constructor(scope: Construct, id: string, props: NetworkStackProps) {
    const { network: wanted, parameterPath, ...stack } = props;
    super(scope, id, stack);

    const network = new Network(this, "Network", wanted);
    this.contract = new NetworkContract(this, "Contract", {
      network,
      ...(parameterPath === undefined ? {} : { parameterPath }),
    });
  }
}
