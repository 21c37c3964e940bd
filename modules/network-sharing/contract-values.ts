import { type Fault, problems, requireThat } from "../errors";

/**
 * What a network tells other stacks, by the name of its output; lists are in the order of the zones. The names are a
 * contract: readers outside this project know them.
 */
export const CONTRACT = ["vpc_id", "cidr_block", "zones", "public_subnet_ids", "private_subnet_ids"] as const;

/** An output more, for readers of the state: the subnets of each zone, by its name. */
export const SUBNETS = "subnets";

export type ContractName = (typeof CONTRACT)[number];

/** Parameter Store takes 15 parts at most, of which the value's name is one; `aws` and `ssm` may not begin a path. */
const PATH = /^(?!\/(aws|ssm))(\/[A-Za-z0-9._-]+){1,14}$/i;

const LONGEST_NAME = 1011;

/** `/shop/network` and `vpc_id` are `/shop/network/vpc_id`. */
export function parameterName(path: string, name: ContractName): string {
  return `${path}/${name}`;
}

export function pathFaults(path: string | undefined): Fault[] {
  const holds = path === undefined || (PATH.test(path) && path.length <= LONGEST_NAME - 20);
  return requireThat(holds, problems.parameterPath, JSON.stringify(path));
}
