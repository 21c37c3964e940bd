import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { LearningAppStack } from "../../stacks/learning-app";
import { VoiceAgentStack } from "../../stacks/voice-agent";
import { landscape } from "../../traffic/model";
import { sceneOf, type Scene } from "../../picture";
import { defaultCounts } from "../../picture/scene/tasks";
import { readTerraform, type Value } from "../../traffic/terraform";
import { outdir } from "../support/outdir";
import { townOf, TWELVE, type Document } from "./town";

/** What is drawn of a document. */
export function sceneIn(name: string, document: Document | string): Scene {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  return sceneOf(name, landscape(readTerraform(text)), defaultCounts(JSON.parse(text) as Value));
}

/** Both stacks, the first also as it is on day 9, and the second in four zones. */
export function stackScenes(): Readonly<Record<"voiceAgent" | "learningApp" | "day9" | "fourZones", Scene>> {
  const zones = ["a", "b", "c", "d"].map((one) => `us-east-1${one}`);
  return {
    voiceAgent: sceneOfApp("voice-agent", (app, name) => new VoiceAgentStack(app, name)),
    learningApp: sceneOfApp("learning-app", (app, name) => new LearningAppStack(app, name)),
    day9: sceneOfApp("day-9", (app, name) => new VoiceAgentStack(app, name, { day: 9 })),
    fourZones: sceneOfApp("four-zones", (app, name) => new LearningAppStack(app, name, { zones })),
  };
}

/** An app each: their load balancers have one name, which an account has once. */
function sceneOfApp(name: string, add: (app: App, name: string) => unknown): Scene {
  const out = outdir();
  const app = new App({ outdir: out });
  add(app, name);
  app.synth();
  return sceneIn(name, readFileSync(join(out, "stacks", name, "cdk.tf.json"), "utf8"));
}

/** A town in which something is missing at every step. */
export function brokenTown(): Document {
  const town = townOf({
    zones: ["us-east-1a", "us-east-1b"],
    listeners: [80, 8443],
    services: [
      { name: "web", port: 8000, paths: [] },
      { name: "api", port: 8001, paths: ["/api/*"] },
      { name: "store", port: 9000, callers: ["web"] },
    ],
  });
  return without(
    town,
    "aws_vpc_security_group_ingress_rule.web_from_door",
    "aws_vpc_security_group_egress_rule.door_to_api",
    "aws_vpc_security_group_ingress_rule.door_8443",
    "aws_route.private_us_east_1b",
  );
}

/** A document without some of its resources. */
export function without(document: Document, ...addresses: readonly string[]): Document {
  const resource = Object.fromEntries(
    Object.entries(document.resource).map(([type, bodies]) => [
      type,
      Object.fromEntries(Object.entries(bodies).filter(([name]) => !addresses.includes(`${type}.${name}`))),
    ]),
  );
  return { ...document, resource };
}

const NETWORK = [
  "aws_vpc",
  "aws_subnet",
  "aws_route",
  "aws_route_table",
  "aws_route_table_association",
  "aws_nat_gateway",
  "aws_internet_gateway",
];

/** A town whose network another file has: its subnets are not known. */
export function townElsewhere(): Document {
  const town = townOf({
    zones: ["us-east-1a"],
    services: [
      { name: "web", port: 8000, paths: [] },
      { name: "store", port: 9000, callers: ["web"] },
    ],
  });
  const text = JSON.stringify(town).replace(/\["\$\{aws_subnet[^\]]*\]/g, '"${var.subnets}"');
  const document = JSON.parse(text) as Document;
  const kept = Object.entries(document.resource).filter(([type]) => !NETWORK.includes(type));
  return { ...document, resource: Object.fromEntries(kept) };
}

/** Everything that has to stay legible. */
export function allScenes(): readonly (readonly [name: string, scene: Scene])[] {
  const zones = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-east-1f"];
  const stacks = Object.entries(stackScenes());
  const one = townOf({
    zones: zones.slice(0, 1),
    services: [{ name: "web", port: 80, paths: [], count: 1 }],
  });
  const six = townOf({
    zones,
    nats: "per-zone",
    listeners: [80, 8080],
    services: [
      { name: "web", port: 8000, paths: [], count: 7 },
      { name: "api", port: 8001, paths: ["/api/*"], count: 12, callers: ["web"] },
      { name: "store", port: 9000, callers: ["web", "api"], count: 4 },
    ],
  });
  const towns = { twelve: townOf(TWELVE), broken: brokenTown(), elsewhere: townElsewhere(), one, six };
  const nothing: Document = { terraform: {}, resource: {}, variable: {} };
  return [
    ...stacks,
    ...Object.entries({ ...towns, nothing }).map(([name, town]) => [name, sceneIn(name, town)] as const),
  ];
}
