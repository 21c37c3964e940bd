import { TerraformOutput, TerraformVariable } from "cdktf";
import {
  AwsStack,
  Cluster,
  ExistingNetwork,
  FargateService,
  hcpState,
  HttpListener,
  LoadBalancer,
  NetworkContract,
  NetworkParameters,
  SharedNetwork,
  TargetGroup,
  type NetworkIds,
  type NetworkProps,
  type SharedNetworkProps,
  type State,
} from "../../../modules";
import { IMAGE, network } from "../../support/parts";
import { codesOf, newApp, problemsIn, synthesize, synthesizeStack } from "../../support/synthesize";

const NAMES = ["cidr_block", "private_subnet_ids", "public_subnet_ids", "subnets", "vpc_id", "zones"];

describe("the contract of a network", () => {
  const stack = synthesize((scope) => {
    new NetworkContract(scope, "Contract", { network: network(scope) });
  });

  it("is six outputs under names that stay, whatever the construct is called", () => {
    expect(Object.keys(stack.at("output") as object).sort()).toEqual(NAMES);
    const vpc = stack.only("aws_vpc");
    expect(stack.at("output.vpc_id.value")).toBe(vpc.ref("id"));
    expect(stack.at("output.cidr_block.value")).toBe("10.0.0.0/16");
    expect(stack.at("output.zones.value")).toEqual(["us-east-1a", "us-east-1b"]);
    expect(stack.at("output.public_subnet_ids.value")).toHaveLength(2);
    expect(stack.at("output.private_subnet_ids.value")).toHaveLength(2);
  });

  it("tells the subnets of each zone by its name", () => {
    const [first] = stack.resources("aws_subnet").filter(({ id }) => /1b_PublicSubnet/.test(id));
    const subnets = stack.at("output.subnets.value") as Record<string, { public: string; tasks: string[] }>;
    expect(Object.keys(subnets)).toEqual(["us-east-1a", "us-east-1b"]);
    expect(subnets["us-east-1b"]).toMatchObject({ public: first?.ref("id") });
    expect(subnets["us-east-1b"]?.tasks).toHaveLength(1);
  });

  it("is told once the network has its routes", () => {
    const waitsFor = stack.at("output.private_subnet_ids.depends_on") as string[];
    const nat = stack.resources("aws_route").map(({ address }) => address);
    expect(nat).toHaveLength(3);
    expect(waitsFor).toEqual(expect.arrayContaining(nat));
  });

  it("makes nothing that costs, and no parameter unless asked", () => {
    expect(stack.resources("aws_ssm_parameter")).toHaveLength(0);
  });
});

