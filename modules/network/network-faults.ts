import type { Fault } from "../errors";
import { problems, requireThat } from "../errors";
import { cidrFaults, reservedFaults } from "./address-plan";
import { serviceFaults } from "./endpoints/services";
import { flowLogFaults, type KnownFlowLogs } from "./flow-logs/flow-log-rules";
import { growthFaults } from "./growth-plan";
import { natFaults } from "./nat/modes";
import { zoneFaults } from "./zones";

/** Props of a network as far as they are known; what is a Terraform token is undefined. */
export interface KnownNetwork {
  readonly zones: readonly (string | undefined)[];
  readonly region: string | undefined;
  readonly cidrBlock: string | undefined;
  readonly additionalCidrBlocks: readonly (string | undefined)[];
  readonly nat: string | undefined;
  readonly natInstanceType: string | undefined;
  readonly hasInstanceType: boolean;
  readonly ipv6: unknown;
}

export interface Quotas {
  readonly ipv4BlocksPerVpc: number;
}

export function networkFaults(known: KnownNetwork, { ipv4BlocksPerVpc }: Quotas): Fault[] {
  const { cidrBlock, ipv6 } = known;
  return [
    ...zoneFaults(known.zones, known.region),
    ...(cidrBlock === undefined ? [] : blockFaults(cidrBlock)),
    ...growthFaults(known.additionalCidrBlocks, cidrBlock, ipv4BlocksPerVpc),
    ...natFaults(known.nat, known.natInstanceType, known.hasInstanceType),
    ...requireThat(
      [true, false, "unused"].includes(ipv6 as boolean),
      problems.ipv6Mode,
      ipv6 ?? "a Terraform token",
    ),
  ];
}

/** What is no block a VPC can have needs no second word. */
function blockFaults(cidrBlock: string): Fault[] {
  const found = cidrFaults(cidrBlock);
  return found.length > 0 ? found : reservedFaults(cidrBlock);
}

/** Additions as they were asked for. What was left out is absent, what is a token is there and undefined. */
export interface KnownAdditions {
  readonly interfaceEndpoints?: unknown;
  readonly flowLogs?: string | KnownFlowLogs | undefined;
}

export function additionFaults(known: KnownAdditions, mostEndpoints: number): Fault[] {
  const { interfaceEndpoints, flowLogs } = known;
  return [
    ...("interfaceEndpoints" in known ? serviceFaults(interfaceEndpoints, mostEndpoints) : []),
    ...("flowLogs" in known
      ? flowLogFaults(typeof flowLogs === "object" ? flowLogs : { destination: flowLogs })
      : []),
  ];
}
