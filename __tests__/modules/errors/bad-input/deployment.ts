import { HttpListener, type Deployment } from "../../../../modules";
import { cluster, door, service, targets } from "../../../support/parts";
import { bad, type BadInput, type BadInputs } from "./case";

const rolled = (deployment: Deployment, desiredCount?: number): BadInput =>
  bad((scope) => service(scope, cluster(scope), { deployment, desiredCount }));

/** A service behind a listener whose requests are shifted. */
const shifted = (given: Deployment): BadInput =>
  bad((scope) => {
    const home = cluster(scope);
    const targetGroup = targets(scope, home.network);
    const loadBalancer = door(scope, home.network);
    const listener = new HttpListener(scope, "Http", { loadBalancer, forwardTo: targetGroup });
    service(scope, home, { targetGroup, deployment: { strategy: "blue-green", listener, ...given } });
  });

export const deployments: BadInputs<"483" | "484" | "485" | "486" | "487" | "488" | "489" | "49"> = {
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
  FY494: shifted({ paths: ["api"] }),
};
