import {
  existingCertificate,
  TrustStore,
  type HttpsListenerProps,
  type MutualTls,
  type TrustStoreProps,
} from "../../../../modules";
import { ARN, httpsListener, network, targets } from "../../../support/parts";
import { bad, type BadInput, type BadInputs } from "./case";

const https = (props: Partial<HttpsListenerProps>, quotas?: BadInput["quotas"]): BadInput =>
  bad((scope) => httpsListener(scope, props), quotas);
const shows = (...ids: readonly string[]): Partial<HttpsListenerProps> => ({
  certificates: ids.map((id) => existingCertificate(`${ARN}${id}`)),
});
const group = (props: Parameters<typeof targets>[2]): BadInput =>
  bad((scope) => targets(scope, network(scope), props));
const store = (props: Partial<TrustStoreProps>): BadInput =>
  bad((scope) => new TrustStore(scope, "Store", { bucket: "authorities", key: "clients.pem", ...props }));

export const listeners: BadInputs<"38" | "39"> = {
  FY380: https({ certificates: [] }),
  FY381: https(shows("a", "b", "b")),
  FY382: https(shows("a", "b"), { certificatesPerLoadBalancer: 0 }),
  FY383: https({ tlsPolicy: "ELBSecurityPolicy-2016-08" as HttpsListenerProps["tlsPolicy"] }),
  FY384: https({ hstsMaxAgeSec: -1 }),
  FY386: https({ mutualTls: { mode: "off" } as unknown as MutualTls }),
  FY387: https({ mutualTls: { mode: "passthrough", trustStore: {} } as unknown as MutualTls }),
  FY388: store({ name: "not_this" }),
  FY389: store({ bucket: "s3://authorities" }),
  FY391: group({ stickinessSec: 0 }),
  FY392: group({ stickinessCookieName: "session" }),
  FY393: group({ slowStartSec: 29 }),
  FY394: group({ algorithm: "fastest" as "round_robin" }),
  FY395: group({ algorithm: "weighted_random", slowStartSec: 30 }),
  FY396: group({ protocol: "TCP" as "HTTP" }),
};
