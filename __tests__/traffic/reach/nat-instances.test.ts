import { Cluster, FargateService, Network, type NatMode } from "../../../modules";
import { check } from "../../../traffic";
import "../../../traffic/jest";
import { pictureOf } from "../../../picture";
import { behindEndpoints, behindInstance, dualStack } from "../documents/breaks/network";
import { ref, type Document } from "../documents/document";
import { soundDocument } from "../documents/sound";
import { newStack } from "../../support/synthesize";

const sound = [
  ["a NAT instance", behindInstance],
  ["endpoints in the place of NAT", behindEndpoints],
  ["a door with both kinds of addresses", dualStack],
] as const;

describe("a stack with nothing wrong", () => {
  it.each(sound)("may have %s", (_, make) => {
    expect(make(soundDocument()).told()).toEqual([]);
  });
});

describe("the way out of our tasks", () => {
  const through = (nat: NatMode) => {
    const stack = newStack();
    const zones = ["us-east-1a", "us-east-1b"];
    const network = new Network(stack, "Network", { zones, nat, interfaceEndpoints: "fargate" });
    const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1";
    new FargateService(stack, "App", {
      cluster: new Cluster(stack, "Cluster", { network }),
      container: { image },
    });
    return stack;
  };

  it.each(["instance", "single", "per-zone"] as const)("leads to the internet with nat %s", (nat) => {
    expect(through(nat)).toCarry({ from: "App", to: "internet", port: 443 });
    expect(through(nat)).not.toCarry({ from: "App", to: "internet", port: 80 });
  });

  it("leads nowhere with nat none", () => {
    expect(through("none")).not.toCarry({ from: "App", to: "internet", port: 443 });
  });
});

describe("the picture of a NAT instance", () => {
  const drawn = (change: (document: Document) => void): string => {
    const document = behindInstance(soundDocument());
    change(document);
    return pictureOf("town", document.json).mermaid;
  };

  it("shows it as what it is, once", () => {
    expect(drawn(() => undefined).match(/NAT instance/g)).toHaveLength(1);
    expect(drawn(() => undefined)).not.toContain("NAT gateway");
  });

  it("shows no machine that nobody routes to", () => {
    const other = { subnet_id: ref("aws_subnet.public_a") };
    expect(drawn((document) => document.add("aws_instance.bastion", other))).not.toContain("bastion");
  });
});

describe("a NAT instance that drops what it should forward", () => {
  it("carries nothing, and the reason is said", () => {
    const document = behindInstance(soundDocument());
    document.at("aws_instance.nat").source_dest_check = true;
    expect(() => expect(document.json).toCarry({ from: "web", to: "internet", port: 443 })).toThrow(
      /source\/destination check is on/,
    );
  });

  it("is not judged where nobody knows its groups", () => {
    const document = behindInstance(soundDocument());
    document.at("aws_instance.nat").vpc_security_group_ids = ["${var.group}"];
    expect(check(document.json).findings).toEqual([]);
  });
});
