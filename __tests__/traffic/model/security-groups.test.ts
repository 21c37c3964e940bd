import { groupLets, UNKNOWN, type SecurityGroup, type Truth } from "../../../traffic/model";
import { Document, ref, type Body } from "../documents/document";
import { landscapeOf } from "./documents";

const FROM_ALL = { protocol: "tcp", from_port: 80, to_port: 80, cidr_blocks: ["0.0.0.0/0"] };

function document(body: Body = {}): Document {
  return new Document()
    .add("aws_vpc.main", { cidr_block: "10.0.0.0/16" })
    .add("aws_security_group.one", { vpc_id: ref("aws_vpc.main"), ...body });
}

function group(of: Document): SecurityGroup {
  const found = landscapeOf(of).securityGroups.find(({ address }) => address === "aws_security_group.one");
  if (found === undefined) throw new Error("no group");
  return found;
}

function lets(of: Document, port = 80): Truth {
  return groupLets(group(of), "ingress", port, "internet");
}

describe("a security group", () => {
  it("lets nobody in without a rule", () => {
    expect(lets(document())).toBe(false);
  });

  it.each([
    ["a block of its own", document({ ingress: [FROM_ALL] })],
    ["a block that is one object", document({ ingress: FROM_ALL })],
    [
      "aws_security_group_rule",
      document().add("aws_security_group_rule.in", {
        ...FROM_ALL,
        type: "ingress",
        security_group_id: ref("aws_security_group.one"),
      }),
    ],
    [
      "aws_vpc_security_group_ingress_rule",
      document().add("aws_vpc_security_group_ingress_rule.in", {
        security_group_id: ref("aws_security_group.one"),
        cidr_ipv4: "0.0.0.0/0",
        ip_protocol: "-1",
      }),
    ],
  ])("lets in whom %s names", (_, of) => {
    expect(lets(of)).toBe(true);
  });

  it("goes by direction, protocol, port and address", () => {
    expect(lets(document({ egress: [FROM_ALL] }))).toBe(false);
    expect(lets(document({ ingress: [{ ...FROM_ALL, protocol: "udp" }] }))).toBe(false);
    expect(lets(document({ ingress: [FROM_ALL] }), 81)).toBe(false);
    expect(lets(document({ ingress: [{ ...FROM_ALL, cidr_blocks: ["203.0.113.0/24"] }] }))).toBe(false);
    expect(lets(document({ ingress: [{ ...FROM_ALL, cidr_blocks: [], ipv6_cidr_blocks: ["::/0"] }] }))).toBe(
      false,
    );
  });

  it("may let itself in", () => {
    const one = group(document({ ingress: [{ ...FROM_ALL, cidr_blocks: [], self: true }] }));
    const members = {
      groups: { all: [one], among: false, open: false },
      subnets: { all: [], among: false, open: true },
    };
    expect(groupLets(one, "ingress", 80, members)).toBe(true);
  });

  it.each([
    ["has a rule for an unknown port", document({ ingress: [{ ...FROM_ALL, from_port: "${var.port}" }] })],
    [
      "has a rule for unknown addresses",
      document({ ingress: [{ ...FROM_ALL, cidr_blocks: "${var.office}" }] }),
    ],
    [
      "has a rule for a prefix list",
      document({ ingress: [{ ...FROM_ALL, cidr_blocks: [], prefix_list_ids: ["pl-1"] }] }),
    ],
    ["has a dynamic block", document({ dynamic: { ingress: { for_each: "${var.rules}" } } })],
    [
      "may have a rule",
      document().add("aws_security_group_rule.in", {
        ...FROM_ALL,
        type: "ingress",
        security_group_id: "${var.group}",
      }),
    ],
  ])("is not sure if it %s", (_, of) => {
    expect(lets(of)).toBe(UNKNOWN);
  });
});
