import { App } from "cdktf";
import type { Construct } from "constructs";
import { leftovers, listAccount } from "../../../emulator/account";
import { planAgain } from "../../../cli/rehearse/steps/stack-steps";
import type { Terraform } from "../../../cli/terraform/terraform";
import {
  AliasRecord,
  AwsStack,
  Certificate,
  Cluster,
  cognito,
  FargateService,
  HostedZone,
  HttpListener,
  HttpsListener,
  LoadBalancer,
  Network,
  TargetGroup,
  TrustStore,
} from "../../../modules";
import { Stage } from "../stage";

const quiet = ["-no-color", "-input=false"];
const IMAGE = "public.ecr.aws/docker/library/caddy:2.10.2-alpine";

interface Steps {
  /** HTTPS, and a redirect to it. */
  readonly https?: boolean;
  /** Routes of every kind. */
  readonly routes?: boolean;
  /** One more route, declared between the others. */
  readonly another?: boolean;
}

/** A door that grows: one service behind plain HTTP at first. */
class DoorStack extends AwsStack {
  private readonly network = new Network(this, "Network", { zones: ["us-east-1a", "us-east-1b"] });
  private readonly door = new LoadBalancer(this, "Door", {
    network: this.network,
    scheme: "internet-facing",
  });
  private readonly targets = new TargetGroup(this, "Targets", {
    network: this.network,
    name: "exact-name",
    port: 8080,
  });

  constructor(scope: Construct, id: string, steps: Steps) {
    super(scope, id, { region: "us-east-1" });
    const cluster = new Cluster(this, "Cluster", { network: this.network });
    const container = { image: IMAGE };
    new FargateService(this, "App", { cluster, targetGroup: this.targets, container });
    if (steps.https !== true) {
      new HttpListener(this, "Http", { loadBalancer: this.door, forwardTo: this.targets });
      return;
    }
    const https = this.addHttps(steps);
    new HttpListener(this, "Http", { loadBalancer: this.door, redirectTo: https });
    if (steps.routes === true) this.addRoutes(https, steps);
  }

  private addHttps({ routes = false, another = false }: Steps): HttpsListener {
    const hostedZone = new HostedZone(this, "Zone", { name: "example.com" });
    const certificate = new Certificate(this, "Certificate", {
      domainName: "example.com",
      alternativeNames: ["*.example.com", "www.example.com"],
      hostedZone,
    });
    const other = new Certificate(this, "Other", { domainName: "a.b.example.com", hostedZone });
    new AliasRecord(this, "Apex", { hostedZone, name: "example.com", loadBalancer: this.door });
    new AliasRecord(this, "Www", { hostedZone, name: "www.example.com", loadBalancer: this.door });
    return new HttpsListener(this, "Https", {
      loadBalancer: this.door,
      certificates: [certificate, other],
      forwardTo: this.targets,
      ...(routes ? { hstsMaxAgeSec: 300 } : {}),
      ...(routes && !another ? { mutualTls: { mode: "verify", trustStore: this.addTrustStore() } } : {}),
    });
  }

  private addTrustStore(): TrustStore {
    return new TrustStore(this, "Clients", { bucket: "authorities", key: "clients.pem" });
  }

  private addRoutes(https: HttpsListener, { another = false }: Steps): void {
    const api = new TargetGroup(this, "Api", {
      network: this.network,
      port: 9000,
      slowStartSec: 30,
      stickinessSec: 600,
    });
    https.route("Api", { paths: ["/api/*"], hosts: ["www.example.com"], forwardTo: api });
    https.route("Canary", {
      headers: { "X-Canary": ["yes", "1"] },
      query: { version: ["2", "3"] },
      methods: ["GET", "HEAD"].slice(0, 1),
      forwardTo: [
        { targetGroup: this.targets, weight: 90 },
        { targetGroup: api, weight: 10 },
      ],
      stickinessSec: 60,
    });
    if (another) https.route("Another", { paths: ["/another/*"], forwardTo: api });
    https.route("Gone", { hosts: ["old.example.com"], respond: { statusCode: 410, body: "Gone" } });
    https.route("Moved", { hosts: ["*.example.com"], redirectTo: { host: "example.com" } });
    https.route("Admin", {
      paths: ["/admin/*"],
      sources: ["10.0.0.0/8", "2001:db8::/32"],
      signIn: cognito({
        userPoolArn: "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abc",
        userPoolClientId: "client",
        userPoolDomain: "example",
      }),
      forwardTo: this.targets,
    });
  }
}

let stage: Stage;
let terraform: Terraform;
let account: string[];

/** What the last apply printed. */
let told = "";

/** Applies a stage of the stack, and says what Terraform did. */
async function become(steps: Steps): Promise<string> {
  const app = new App({ outdir: stage.workplace.outdir });
  new DoorStack(app, "door", steps);
  app.synth();
  terraform ??= await stage.terraform("door");
  const { stdout } = await terraform.run({ step: "apply", args: ["apply", ...quiet, "-auto-approve"] });
  told = stdout;
  return /Resources: (.*)\./.exec(stdout)?.[1] ?? stdout;
}

beforeAll(async () => {
  stage = await Stage.open();
  account = await listAccount(stage.emulator.url, "us-east-1");
});

afterAll(() => stage.close());

it("the door opens with plain HTTP", async () => {
  expect(await become({})).toMatch(/^\d+ added, 0 changed, 0 destroyed$/);
});

it("HTTPS, mutual TLS and routes are added in place: the HTTP listener changes its mind, and nothing goes", async () => {
  expect(await become({ https: true, routes: true })).toMatch(/^22 added, 1 changed, 0 destroyed$/);
  expect(await planAgain(terraform)).toBe("empty");
});

it("a route between the others moves none of them, and mutual TLS is turned off before its trust store goes", async () => {
  const steps = { https: true, routes: true, another: true };
  expect(await become(steps)).toBe("1 added, 1 changed, 1 destroyed");
  const [changed, destroyed] = [
    /aws_lb_listener.Https_\w+: Modifications complete/,
    /aws_lb_trust_store\S+: Destroying/,
  ];
  expect(told.search(changed)).toBeGreaterThan(0);
  expect(told.search(destroyed)).toBeGreaterThan(told.search(changed));
  expect(await planAgain(terraform)).toBe("empty");
});

it("there is a way back to plain HTTP, with nothing replaced", async () => {
  expect(await become({})).toMatch(/^0 added, 1 changed, 22 destroyed$/);
  expect(await planAgain(terraform)).toBe("empty");
});

it("a destroy leaves nothing behind", async () => {
  const before = await listAccount(stage.emulator.url, "us-east-1");
  expect(before.some((thing) => thing.startsWith("load balancer"))).toBe(true);
  await terraform.run({ step: "destroy", args: ["destroy", ...quiet, "-auto-approve"] });
  const after = await listAccount(stage.emulator.url, "us-east-1");
  expect(leftovers(account, after)).toEqual([]);
});