describe("a contract in the Parameter Store", () => {
  const stack = synthesize((scope) => {
    new NetworkContract(scope, "Contract", { network: network(scope), parameterPath: "/shop/network" });
  });

  it("holds the same values below its path, lists as lists", () => {
    const parameters = stack
      .resources("aws_ssm_parameter")
      .map(({ values }) => `${values["name"]} ${values["type"]}`);
    expect(parameters.sort()).toEqual([
      "/shop/network/cidr_block String",
      "/shop/network/private_subnet_ids StringList",
      "/shop/network/public_subnet_ids StringList",
      "/shop/network/vpc_id String",
      "/shop/network/zones StringList",
    ]);
    expect(stack.named("aws_ssm_parameter", "Contract_zones").text("value")).toMatch(/^\$\{join\(",", \[/);
  });

  it("is read by its path", () => {
    const reader = synthesize((scope) => {
      const { vpcId, privateSubnetIds } = new NetworkParameters(scope, "Shared", {
        parameterPath: "/shop/network",
      });
      new TerraformOutput(scope, "vpc", { value: vpcId });
      new TerraformOutput(scope, "subnets", { value: privateSubnetIds });
    });
    expect(reader.at("output.vpc.value")).toMatch(/^\$\{data\.aws_ssm_parameter\.\w+\.insecure_value\}$/);
    expect(reader.at("output.subnets.value")).toMatch(
      /^\$\{split\(",", data\.aws_ssm_parameter\.\w+\.insecure_value\)\}$/,
    );
    expect(Object.keys(reader.at("data.aws_ssm_parameter") as object)).toHaveLength(3);
  });

  it.each([
    "",
    "shop",
    "/",
    "/shop/",
    "/aws/x",
    "/ssm",
    "/a b",
    `/${"x/".repeat(14)}x`,
    `/${"x".repeat(1000)}`,
  ])("fails below the path %.30j", (parameterPath) => {
    const publish = codesOf(
      (scope) => void new NetworkContract(scope, "C", { network: network(scope), parameterPath }),
    );
    const read = codesOf((scope) => void new NetworkParameters(scope, "P", { parameterPath }));
    expect([publish, read]).toEqual([["FY920"], ["FY920"]]);
  });
});

describe("two stacks with a network between them", () => {
  function pair(state?: State) {
    const app = newApp();
    const source = new AwsStack(app, "network", { region: "us-east-1", state });
    const contract = new NetworkContract(source, "Contract", { network: network(source) });
    const reader = new AwsStack(app, "shop", { region: "us-east-1", state });
    const ids = [1, 2].map(() => contract.idsFor(reader))[0]!;
    new TerraformOutput(reader, "vpc", { value: ids.vpcId });
    new TerraformOutput(reader, "subnets", { value: ids.privateSubnetIds });
    return { app, source, reader, contract };
  }

  it("read through the network's state, by the names of its contract alone", () => {
    const { source, reader } = pair();
    const shop = synthesizeStack(reader);
    expect(shop.at("data.terraform_remote_state")).toEqual({
      "State-network": {
        backend: "local",
        config: { path: "../../../terraform.network.tfstate" },
        workspace: "${terraform.workspace}",
      },
    });
    expect(shop.at("output.vpc.value")).toBe("${data.terraform_remote_state.State-network.outputs.vpc_id}");
    expect(Object.keys(synthesizeStack(source).at("output") as object).sort()).toEqual(NAMES);
  });

  it("are deployed in order: the network before its reader", () => {
    const { source, reader, app } = pair();
    expect(reader.dependencies).toEqual([source]);
    expect(problemsIn(app)).toEqual([]);
  });

  it("read through HCP Terraform where the network's state is there", () => {
    const { reader } = pair(hcpState({ organization: "acme" }));
    expect(synthesizeStack(reader).at("data.terraform_remote_state.State-network.config")).toEqual({
      organization: "acme",
      workspaces: { name: "network" },
    });
  });

  it("need no state to read within one stack", () => {
    const { contract, source } = pair();
    expect(contract.idsFor(source).vpcId).not.toContain("remote_state");
    expect(synthesizeStack(source).at("data.terraform_remote_state")).toBeUndefined();
  });

  it("fail where the contract stands in another stack than its network", () => {
    const { app, source } = pair();
    const own = network(source, { cidrBlock: "10.1.0.0/16" }, "Second");
    new NetworkContract(new AwsStack(app, "elsewhere", { region: "us-east-1" }), "Contract", {
      network: own,
    });
    expect(problemsIn(app).map(({ code }) => code)).toContain("FY017");
  });
});

describe("the network of another stack, shared", () => {
  function shared(props: Partial<NetworkProps> = {}) {
    const app = newApp();
    const home = new AwsStack(app, "network", { region: "us-east-1" });
    const contract = new NetworkContract(home, "Contract", { network: network(home, props) });
    const reader = new AwsStack(app, "shop", { region: "us-east-1" });
    return { app, home, reader, contract, found: new SharedNetwork(reader, "Network", { contract }) };
  }
  const resolved = (reader: AwsStack, value: unknown): unknown => {
    new TerraformOutput(reader, "value", { value });
    return synthesizeStack(reader).at("output.value.value");
  };

  it("is known as the network itself is, but for its ids", () => {
    const { found } = shared({ ipv6: true });
    expect([found.zoneNames, found.isDualStack, found.usablePrivateAddresses]).toEqual([
      ["us-east-1a", "us-east-1b"],
      true,
      8187,
    ]);
  });

  it("has the subnets of each zone by its name, and all of those for tasks", () => {
    const { found, reader } = shared({ additionalCidrBlocks: ["10.1.0.0/16"] });
    const at = (zone: string, part: string): string =>
      `\${data.terraform_remote_state.State-network.outputs.subnets["us-east-1${zone}"].${part}}`;
    expect(resolved(reader, [found.publicSubnetIds, found.taskSubnetIds])).toEqual([
      [at("a", "public"), at("b", "public")],
      [at("a", "tasks[0]"), at("a", "tasks[1]"), at("b", "tasks[0]"), at("b", "tasks[1]")],
    ]);
  });

  it("has the block of the VPC where only Terraform knows it", () => {
    const app = newApp();
    const home = new AwsStack(app, "network", { region: "us-east-1" });
    const cidrBlock = new TerraformVariable(home, "block", { type: "string" }).stringValue;
    const contract = new NetworkContract(home, "Contract", { network: network(home, { cidrBlock }) });
    const reader = new AwsStack(app, "shop", { region: "us-east-1" });
    const { privateBlocks } = new SharedNetwork(reader, "Network", { contract });
    expect(resolved(reader, privateBlocks)).toEqual([
      "${data.terraform_remote_state.State-network.outputs.cidr_block}",
    ]);
    expect(Object.keys(synthesizeStack(home).at("output") as object).sort()).toEqual(NAMES);
  });

  it("is refused in the network's own stack, and without a contract", () => {
    const codes = codesOf((stack) => {
      const contract = new NetworkContract(stack, "Contract", { network: network(stack) });
      new SharedNetwork(stack, "Shared", { contract });
    });
    expect(codes).toEqual(["FY025"]);
    expect(codesOf((stack) => void new SharedNetwork(stack, "Shared", {} as SharedNetworkProps))).toEqual([
      "FY018",
    ]);
  });
});

describe("what stands in the network of another stack", () => {
  const around = (stack: AwsStack, ids: NetworkIds): void => {
    const { vpcId, publicSubnetIds, privateSubnetIds } = ids;
    const shared = new ExistingNetwork(stack, "Network", { vpcId, publicSubnetIds, privateSubnetIds });
    const group = new TargetGroup(stack, "Targets", { network: shared, port: 8000 });
    const front = new LoadBalancer(stack, "Door", { network: shared, scheme: "internet-facing" });
    new HttpListener(stack, "Http", { loadBalancer: front, forwardTo: group });
    const home = new Cluster(stack, "Cluster", { network: shared });
    new FargateService(stack, "Shop", { cluster: home, targetGroup: group, container: { image: IMAGE } });
  };

  it("is a whole system: door, target group and service, by the other's state", () => {
    const app = newApp();
    const source = new AwsStack(app, "network", { region: "us-east-1" });
    const contract = new NetworkContract(source, "Contract", { network: network(source) });
    const reader = new AwsStack(app, "shop", { region: "us-east-1" });
    around(reader, contract.idsFor(reader));
    expect(problemsIn(app)).toEqual([]);
    const shop = synthesizeStack(reader);
    expect(shop.types()).not.toContain("aws_vpc");
    expect(shop.at("data.aws_vpc")).toMatchObject({
      [Object.keys(shop.at("data.aws_vpc") as object)[0] ?? ""]: {
        id: "${data.terraform_remote_state.State-network.outputs.vpc_id}",
      },
    });
  });

  it("is the same system by its parameters", () => {
    const codes = codesOf((stack) => {
      around(stack, new NetworkParameters(stack, "Shared", { parameterPath: "/shop/network" }));
    });
    expect(codes).toEqual([]);
  });
});
