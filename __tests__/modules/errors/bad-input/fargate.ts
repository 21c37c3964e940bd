import {
  Cluster,
  HttpListener,
  TaskDefinition,
  type AwsStack,
  type Container,
  type ClusterProps,
} from "../../../../modules";
import { cluster, door, IMAGE, network, service, targets } from "../../../support/parts";
import { bad, type BadInput, type BadInputs } from "./case";

type ServiceProps = NonNullable<Parameters<typeof service>[2]>;

const made = (props: ServiceProps): BadInput => bad((scope) => service(scope, cluster(scope), props));
const container = (given: Partial<Container>): BadInput => made({ container: given });
const task = (...containers: Partial<Container>[]): BadInput =>
  bad((scope) => {
    const [first, ...others] = containers.map((given) => ({ image: IMAGE, ...given }));
    new TaskDefinition(scope, "Job", { containers: [first!, ...others] });
  });
const clusters = (props: Partial<ClusterProps>): BadInput =>
  bad((scope) => new Cluster(scope, "Cluster", { network: network(scope), ...props }));

/** Two services in one cluster. */
const two = (props: ServiceProps): BadInput =>
  bad((scope) => {
    const home = cluster(scope);
    ["One", "Two"].forEach((id) => service(scope, home, { container: { port: 80 }, ...props }, id));
  });

function fronted(scope: AwsStack, props: ServiceProps, home = cluster(scope), within = home.network): void {
  const targetGroup = targets(scope, within);
  new HttpListener(scope, "Http", { loadBalancer: door(scope, within), forwardTo: targetGroup });
  service(scope, home, { targetGroup, ...props });
}

type Area = "40" | "41" | "42" | "430" | "431" | "432" | "433" | "434" | "498";

export const fargate: BadInputs<Area> = {
  FY401: made({ serviceName: "not this" }),
  FY402: container({ port: 70000 }),
  FY403: task({ cpu: 16384 }, { cpu: 16384 }),
  FY404: task(...Array.from({ length: 11 }, () => ({}))),
  FY405: task({ name: "same" }, { name: "same" }),
  FY406: container({ environment: { LONG: "x".repeat(65536) } }),
  FY407: bad((scope) => fronted(scope, { container: { port: 80 } })),
  FY408: made({ desiredCount: 5001 }),
  FY409: made({ healthCheckGraceSec: -1 }),
  FY410: made({ logRetentionDays: 2 }),
  FY411: bad((scope) => {
    const odd = { value: `${scope.node.id} ü`, configurable: true };
    Object.defineProperty(scope.node, "id", odd);
    new TaskDefinition(scope, "Job", { containers: [{ image: IMAGE }] });
  }),
  FY412: made({ discoveryName: "Not_this", container: { port: 80 } }),
  FY413: container({ stopTimeoutSec: 121 }),
  FY414: container({ environment: { "NOT-THIS": "" } }),
  FY415: container({ image: "https://example.com/image" }),
  FY416: container({ cpu: 0 }),
  FY417: container({ memoryMiB: 1 }),
  FY418: task({ port: 80 }, { port: 80 }),
  FY419: bad((scope) => {
    const small = network(scope, { cidrBlock: "10.0.0.0/23" });
    service(scope, new Cluster(scope, "Cluster", { network: small }), { desiredCount: 28 });
  }),
  FY420: two({ serviceName: "same" }),
  FY421: two({ discoveryName: "same" }),
  FY422: made({ discoveryName: "named" }),
  FY423: container({ user: "not this" }),
  FY424: bad((scope) => service(scope, cluster(scope)).url),
  FY425: {
    ...bad((scope) => fronted(scope, {}, cluster(scope), network(scope, {}, "Other"))),
    also: ["FY207"],
  },
  FY426: bad((scope) => {
    const home = cluster(scope);
    service(scope, home, { targetGroup: targets(scope, home.network) });
  }),
  FY427: made({ capacity: "reserved" as "spot" }),
  FY428: clusters({ containerInsights: "some" as "enabled" }),
  FY429: bad((scope) => {
    const full = cluster(scope);
    for (let hosted = 0; hosted <= 5000; hosted += 1) full.host();
  }),
  FY430: bad((scope) => allowing(scope, "not this")),
  FY431: bad((scope) => allowing(scope, "Long", ["x".repeat(10240)])),
  FY432: bad((scope) => {
    const home = network(scope);
    ["One", "Two"].forEach((id) => new Cluster(scope, id, { network: home }));
  }),
  FY433: bad((scope) => allowing(scope, "None", [])),
  FY434: bad((scope) => {
    const home = network(scope);
    const within = ["one", "two"].map((name) => new Cluster(scope, name, { network: home, name }));
    const client = service(scope, within[0]!, {}, "Client");
    const server = { discoveryName: "server", container: { port: 80 } };
    within.forEach((each, position) => service(scope, each, server, `Server${position}`).allowFrom(client));
  }),
  FY498: bad((scope) => {
    const zones = ["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`);
    const many = network(scope, { zones, additionalCidrBlocks: ["100.64.0.0/16", "100.65.0.0/16"] });
    service(scope, new Cluster(scope, "Cluster", { network: many }));
  }),
};

function allowing(scope: AwsStack, id: string, resources = ["*"]): void {
  service(scope, cluster(scope)).allowActions(id, [{ actions: ["s3:GetObject"], resources }]);
}
