import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { walkthroughOf } from "../../../cli/rehearse/walkthrough";
import { mismatches } from "../../../cli/rehearse/walkthrough/expectation";
import type { Seen } from "../../../cli/rehearse/walkthrough/seen/seen";
import { outdir } from "../../support/outdir";

const subnets = (["Public", "Private"] as const).flatMap((tier) =>
  ["a", "b"].map((letter, position) => ({
    name: `${tier}Subnet-${position + 1}`,
    zone: `us-east-1${letter}`,
    defaultRoute: tier === "Public" ? ("internet gateway" as const) : ("NAT gateway" as const),
  })),
);
const door: Seen["loadBalancers"][number] = {
  ...{
    name: "d",
    dnsName: "d",
    scheme: "",
    type: "",
    ipAddressType: "",
    state: "active",
    idleTimeoutSec: 60,
  },
  ...{ subnets: [], securityGroups: [], listeners: [] },
};
const service: Seen["services"][number] = {
  ...{ name: "s", status: "ACTIVE", desired: 1, running: 1, subnets: [], securityGroups: [] },
  ...{ publicIp: "DISABLED", targets: [], connect: undefined },
};
const seen: Seen = {
  ...{ subnets, outputs: {}, loadBalancers: [door], services: [service] },
  ...{ targetGroups: [], securityGroups: [] },
};

describe("a stack whose settings come from a file", () => {
  const written = (settings: object): string => {
    const file = join(outdir(), "settings.json");
    writeFileSync(file, JSON.stringify({ "voice-agent": settings }));
    return file;
  };
  const looks = (stack: string, settings: object): number =>
    walkthroughOf(stack, written(settings)).expectations(seen, { stack, serviceCount: 1 }).length;

  it("is looked at as its walkthrough says where they only split it", () => {
    const intent = { stack: "voice-agent", serviceCount: 1 };
    expect(looks("voice-agent", { split: true })).toBe(
      walkthroughOf("voice-agent").expectations(seen, intent).length,
    );
    expect(looks("voice-agent-network", { split: true })).toBe(3);
    expect(looks("learning-app-network", { split: true })).toBe(2);
  });

  it("is looked at where any stack can be where they change more", () => {
    expect(looks("voice-agent", { split: true, network: { nat: "none" } })).toBe(2);
    expect(looks("voice-agent-network", { network: { nat: "none" } })).toBe(2);
  });

  it("fails where its network has no way out", () => {
    const { expectations } = walkthroughOf("learning-app-network", "");
    const shut = { ...seen, subnets: subnets.map((one) => ({ ...one, defaultRoute: "none" as const })) };
    const intent = { stack: "learning-app-network", serviceCount: 0 };
    expect(mismatches(expectations(seen, intent))).toEqual([]);
    expect(mismatches(expectations(shut, intent))).toHaveLength(2);
  });
});

it("in another project a stack that is named like ours is any stack", () => {
  const [, program = ""] = process.argv;
  process.argv[1] = "/shop/node_modules/.bin/frontyard";
  const { expectations, remark } = walkthroughOf("voice-agent");
  process.argv[1] = program;
  const intent = { stack: "voice-agent", serviceCount: 1 };
  expect(expectations(seen, intent)).toHaveLength(2);
  expect(remark?.(intent)).toBe("only load balancers and services were looked at");
});
