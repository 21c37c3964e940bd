/** What another stack needs to stand in a network: the props of a network that is found by its ids. */
export interface NetworkIds {
  readonly vpcId: string;
  readonly publicSubnetIds: string[];
  readonly privateSubnetIds: string[];
}
