import type { LbListenerMutualAuthentication } from "@cdktf/provider-aws/lib/lb-listener";
import type { Fault } from "../../errors";
import { problems, requireThat } from "../../errors";
import type { TrustStore } from "./trust-store";

/**
 * Clients show certificates of their own. `verify` lets in those that the trust store's authorities have signed;
 * `passthrough` hands every chain on to the targets, in header X-Amzn-Mtls-Clientcert, for them to judge.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
 */
export type MutualTls =
  | {
      readonly mode: "verify";
      readonly trustStore: TrustStore;
      /**
       * Lets expired certificates in.
       * @default false
       */
      readonly ignoreExpiry?: boolean;
    }
  | { readonly mode: "passthrough" };

/** `off` is written out: Terraform would take its absence for "leave it as it is". */
export function mutualAuthentication(mutualTls: MutualTls | undefined): LbListenerMutualAuthentication {
  if (mutualTls?.mode !== "verify") return { mode: mutualTls?.mode ?? "off" };
  const { mode, trustStore, ignoreExpiry: ignoreClientCertificateExpiry = false } = mutualTls;
  return { mode, trustStoreArn: trustStore?.arn, ignoreClientCertificateExpiry };
}

/** Types refuse these already; JavaScript and casts don't. */
export function mutualTlsFaults(given: MutualTls | undefined): Fault[] {
  if (given === undefined) return [];
  const { mode, trustStore } = given as { mode: string; trustStore?: unknown };
  return [
    ...requireThat(["verify", "passthrough"].includes(mode), problems.mutualTlsMode, mode),
    ...requireThat(
      mode !== "verify" || trustStore !== undefined,
      problems.mutualTlsTrustStore,
      "verify without a trustStore",
    ),
    ...requireThat(
      mode !== "passthrough" || trustStore === undefined,
      problems.mutualTlsTrustStore,
      "passthrough with a trustStore",
    ),
  ];
}
