import type { Fault } from "../../errors";
import { fault, problems } from "../../errors";

/**
 * What a listener speaks with its clients. `Res` is without CBC ciphers, `FIPS` with modules validated by FIPS 140-3,
 * `PQ` with a key exchange that a quantum computer can't undo. The last four, for clients from before 2016, speak CBC
 * ciphers too, and Security Hub's ELB.17 does not let them pass.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const TLS_POLICIES = [
  "ELBSecurityPolicy-TLS13-1-3-2021-06",
  "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09",
] as const;

export type TlsPolicy = (typeof TLS_POLICIES)[number];

/** TLS 1.2 and 1.3 with AEAD ciphers alone: what Security Hub, Checkov and Trivy let pass, and every browser since 2016 speaks. */
export const DEFAULT_TLS_POLICY: TlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

/** An undefined policy is a Terraform token. */
export function tlsPolicyFaults(policy: string | undefined): Fault[] {
  const isCurrent = policy === undefined || TLS_POLICIES.some((one) => one === policy);
  return isCurrent ? [] : [fault(problems.tlsPolicy, policy)];
}
