import {
  Cluster,
  ExistingNetwork,
  FargateService,
  FileSystem,
  HttpListener,
  LoadBalancer,
  TargetGroup,
  type AwsStack,
  type ExistingNetworkProps,
} from "../../../modules";
import { check } from "../../../traffic";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

const ECR = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1";
const BY_ID: ExistingNetworkProps = {
  vpcId: "vpc-0a1b2c3d4e5f67890",
  publicSubnetIds: ["subnet-0000000000000000a", "subnet-0000000000000000b"],
  privateSubnetIds: ["subnet-0000000000000000c", "subnet-0000000000000000d"],
};
const BY_TAG: ExistingNetworkProps = {
  vpcTags: { Name: "shared" },
  publicSubnetTags: { Tier: "public" },
  privateSubnetTags: { Tier: "private" },
};

function guest(stack: AwsStack, props: ExistingNetworkProps): ExistingNetwork {
  const network = new ExistingNetwork(stack, "Network", props);
  const targets = new TargetGroup(stack, "Targets", { network, port: 8080 });
  const door = new LoadBalancer(stack, "Door", { network, scheme: "internet-facing" });
  new HttpListener(stack, "Http", { loadBalancer: door, forwardTo: targets });
  const cluster = new Cluster(stack, "Cluster", { network });
  new FargateService(stack, "App", { cluster, targetGroup: targets, container: { image: ECR } });
  return network;
}

const made = (props: ExistingNetworkProps): Synthesized => synthesize((stack) => guest(stack, props));
const data = (stack: Synthesized, type: string): [string, Record<string, unknown>][] =>
  Object.entries((stack.at(`data.${type}`) ?? {}) as Record<string, Record<string, unknown>>);
const conditions = (values: Record<string, unknown>, kind: "precondition" | "postcondition"): string[] =>
  ((values.lifecycle as Record<string, { condition: string }[]> | undefined)?.[kind] ?? []).map(
    ({ condition }) => condition,
  );

describe.each([
  ["by id", BY_ID],
  ["by tag", BY_TAG],
])("a network that is found %s", (_, props) => {
  const stack = made(props);

  it("is used and not changed: nothing of it is made here", () => {
    const network =
      /^aws_(vpc|subnet|route|route_table|internet_gateway|nat_gateway|eip|default_.*|network_acl.*)$/;
    expect(stack.types().filter((type) => network.test(type))).toEqual([]);
    const [[vpc] = [""]] = data(stack, "aws_vpc");
    for (const type of ["aws_lb_target_group", "aws_security_group"])
      for (const one of stack.resources(type)) expect(one.at("vpc_id")).toBe(`\${data.aws_vpc.${vpc}.id}`);
  });

  it("needs an internet gateway for what faces the internet", () => {
    const [[, gateway] = ["", {}]] = data(stack, "aws_internet_gateway");
    expect(gateway).toMatchObject({ filter: [{ name: "attachment.vpc-id" }] });
  });

  it("has public subnets of /27 or more, all subnets in the VPC", () => {
    const all = data(stack, "aws_subnet");
    const isPublic = (name: string): boolean => name.includes("PublicSubnets");
    expect(all.length).toBeGreaterThanOrEqual(2);
    for (const [name, values] of all) {
      const found = conditions(values, "postcondition");
      expect(found.some((one) => /^\$\{self\.vpc_id == data\.aws_vpc\.\w+\.id\}$/.test(one))).toBe(true);
      expect(found.some((one) => one.includes("<= 27"))).toBe(isPublic(name));
    }
  });

  it("leads to no false alarm: what nobody knows is not judged", () => {
    expect(check(JSON.stringify(stack.document)).findings).toEqual([]);
  });
});

describe("subnets by id", () => {
  const stack = made(BY_ID);

  it("are looked up one by one, under ids that stay", () => {
    expect(data(stack, "aws_subnet").map(([name]) => name.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "Network_PrivateSubnets_subnet-0000000000000000c",
      "Network_PrivateSubnets_subnet-0000000000000000d",
      "Network_PublicSubnets_subnet-0000000000000000a",
      "Network_PublicSubnets_subnet-0000000000000000b",
    ]);
    expect(stack.only("aws_lb").list("subnets")).toHaveLength(2);
  });

  it("stand in zones of their own: each is compared with those before it", () => {
    const compared = data(stack, "aws_subnet").map(
      ([, values]) => conditions(values, "postcondition").filter((one) => one.includes("contains")).length,
    );
    expect(compared).toEqual([0, 1, 0, 1]);
  });

  it("are two at least for a load balancer", () => {
    const one = { ...BY_ID, publicSubnetIds: ["subnet-0000000000000000a"] };
    expect(codesOf((scope) => guest(scope, one))).toEqual(["FY322"]);
  });

  it("may be none in public: an internal load balancer needs none", () => {
    const codes = codesOf((scope) => {
      const { vpcId, privateSubnetIds } = BY_ID;
      const network = new ExistingNetwork(scope, "Network", {
        vpcId,
        privateSubnetIds,
      } as ExistingNetworkProps);
      new LoadBalancer(scope, "Door", { network, scheme: "internal" });
    });
    expect(codes).toEqual([]);
  });

  it("are unknown in number when a variable lists them, and not judged", () => {
    const codes = codesOf((scope) =>
      guest(scope, { ...BY_ID, publicSubnetIds: variablesOf(scope).list("subnets") }),
    );
    expect(codes).toEqual([]);
  });
});

