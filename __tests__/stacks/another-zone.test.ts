import type { TerraformStack } from "cdktf";
import { LearningAppStack } from "../../stacks/learning-app";
import { VoiceAgentStack } from "../../stacks/voice-agent";
import { at, type Json } from "../support/json";
import { newApp, synthesizeStack, type Synthesized } from "../support/synthesize";

const ZONES = ["us-east-1a", "us-east-1b"];
const MORE = [...ZONES, "us-east-1c"];

/** Paths at which two values differ. A list that only has more members counts as longer, not as different. */
function differences(before: Json | undefined, after: Json | undefined, path = ""): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && isKept(before, after)) return [`${path} is longer`];
  const isTree = [before, after].every((value) => typeof value === "object" && value !== null);
  if (!isTree) return [`${path} differs`];
  const names = new Set([before, after].flatMap((value) => Object.keys(value as object)));
  return [...names].flatMap((name) =>
    differences(at(before, name), at(after, name), path === "" ? name : `${path}.${name}`),
  );
}

/** All members are still there, in the same order. */
function isKept(before: Json[], after: Json[]): boolean {
  const left = after.map((member) => JSON.stringify(member));
  const places = before.map((member) => left.indexOf(JSON.stringify(member)));
  return places.every(
    (place, position) => place >= 0 && (position === 0 || place > (places[position - 1] ?? -1)),
  );
}

describe.each<[string, (zones: string[]) => TerraformStack, string[]]>([
  [
    "voice-agent",
    (zones) => new VoiceAgentStack(newApp(), "voice-agent", { zones }),
    ["aws_ecs_service.Agent", "aws_lb.FrontDoor"],
  ],
  [
    "learning-app",
    (zones) => new LearningAppStack(newApp(), "learning-app", { zones }),
    ["aws_ecs_service.Backend", "aws_ecs_service.Frontend", "aws_lb.FrontDoor"],
  ],
])("%s with a third zone", (_, make, grown) => {
  const before: Synthesized = synthesizeStack(make(ZONES));
  const after: Synthesized = synthesizeStack(make(MORE));
  const added = after.addresses().filter((address) => !before.addresses().includes(address));

  /** What became of each resource that was there before, apart from what has to be waited for. */
  const changes = before.types().flatMap((type) =>
    before.resources(type).flatMap((resource) => {
      const later = after.resources(type).find(({ id }) => id === resource.id);
      return differences(resource.values, later?.values).map(
        (what) => `${resource.address.replace(/_[0-9A-F]{8}$/, "")} ${what}`,
      );
    }),
  );

  it("takes no address away", () => {
    expect(before.addresses().filter((address) => !after.addresses().includes(address))).toEqual([]);
  });

  it("adds what belongs to the zone, and nothing else", () => {
    expect(added.map((address) => address.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "aws_route.Network_us-east-1c_NatRoute",
      "aws_route_table.Network_us-east-1c_PrivateRouteTable",
      "aws_route_table_association.Network_us-east-1c_PrivateRoutes",
      "aws_route_table_association.Network_us-east-1c_PublicRoutes",
      "aws_subnet.Network_us-east-1c_PrivateSubnet",
      "aws_subnet.Network_us-east-1c_PublicSubnet",
      "aws_vpc_endpoint_route_table_association.Network_us-east-1c_S3Route",
    ]);
  });

  it("lengthens the lists of subnets, and changes no other argument of any resource", () => {
    const isOrder = (change: string): boolean => change.endsWith(" depends_on is longer");
    const subnets = (address: string): string =>
      `${address} ${address.startsWith("aws_lb") ? "subnets" : "network_configuration.subnets"} is longer`;
    expect(changes.filter((change) => !isOrder(change))).toEqual(grown.map(subnets));
  });

  it("orders nothing else anew than what stands on the network", () => {
    const reordered = changes.filter((change) => change.includes("depends_on"));
    expect(reordered).toEqual(
      [
        ...grown,
        "aws_ecs_cluster_capacity_providers.Cluster_CapacityProviders",
        "aws_route.Network_us-east-1a_NatRoute",
        "aws_route.Network_us-east-1b_NatRoute",
      ]
        .sort()
        .map((address) => `${address} depends_on is longer`),
    );
  });
});
