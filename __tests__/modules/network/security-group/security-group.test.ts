import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import type { AwsStack } from "../../../../modules";
import { QUOTAS_CONTEXT, SecurityGroup } from "../../../../modules";
import { network } from "../../../support/parts";
import { codesOf, problemsOf, synthesize, type Synthesized } from "../../../support/synthesize";

const INGRESS = "aws_vpc_security_group_ingress_rule";
const EGRESS = "aws_vpc_security_group_egress_rule";

/** Groups called by their ids, in one network. */
function groups(stack: AwsStack, ...ids: string[]): SecurityGroup[] {
  const home = network(stack);
  return ids.map(
    (id) => new SecurityGroup(stack, id, { network: home, name: id, description: `group ${id}` }),
  );
}

const rules = (stack: Synthesized): number =>
  stack.resources(INGRESS).length + stack.resources(EGRESS).length;

describe("a security group", () => {
  const stack = synthesize((scope) => {
    groups(scope, "Database");
  });

  it("lets nothing through as long as nobody is connected", () => {
    expect(rules(stack)).toBe(0);
  });

  it("has no rule of its own, which would fight with those that are resources", () => {
    expect(stack.only("aws_security_group").values).toEqual({
      name: "Database",
      description: "group Database",
      vpc_id: stack.only("aws_vpc").ref("id"),
      tags: { Name: "Database" },
      lifecycle: { create_before_destroy: true, ignore_changes: ["description"] },
    });
  });
});

describe("two groups that are connected", () => {
  const stack = synthesize((scope) => {
    const [server, client] = groups(scope, "Server", "Client");
    server!.admit(client!, 5432);
    server!.admit(client!, 5432, "said again");
  });

  it("have one rule at each end, however often it is said", () => {
    const server = stack.named("aws_security_group", "Server").ref("id");
    const client = stack.named("aws_security_group", "Client").ref("id");
    expect(stack.only(INGRESS).values).toEqual({
      security_group_id: server,
      referenced_security_group_id: client,
      ip_protocol: "tcp",
      from_port: 5432,
      to_port: 5432,
      lifecycle: { create_before_destroy: true },
      description: "port 5432 from Client",
    });
    expect(stack.only(EGRESS).values).toEqual({
      security_group_id: client,
      referenced_security_group_id: server,
      ip_protocol: "tcp",
      from_port: 5432,
      to_port: 5432,
      lifecycle: { create_before_destroy: true },
      description: "port 5432 to Server",
    });
  });
});

describe("several groups in one place", () => {
  it("are told apart: each that was admitted gets a rule", () => {
    const stack = synthesize((scope) => {
      const [server, one, two] = groups(scope, "Server", "One", "Two");
      server!.admit(one!, 5432);
      server!.admit(two!, 5432);
    });
    const peers = stack.resources(INGRESS).map((rule) => rule.at("referenced_security_group_id"));
    expect(peers).toEqual(["One", "Two"].map((id) => stack.named("aws_security_group", id).ref("id")));
  });

  it("fail rather than share a rule, where their paths read alike", () => {
    const codes = codesOf((scope) => {
      const [server, flat] = groups(scope, "Server", "Shop-Api");
      const deep = new Construct(scope, "Shop");
      const props = { network: server!.network, name: "deep", description: "deep" };
      server!.admit(flat!, 80);
      server!.admit(new SecurityGroup(deep, "Api", props), 80);
    });
    expect(codes).toEqual(["FY001"]);
  });

  it("can be their own clients", () => {
    const stack = synthesize((scope) => {
      const [peers] = groups(scope, "Peers");
      peers!.admit(peers!, 7000);
    });
    expect(stack.only(INGRESS).at("referenced_security_group_id")).toBe(
      stack.only("aws_security_group").ref("id"),
    );
    expect(stack.only(EGRESS).at("referenced_security_group_id")).toBe(
      stack.only("aws_security_group").ref("id"),
    );
  });
});

