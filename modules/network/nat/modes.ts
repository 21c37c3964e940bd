import type { Fault } from "../../errors";
import { matching, problems, requireThat } from "../../errors";

/** How private subnets reach the internet. */
export const NAT_MODES = ["none", "instance", "single", "per-zone"] as const;
export type NatMode = (typeof NAT_MODES)[number];

export const DEFAULT_INSTANCE_TYPE = "t4g.nano";

/** Graviton: its image is made for arm64. https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html */
const ARM_TYPE =
  /^(?:a1|[a-z]{1,3}\d{1,2}g[a-z]*)\.(?:nano|micro|small|medium|large|\d*xlarge|metal(?:-\d+xl)?)$/;

/** How many Elastic IP addresses a mode takes: one for each gateway, or one for the instance. */
export function addressCount(mode: NatMode, zones: number): number {
  const one = Math.min(1, zones);
  return { none: 0, instance: one, single: one, "per-zone": zones }[mode] ?? 0;
}

/** An undefined type was left out, or is a Terraform token. */
export function natFaults(mode: string | undefined, type: string | undefined, isGiven: boolean): Fault[] {
  return [
    ...requireThat(
      NAT_MODES.some((known) => known === mode),
      problems.natMode,
      mode ?? "a Terraform token",
    ),
    ...matching(problems.natInstanceType, type, ARM_TYPE),
    ...requireThat(
      !isGiven || mode === "instance",
      problems.natInstanceTypeWithoutInstance,
      `nat ${mode ?? "a Terraform token"}`,
    ),
  ];
}
