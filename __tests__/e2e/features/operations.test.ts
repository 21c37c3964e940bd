import type { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { App } from "cdktf";
import type { Construct } from "constructs";
import { leftovers, listAccount } from "../../../emulator/account";
import { destroy, planAgain } from "../../../cli/rehearse/steps/stack-steps";
import type { Terraform } from "../../../cli/terraform/terraform";
import {
  Alarm,
  AwsStack,
  Cluster,
  Dashboard,
  LoadBalancerAlarms,
  FargateService,
  HttpListener,
  LoadBalancer,
  Network,
  NotificationTopic,
  ServiceAlarms,
  TargetGroup,
  type Deployment,
  type Scaling,
} from "../../../modules";
import { Stage } from "../stage";

const QUEUE = { namespace: "AWS/SQS", metricName: "ApproximateAgeOfOldestMessage", stat: "p99" };

interface Features {
  readonly scaling?: Scaling;
  readonly deployment?: Deployment;
  readonly isWatched?: boolean;
  /** As services were before each had an alarm. */
  readonly isOld?: boolean;
}

/** A service behind a door, with and without what operates it. */
class ShopStack extends AwsStack {
  constructor(scope: Construct, id: string, { scaling, deployment, isWatched, isOld }: Features) {
    super(scope, id, { region: "us-east-1" });
    const network = new Network(this, "Network", { zones: ["us-east-1a", "us-east-1b"] });
    const targetGroup = new TargetGroup(this, "Targets", { network, port: 8080 });
    const door = new LoadBalancer(this, "Door", { network, scheme: "internet-facing" });
    new HttpListener(this, "Http", { loadBalancer: door, forwardTo: targetGroup });
    const service = new FargateService(this, "Shop", {
      cluster: new Cluster(this, "Cluster", { network }),
      container: { image: "public.ecr.aws/docker/library/caddy:2.10.2-alpine" },
      ...{ targetGroup, scaling, deployment },
    });
    if (isOld === true) withoutAlarm(service);
    if (isWatched !== true) return;
    const topic = new NotificationTopic(this, "Operators", { emails: ["ops@example.com"] });
    new ServiceAlarms(this, "ShopAlarms", { service, topic });
    new LoadBalancerAlarms(this, "DoorAlarms", { door, topic });
    const metric = { ...QUEUE, dimensions: { QueueName: "jobs" } };
    const jobs = new Alarm(this, "OldJobs", { metric, threshold: 600, description: "jobs wait" });
    service.rollBackOn(jobs);
    new Dashboard(this, "Dashboard", { doors: [door], services: [service], network });
  }
}

function withoutAlarm({ node }: FargateService): void {
  node.tryRemoveChild("ServerErrors");
  (node.findChild("Resource") as EcsService).resetAlarms();
}

const SCALING: Scaling = {
  ...{ minimum: 2, maximum: 6, cpuPercent: 60, memoryPercent: 70, requestsPerTarget: 500 },
  schedules: {
    Nights: { when: "cron(0 20 ? * MON-FRI *)", timezone: "Europe/Berlin", minimum: 1, maximum: 2 },
    Mornings: { when: "cron(0 6 ? * MON-FRI *)", timezone: "Europe/Berlin", minimum: 2, maximum: 6 },
  },
};

let stage: Stage;
let before: string[];
let terraform: Terraform;

function synthesize(features: Features): void {
  const app = new App({ outdir: stage.workplace.outdir });
  new ShopStack(app, "shop", features);
  app.synth();
}

async function apply(): Promise<string> {
  const args = ["apply", "-no-color", "-input=false", "-auto-approve"];
  const { stdout } = await terraform.run({ step: "apply", args });
  return /Resources: .*destroyed/.exec(stdout)?.[0] ?? stdout;
}

beforeAll(async () => {
  stage = await Stage.open();
  before = await listAccount(stage.emulator.url, "us-east-1");
  synthesize({ isOld: true });
  terraform = await stage.terraform("shop");
  await apply();
});

afterAll(() => stage.close());

describe("a service that stands, and was never watched", () => {
  it("plans nothing anew", async () => {
    expect(await planAgain(terraform)).toBe("empty");
  });

  it("gets its alarm, scaling, a topic, further alarms and a dashboard in place", async () => {
    synthesize({ scaling: SCALING, isWatched: true });
    expect(await apply()).toBe("Resources: 20 added, 1 changed, 0 destroyed");
    expect(await planAgain(terraform)).toBe("empty");
  });

  it("is changed without a word to what scales it", async () => {
    const deployment = { serverErrorsPerMin: 20, minimumHealthyPercent: 50 };
    synthesize({ deployment, scaling: SCALING, isWatched: true });
    expect(await apply()).toBe("Resources: 0 added, 2 changed, 0 destroyed");
  });

  it("loses them again, and nothing but them; its own alarm stands by", async () => {
    synthesize({ deployment: { unwatched: true } });
    expect(await apply()).toBe("Resources: 0 added, 2 changed, 19 destroyed");
    expect(await planAgain(terraform)).toBe("empty");
  });

  it("leaves nothing behind", async () => {
    await destroy(terraform, () => undefined);
    expect(leftovers(before, await listAccount(stage.emulator.url, "us-east-1"))).toEqual([]);
  });
});