describe("addresses", () => {
  const stack = synthesize((scope) => {
    const [group] = groups(scope, "Group");
    group!.admitInternet(80);
    group!.admitInternet(80);
    group!.admitBlock("10.0.0.0/16", 80);
    group!.reachInternet(443);
    group!.reachBlock("10.1.0.0/16", 5432);
  });

  it("are let in by rules that name them, once each", () => {
    const seen = stack
      .resources(INGRESS)
      .map((rule) => [rule.at("cidr_ipv4"), rule.at("from_port"), rule.at("description")]);
    expect(seen).toEqual([
      ["10.0.0.0/16", 80, "port 80 from 10.0.0.0/16"],
      ["0.0.0.0/0", 80, "port 80 from the internet"],
    ]);
  });

  it("are reached by rules that name them", () => {
    const seen = stack
      .resources(EGRESS)
      .map((rule) => [rule.at("cidr_ipv4"), rule.at("from_port"), rule.at("to_port")]);
    expect(seen).toEqual([
      ["10.1.0.0/16", 5432, 5432],
      ["0.0.0.0/0", 443, 443],
    ]);
  });
});

describe("ports and blocks that are set at deploy time", () => {
  const stack = synthesize((scope) => {
    const [group] = groups(scope, "Group");
    const port = new TerraformVariable(scope, "port", { type: "number" }).numberValue;
    const block = new TerraformVariable(scope, "block", { type: "string" }).stringValue;
    group!.admitBlock(block, port);
    group!.admitBlock(block, port);
    group!.admitInternet(port);
  });

  it("are part of the rule's address by their expression, so that the address is as constant as they are", () => {
    expect(stack.resources(INGRESS).map(({ id }) => id.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "Group_From-Internet-var-port",
      "Group_From-var-block-var-port",
    ]);
    expect(stack.resources(INGRESS).map((rule) => rule.at("to_port"))).toEqual([
      "${var.port}",
      "${var.port}",
    ]);
  });
});

describe("whoever waits for rules", () => {
  it("hears of each rule once: those there are and those to come, at both ends", () => {
    synthesize((scope) => {
      const [server, client] = groups(scope, "Server", "Client");
      server!.admitInternet(80);
      const heard: unknown[] = [];
      server!.onRule((rule) => heard.push(rule));
      server!.admit(client!, 80);
      server!.admit(client!, 80);
      expect(heard).toEqual(server!.rules);
      expect(server!.rules).toHaveLength(3);
      expect(client!.rules).toHaveLength(2);
    });
  });
});

describe("the limits of a group", () => {
  const withRules = (inbound: number, outbound: number) => (scope: AwsStack) => {
    const [group] = groups(scope, "Group");
    for (let port = 1; port <= inbound; port += 1) group!.admitInternet(port);
    for (let port = 1; port <= outbound; port += 1) group!.reachInternet(port);
  };

  it("are 60 rules a direction", () => {
    expect(codesOf(withRules(60, 60))).toEqual([]);
    expect(problemsOf(withRules(61, 61)).map(({ code, given }) => [code, given])).toEqual([
      ["FY205", "61 inbound"],
      ["FY205", "61 outbound"],
    ]);
  });

  it("are what the app says that AWS has granted", () => {
    const granted = { context: { [QUOTAS_CONTEXT]: { rulesPerSecurityGroup: 61 } } };
    expect(codesOf(withRules(61, 61), granted)).toEqual([]);
    expect(codesOf(withRules(62, 0), granted)).toEqual(["FY205"]);
  });

  it("end at 1000 rules, whatever AWS has granted", () => {
    const granted = { context: { [QUOTAS_CONTEXT]: { rulesPerSecurityGroup: 5000 } } };
    expect(codesOf(withRules(1001, 0), granted)).toEqual(["FY205"]);
  });

  it.each([0, -1, 65536, 1.5, NaN, Infinity])("fail for port %s", (port) => {
    expect(codesOf((scope) => groups(scope, "Group")[0]!.admitBlock("10.0.0.0/8", port))).toEqual(["FY203"]);
  });

  it.each(["10.0.0.1/8", "10.0.0.0", "", "::/0", "10.0.0.0/33"])("fail for block %j", (block) => {
    expect(codesOf((scope) => groups(scope, "Group")[0]!.admitBlock(block, 80, "some block"))).toEqual([
      "FY204",
    ]);
  });
});
