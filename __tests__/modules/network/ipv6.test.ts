import { check } from "../../../traffic";
import { synthesize, type Synthesized } from "../../support/synthesize";
import { door, network, system, ZONES } from "../../support/parts";
import { Cluster, FargateService, HttpListener, TargetGroup, type NetworkProps } from "../../../modules";

const made = (props: Partial<NetworkProps>): Synthesized =>
  synthesize((scope) => {
    const home = network(scope, props);
    const targets = new TargetGroup(scope, "Targets", { network: home, port: 8080 });
    new HttpListener(scope, "Http", { loadBalancer: door(scope, home), forwardTo: targets, port: 8443 });
    new FargateService(scope, "App", {
      cluster: new Cluster(scope, "Cluster", { network: home }),
      targetGroup: targets,
      container: { image: "public.ecr.aws/nginx/nginx:1" },
    });
  });
const open = (stack: Synthesized, direction: "ingress" | "egress", family: "cidr_ipv4" | "cidr_ipv6") =>
  stack
    .resources(`aws_vpc_security_group_${direction}_rule`)
    .filter((rule) => rule.at(family) !== undefined)
    .map((rule) => [rule.at("security_group_id"), rule.at("from_port")]);

describe("a network with IPv6", () => {
  const stack = made({ ipv6: true });
  const vpc = stack.only("aws_vpc");

  it("has a block from Amazon, and a /64 for each subnet's slot", () => {
    expect(vpc.at("assign_generated_ipv6_cidr_block")).toBe(true);
    const block = `aws_vpc.${vpc.id}.ipv6_cidr_block`;
    expect(stack.resources("aws_subnet").map((subnet) => subnet.at("ipv6_cidr_block"))).toEqual([
      `\${cidrsubnet(${block}, 8, 0)}`,
      `\${cidrsubnet(${block}, 8, 48)}`,
      `\${cidrsubnet(${block}, 8, 1)}`,
      `\${cidrsubnet(${block}, 8, 49)}`,
    ]);
  });

  it("leads public subnets to the internet gateway, private ones to one that lets nobody in", () => {
    expect(stack.named("aws_route", "Network_Ipv6InternetRoute").values).toEqual({
      route_table_id: stack.named("aws_route_table", "Network_PublicRouteTable").ref("id"),
      destination_ipv6_cidr_block: "::/0",
      gateway_id: stack.only("aws_internet_gateway").ref("id"),
    });
    for (const zone of ZONES)
      expect(stack.named("aws_route", `Network_${zone}_Ipv6Route`).values).toEqual({
        route_table_id: stack.named("aws_route_table", `Network_${zone}`).ref("id"),
        destination_ipv6_cidr_block: "::/0",
        egress_only_gateway_id: stack.only("aws_egress_only_internet_gateway").ref("id"),
      });
  });

  it("opens over IPv6 what is open over IPv4, and nothing more", () => {
    expect(open(stack, "ingress", "cidr_ipv6")).toEqual(open(stack, "ingress", "cidr_ipv4"));
    expect(open(stack, "egress", "cidr_ipv6")).toEqual(open(stack, "egress", "cidr_ipv4"));
    expect(open(stack, "ingress", "cidr_ipv6").map(([, port]) => port)).toEqual([443, 80, 8443]);
  });

  it("has a load balancer with both kinds of addresses, and targets that keep IPv4", () => {
    expect(stack.only("aws_lb").at("ip_address_type")).toBe("dualstack");
    expect(stack.only("aws_lb_target_group").at("ip_address_type")).toBe("ipv4");
  });

  it("makes the load balancer once its IPv6 route stands", () => {
    const route = stack.named("aws_route", "Network_Ipv6InternetRoute").address;
    expect(stack.only("aws_lb").list("depends_on")).toContain(route);
  });

  it("has nothing that traffic rules find", () => {
    expect(check(JSON.stringify(stack.document)).findings).toEqual([]);
  });
});

describe("a network without IPv6", () => {
  const without = made({});

  it("says nothing of it", () => {
    expect(JSON.stringify(without.document)).not.toMatch(/ipv6|dualstack|egress_only/);
  });

  it("keeps every address when IPv6 comes, and every attribute that a change would replace it for", () => {
    const [before, after] = [without.addresses(), made({ ipv6: true }).addresses()];
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.length - before.length).toBe(8);
  });
});

describe("IPv6 that is no longer used", () => {
  const stack = made({ ipv6: "unused" });

  it("leaves the blocks, which tasks may still have addresses of", () => {
    expect(stack.only("aws_vpc").at("assign_generated_ipv6_cidr_block")).toBe(true);
    expect(stack.resources("aws_subnet").every((one) => one.at("ipv6_cidr_block") !== undefined)).toBe(true);
  });

  it("leads nowhere and is admitted by nobody", () => {
    expect(JSON.stringify(stack.document)).not.toMatch(/::\/0|dualstack/);
    expect(stack.resources("aws_egress_only_internet_gateway")).toEqual([]);
  });
});

describe("an internal load balancer in a network with IPv6", () => {
  it("keeps IPv4 alone: nobody asked to open it", () => {
    const stack = synthesize((scope) => door(scope, network(scope, { ipv6: true }), { scheme: "internal" }));
    expect(stack.only("aws_lb").at("ip_address_type")).toBe("ipv4");
    expect(stack.resources("aws_vpc_security_group_ingress_rule")).toEqual([]);
  });
});

describe("network ACLs", () => {
  it("are left alone, whatever a network has", () => {
    const all = made({ ipv6: true, nat: "instance", interfaceEndpoints: "fargate", flowLogs: "s3" });
    const plain = synthesize((scope) => system(scope));
    for (const stack of [all, plain])
      expect(stack.types().filter((type) => type.includes("network_acl"))).toEqual([]);
  });
});
