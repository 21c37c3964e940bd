import { blockOf, EVERYWHERE, passes, UNKNOWN, type Truth } from "../../../traffic/model";
import { ref, type Body, type Document } from "../documents/document";
import { lonelySubnet, onlySubnet } from "./documents";

const HTTPS = { from: 443, to: 443 };

function entry(number: number, action: string, more: Body = {}): Body {
  return {
    rule_no: number,
    action,
    protocol: "tcp",
    from_port: 443,
    to_port: 443,
    cidr_block: "0.0.0.0/0",
    ...more,
  };
}

function withEntries(...ingress: readonly Body[]): Document {
  const ids = { vpc_id: ref("aws_vpc.main"), subnet_ids: [ref("aws_subnet.one")] };
  return lonelySubnet().add("aws_network_acl.one", { ...ids, ingress });
}

function lets(document: Document, block = EVERYWHERE): Truth {
  return passes(onlySubnet(document).networkAcl, "ingress", HTTPS, block);
}

describe("a network ACL", () => {
  it("lets everything pass as AWS makes it", () => {
    expect(lets(lonelySubnet())).toBe(true);
  });

  it("lets nothing pass without an entry", () => {
    expect(lets(withEntries())).toBe(false);
  });

  it("goes by the first entry that fits", () => {
    expect(lets(withEntries(entry(2, "deny"), entry(1, "allow")))).toBe(true);
    expect(lets(withEntries(entry(1, "deny"), entry(2, "allow")))).toBe(false);
  });

  it("goes by protocol, port and block", () => {
    expect(lets(withEntries(entry(1, "allow", { protocol: "udp" })))).toBe(false);
    expect(lets(withEntries(entry(1, "allow", { protocol: "6" })))).toBe(true);
    expect(lets(withEntries(entry(1, "allow", { from_port: 80, to_port: 80 })))).toBe(false);
    expect(lets(withEntries(entry(1, "allow", { protocol: "-1", from_port: 0, to_port: 0 })))).toBe(true);
    expect(lets(withEntries(entry(1, "allow", { cidr_block: "10.0.0.0/8" })), blockOf("10.1.0.0/16"))).toBe(
      true,
    );
  });

  it("is not sure about a part", () => {
    expect(lets(withEntries(entry(1, "deny", { cidr_block: "10.0.0.0/8" }), entry(2, "allow")))).toBe(
      UNKNOWN,
    );
  });

  it("is not sure about an entry that isn't known", () => {
    expect(lets(withEntries(entry(1, "${var.action}")))).toBe(UNKNOWN);
  });

  it("has entries that are resources of their own", () => {
    const document = withEntries().add("aws_network_acl_rule.in", {
      network_acl_id: ref("aws_network_acl.one"),
      rule_number: 100,
      rule_action: "allow",
      protocol: "tcp",
      from_port: 443,
      to_port: 443,
      cidr_block: "0.0.0.0/0",
    });
    expect(lets(document)).toBe(true);
  });

  it("may be associated by a resource of its own, or be the VPC's default", () => {
    const shut = { vpc_id: ref("aws_vpc.main"), ingress: [] };
    const ids = { subnet_id: ref("aws_subnet.one"), network_acl_id: ref("aws_network_acl.one") };
    const associated = lonelySubnet()
      .add("aws_network_acl.one", shut)
      .add("aws_network_acl_association.one", ids);
    expect(lets(associated)).toBe(false);
    const id = ref("aws_vpc.main", "default_network_acl_id");
    expect(lets(lonelySubnet().add("aws_default_network_acl.one", { default_network_acl_id: id }))).toBe(
      false,
    );
  });
});
