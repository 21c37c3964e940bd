import type { Finding } from "../errors";
import { unless } from "../errors";
import { cidrFindings, reservedFindings } from "./address-plan";
import { serviceFindings } from "./endpoints/services";
import { flowLogFindings, type KnownFlowLogs } from "./flow-logs/flow-log-rules";
import { growthFindings } from "./growth-plan";
import { natFindings } from "./nat/modes";
import { zoneFindings } from "./zones";

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

export function networkFindings(known: KnownNetwork, { ipv4BlocksPerVpc }: Quotas): Finding[] {
  const { cidrBlock, ipv6 } = known;
  return [
    ...zoneFindings(known.zones, known.region),
    ...(cidrBlock === undefined ? [] : blockFindings(cidrBlock)),
    ...growthFindings(known.additionalCidrBlocks, cidrBlock, ipv4BlocksPerVpc),
    ...natFindings(known.nat, known.natInstanceType, known.hasInstanceType),
    ...unless([true, false, "unused"].includes(ipv6 as boolean), "FY115", ipv6 ?? "a Terraform token"),
  ];
}

/** What is no block a VPC can have needs no second word. */
function blockFindings(cidrBlock: string): Finding[] {
  const found = cidrFindings(cidrBlock);
  return found.length > 0 ? found : reservedFindings(cidrBlock);
}

/** Additions as they were asked for. What was left out is absent, what is a token is there and undefined. */
export interface KnownAdditions {
  readonly interfaceEndpoints?: unknown;
  readonly flowLogs?: string | KnownFlowLogs | undefined;
}

export function additionFindings(known: KnownAdditions, mostEndpoints: number): Finding[] {
  const { interfaceEndpoints, flowLogs } = known;
  return [
    ...("interfaceEndpoints" in known ? serviceFindings(interfaceEndpoints, mostEndpoints) : []),
    ...("flowLogs" in known
      ? flowLogFindings(typeof flowLogs === "object" ? flowLogs : { destination: flowLogs })
      : []),
  ];
}
