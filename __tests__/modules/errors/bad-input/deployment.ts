import {
  AwsStack,
  existingCertificate,
  HttpListener,
  HttpsListener,
  type Deployment,
} from "../../../../modules";
import { cluster, door, service, targets } from "../../../support/parts";
import { bad, type BadInput, type BadInputs } from "./case";

const rolled = (deployment: Deployment, desiredCount?: number): BadInput =>
  bad((scope) => service(scope, cluster(scope), { deployment, desiredCount }));

/** A service behind a listener whose requests are shifted, and what else there is. */
const shifted = (
  given: Deployment,
  more: (listener: HttpListener, home: ReturnType<typeof cluster>) => void = () => undefined,
): BadInput =>
  bad((scope) => {
    const home = cluster(scope);
    const targetGroup = targets(scope, home.network);
    const loadBalancer = door(scope, home.network);
    const listener = new HttpListener(scope, "Http", { loadBalancer, forwardTo: targetGroup });
    service(scope, home, { targetGroup, deployment: { strategy: "blue-green", listener, ...given } });
    more(listener, home);
  });

const CERTIFICATE = existingCertificate("arn:aws:acm:us-east-1:123456789012:certificate/one");

type Area = "483" | "484" | "485" | "486" | "487" | "488" | "489" | `49${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;

export const deployments: BadInputs<Area> = {
  FY483: rolled({ minimumHealthyPercent: -1 }),
  FY484: rolled({ maximumPercent: 201 }),
  FY485: rolled({ minimumHealthyPercent: 50, maximumPercent: 150 }, 1),
  FY486: rolled({ serverErrorsPerMin: -1 }),
  FY487: rolled({ strategy: "yellow" as "canary" }),
  FY488: rolled({ strategy: "canary" }),
  FY489: shifted({ bakeTimeMin: 1441 }),
  FY490: shifted({ strategy: "linear", stepPercent: 2 }),
  FY491: shifted({ strategy: "canary", stepBakeTimeMin: 1441 }),
  FY492: rolled({ bakeTimeMin: 5 }),
  FY493: shifted({ rulePriority: 50001 }),
  FY495: bad((scope) => {
    const home = cluster(scope);
    const targetGroup = targets(scope, home.network);
    const loadBalancer = door(scope, home.network);
    const listener = new HttpListener(scope, "Http", { loadBalancer, forwardTo: targetGroup });
    listener.route("Other", { paths: ["/other/*"], forwardTo: targetGroup });
    service(scope, home, { targetGroup, deployment: { strategy: "blue-green", listener } });
  }),
  FY496: bad((scope) => {
    const home = cluster(scope);
    const targetGroup = targets(scope, home.network);
    const loadBalancer = door(scope, home.network);
    const https = new HttpsListener(scope, "Https", { loadBalancer, certificates: [CERTIFICATE] });
    const listener = new HttpListener(scope, "Http", { loadBalancer, redirectTo: https });
    service(scope, home, { targetGroup, deployment: { strategy: "blue-green", listener } });
  }),
  FY497: shifted({}, (listener, home) => {
    const scope = AwsStack.of(listener) as AwsStack;
    const targetGroup = targets(scope, home.network, {}, "Others");
    listener.route("Others", { paths: ["/others"], forwardTo: targets(scope, home.network, {}, "More") });
    const deployment = { strategy: "canary", listener, rulePriority: 49999 } as const;
    service(scope, home, { targetGroup, deployment }, "Second");
  }),
  FY494: shifted({ paths: ["api"] }),
};
