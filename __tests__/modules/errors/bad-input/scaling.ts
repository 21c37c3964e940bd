import { HttpListener, type Scaling, type Schedule } from "../../../../modules";
import { cluster, door, service, targets } from "../../../support/parts";
import { bad, type BadInput, type BadInputs } from "./case";

const SOUND: Scaling = { minimum: 1, maximum: 4, cpuPercent: 60 };

const scaled = (given: Partial<Scaling>, desiredCount?: number): BadInput =>
  bad((scope) => service(scope, cluster(scope), { desiredCount, scaling: { ...SOUND, ...given } }));
const scheduled = (given: Partial<Schedule>, name = "Nights"): BadInput =>
  scaled({ schedules: { [name]: { when: "rate(1 day)", minimum: 1, ...given } } });

export const scalings: BadInputs<"47" | "480" | "481" | "482"> = {
  FY470: scaled({ maximum: 5001 }),
  FY471: scaled({ minimum: 5 }),
  FY472: scaled({ cpuPercent: undefined }),
  FY473: scaled({ memoryPercent: 101 }),
  FY474: bad((scope) => {
    const home = cluster(scope);
    const targetGroup = targets(scope, home.network);
    new HttpListener(scope, "Http", { loadBalancer: door(scope, home.network), forwardTo: targetGroup });
    service(scope, home, { targetGroup, scaling: { ...SOUND, requestsPerTarget: 0 } });
  }),
  FY475: scaled({ requestsPerTarget: 500 }),
  FY476: bad((scope) => {
    const home = cluster(scope);
    const targetGroup = targets(scope, home.network);
    const loadBalancer = door(scope, home.network);
    const listener = new HttpListener(scope, "Http", { loadBalancer, forwardTo: targetGroup });
    const deployment = { strategy: "blue-green", listener } as const;
    service(scope, home, { targetGroup, deployment, scaling: { ...SOUND, requestsPerTarget: 500 } });
  }),
  FY477: scaled({ scaleInCooldownSec: -1 }),
  FY478: scaled({}, 5),
  FY479: scheduled({}, "Nights: all"),
  FY480: scheduled({ when: "cron(0 20 * * MON *)" }),
  FY481: scheduled({ timezone: "Berlin" }),
  FY482: scheduled({ minimum: undefined }),
};
