import {
  HttpListener,
  WebAcl,
  type AwsStack,
  type HealthCheck,
  type LoadBalancer,
} from "../../../../modules";
import { cluster, door, network, service, targets } from "../../../support/parts";
import { variablesOf } from "../../../support/variables";
import { bad, type BadInput, type BadInputs } from "./case";

type GroupProps = Parameters<typeof targets>[2];
type DoorProps = Parameters<typeof door>[2];

const group = (props: GroupProps, quotas?: BadInput["quotas"]): BadInput =>
  bad((scope) => targets(scope, network(scope), props), quotas);
const check = (healthCheck: HealthCheck): BadInput => group({ healthCheck });
const balancer = (props: DoorProps): BadInput => bad((scope) => door(scope, network(scope), props));
const listening = (ports: readonly number[], quotas?: BadInput["quotas"]): BadInput =>
  bad((scope) => {
    const home = network(scope);
    listen(scope, door(scope, home, { scheme: "internal" }), targets(scope, home), ports);
  }, quotas);

function listen(
  scope: AwsStack,
  from: LoadBalancer,
  to: ReturnType<typeof targets>,
  ports: readonly number[],
): void {
  ports.forEach((port, position) => {
    new HttpListener(scope, `${from.node.id}Http${position}`, { loadBalancer: from, forwardTo: to, port });
  });
}

/** Two of a kind in one network. */
const two = (
  make: (scope: AwsStack, within: ReturnType<typeof network>, id: string) => void,
  quotas?: BadInput["quotas"],
) =>
  bad((scope) => {
    const home = network(scope);
    ["One", "Two"].forEach((id) => make(scope, home, id));
  }, quotas);

export const loadBalancers: BadInputs<"30" | "31" | "32" | "330" | "331" | "332" | "333" | "334"> = {
  FY301: group({ name: "not_this" }),
  FY302: group({ port: 0 }),
  FY303: check({ intervalSec: 301 }),
  FY304: check({ timeoutSec: 1 }),
  FY305: check({ intervalSec: 10, timeoutSec: 10 }),
  FY306: check({ healthyThreshold: 1 }),
  FY307: check({ path: "health" }),
  FY308: check({ matcher: "2xx" }),
  FY309: group({ deregistrationDelaySec: 3601 }),
  FY310: check({ port: 65536 }),
  FY311: bad((scope) => {
    const home = network(scope);
    const shared = targets(scope, home);
    ["One", "Two"].forEach((id) => listen(scope, door(scope, home, {}, id), shared, [80]));
  }),
  FY312: two((scope, home, id) => targets(scope, home, { name: "same" }, id)),
  FY313: bad((scope) => {
    const home = network(scope);
    const front = door(scope, home, { scheme: "internal" });
    front.sendTo(Array.from({ length: 101 }, () => ({})));
  }),
  FY314: two((scope, home, id) => targets(scope, home, {}, id), { targetGroupsPerRegion: 1 }),
  FY315: bad(
    (scope) => {
      const home = cluster(scope);
      const full = targets(scope, home.network);
      listen(scope, door(scope, home.network), full, [80]);
      service(scope, home, { targetGroup: full, desiredCount: 3 });
    },
    { targetsPerTargetGroup: 5 },
  ),
  FY321: balancer({ name: "internal-door" }),
  FY322: bad((scope) => door(scope, network(scope, { zones: ["us-east-1a"] }))),
  FY323: balancer({ scheme: "public" as "internal" }),
  FY324: balancer({ idleTimeoutSec: 4001 }),
  FY325: two((scope, home, id) => door(scope, home, { name: "same", securityGroupName: id }, id)),
  FY326: two((scope, home, id) => door(scope, home, {}, id), { loadBalancersPerRegion: 1 }),
  FY327: bad((scope) => {
    const deletionProtection = variablesOf(scope).text("choice") as unknown as boolean;
    door(scope, network(scope), { deletionProtection });
  }),
  FY328: balancer({ desyncMitigationMode: "monitor" as "defensive" }),
  FY329: balancer({ clientKeepAliveSec: 59 }),
  FY330: bad((scope) => {
    const front = door(scope, network(scope));
    ["One", "Two"].forEach((id) => front.protectWith(new WebAcl(scope, id)));
  }),
  FY331: listening([65536]),
  FY332: listening([80, 80]),
  FY333: listening([80, 81], { listenersPerLoadBalancer: 1 }),
  FY334: bad((scope) => {
    listen(scope, door(scope, network(scope)), targets(scope, network(scope, {}, "Other")), [80]);
  }),
};