describe("subnets by tag", () => {
  const stack = made(BY_TAG);

  it("are found in the VPC, looked at each, and one a zone", () => {
    const names = data(stack, "aws_subnets").map(([name]) => name);
    expect(names.filter((name) => name.includes("_Found_"))).toHaveLength(2);
    const together = data(stack, "aws_subnets").filter(([name]) => name.includes("_Together_"));
    for (const [, values] of together)
      expect(conditions(values, "precondition")[0]).toMatch(/^\$\{length\(distinct\(/);
    for (const [, values] of data(stack, "aws_subnet")) expect(values.for_each).toMatch(/^\$\{toset\(/);
  });

  it("reach load balancer and service as lists that Terraform fills in", () => {
    expect(stack.only("aws_lb").at("subnets")).toMatch(/^\$\{values\(data\.aws_subnet\.\S+\)\[\*\]\.id\}$/);
    expect(stack.only("aws_ecs_service").at("network_configuration.subnets")).toMatch(/PrivateSubnets_Each/);
  });

  it("fail the plan when none is found", () => {
    const found = data(stack, "aws_subnets").filter(([name]) => name.includes("_Found_"));
    for (const [, values] of found)
      expect(conditions(values, "postcondition")).toEqual(["${length(self.ids) > 0}"]);
  });
});

describe("additions to a network that there is already", () => {
  const stack = made({ ...BY_ID, interfaceEndpoints: ["sts"], flowLogs: "cloudwatch", ipv6: true });

  it("are the same as to one that is made here", () => {
    expect(stack.only("aws_vpc_endpoint").at("service_name")).toBe("com.amazonaws.us-east-1.sts");
    expect(stack.only("aws_flow_log").text("vpc_id")).toContain("data.aws_vpc.");
    expect(stack.only("aws_lb").at("ip_address_type")).toBe("dualstack");
  });

  it("admit the VPC's own block, as nobody knows the subnets'", () => {
    const rule = stack.named("aws_vpc_security_group_ingress_rule", "Network_InterfaceEndpoints");
    expect(rule.text("cidr_ipv4")).toMatch(/^\$\{data\.aws_vpc\.\w+\.cidr_block\}$/);
  });

  it("stand before the service's tasks start", () => {
    expect(stack.only("aws_ecs_service").list("depends_on")).toContain(
      stack.only("aws_vpc_endpoint").address,
    );
  });
});

describe("a file system in a network that there is already", () => {
  const targets = (props: ExistingNetworkProps) =>
    synthesize((scope) => {
      new FileSystem(scope, "Files", { network: new ExistingNetwork(scope, "Network", props) });
    }).resources("aws_efs_mount_target");

  it("has a mount target in each subnet that is known by id", () => {
    expect(targets(BY_ID).map((one) => one.text("subnet_id"))).toEqual([
      expect.stringContaining("subnet-0000000000000000c"),
      expect.stringContaining("subnet-0000000000000000d"),
    ]);
  });

  it("has as many as Terraform finds by tag", () => {
    const [all, ...others] = targets(BY_TAG);
    expect(others).toEqual([]);
    expect(all!.values).toMatchObject({ subnet_id: "${each.value}" });
    expect(all!.text("for_each")).toMatch(/PrivateSubnets_Each/);
  });
});

describe("bad ways to find a network", () => {
  it.each<[string, ExistingNetworkProps, string[]]>([
    ["nothing at all", {}, ["FY130", "FY132"]],
    ["both for private subnets", { ...BY_ID, privateSubnetTags: { Tier: "private" } }, ["FY132"]],
    ["both for public subnets", { ...BY_ID, publicSubnetTags: { Tier: "public" } }, ["FY132"]],
    ["no private ids", { ...BY_ID, privateSubnetIds: [] }, ["FY135"]],
    ["an id of something else", { ...BY_ID, vpcId: "subnet-0a1b2c3d" }, ["FY131"]],
    [
      "a subnet that is public and private",
      { ...BY_ID, privateSubnetIds: ["subnet-0000000000000000a"] },
      ["FY134"],
    ],
  ])("fail: %s", (_, props, codes) => {
    expect(codesOf((scope) => new ExistingNetwork(scope, "Network", props))).toEqual(codes);
  });

  it("fail at once when a prop is of another kind", () => {
    const props = { ...BY_ID, privateSubnetIds: "subnet-0a1b2c3d" as unknown as string[] };
    expect(codesOf((scope) => new ExistingNetwork(scope, "Network", props))).toEqual(["FY018"]);
  });
});
