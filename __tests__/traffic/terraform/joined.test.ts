import { check } from "../../../traffic";
import { landscape } from "../../../traffic/model";
import { readTerraform } from "../../../traffic/terraform";

type Document = Record<string, unknown>;

const network = (terraform: object, more: Document = {}): Document => ({
  terraform,
  resource: {
    aws_vpc: { home: { cidr_block: "10.0.0.0/16" } },
    aws_subnet: { a: { vpc_id: "${aws_vpc.home.id}", availability_zone: "us-east-1a" } },
  },
  output: {
    vpc_id: { value: "${aws_vpc.home.id}" },
    ids: { value: ["${aws_subnet.a.id}"] },
    subnets: { value: { "us-east-1a": { public: "${aws_subnet.a.id}", tasks: ["${aws_subnet.a.id}"] } } },
  },
  ...more,
});

const reader = (backend: string, config: object, subnets: unknown): Document => ({
  terraform: { backend: { local: { path: "shop" } } },
  data: { terraform_remote_state: { net: { backend, config } } },
  resource: { aws_lb: { door: { subnets } } },
});

const read = (one: Document, ...others: (Document | string)[]) =>
  readTerraform(
    JSON.stringify(one),
    others.map((other) => (typeof other === "string" ? other : JSON.stringify(other))),
  );
const subnetsOf = (one: Document, ...others: (Document | string)[]): unknown =>
  read(one, ...others).resources.find(({ address }) => address === "aws_lb.door")?.values["subnets"];

const local = { backend: { local: { path: "net" } } };
const inNetwork = { refersTo: ["aws_subnet.a"], attribute: "id" };
const out = (path: string): string => `\${data.terraform_remote_state.net.outputs.${path}}`;

describe("what is read from another's state is what that one says of it", () => {
  it.each<[string, unknown, unknown]>([
    ["a whole list", out("ids"), [inNetwork]],
    ["by its place", [out("ids[0]")], [inNetwork]],
    ["by name and part", [out('subnets["us-east-1a"].public')], [inNetwork]],
    ["by name, part and place", [out('subnets["us-east-1a"].tasks[0]')], [inNetwork]],
  ])("%s", (_, subnets, expected) => {
    expect(subnetsOf(reader("local", { path: "net" }, subnets), network(local))).toEqual(expected);
  });

  it.each<[string, object, string, object]>([
    ["S3", { backend: { s3: { bucket: "b", key: "k", region: "r" } } }, "s3", { bucket: "b", key: "k" }],
    [
      "HCP Terraform",
      { cloud: { organization: "acme", workspaces: { name: "net" } } },
      "remote",
      { organization: "acme", workspaces: { name: "net" } },
    ],
    [
      "Terraform Enterprise",
      { cloud: { hostname: "tfe.example.com", organization: "acme", workspaces: { name: "net" } } },
      "remote",
      { hostname: "tfe.example.com", organization: "acme", workspaces: { name: "net" } },
    ],
  ])("in %s", (_, terraform, backend, config) => {
    expect(subnetsOf(reader(backend, config, out("ids")), network(terraform))).toEqual([inNetwork]);
  });

  it("by way of a third", () => {
    const third = {
      ...reader("local", { path: "net" }, []),
      resource: {},
      terraform: { backend: { local: { path: "third" } } },
      output: { ids: { value: out("ids") } },
    };
    expect(subnetsOf(reader("local", { path: "third" }, out("ids")), third, network(local))).toEqual([
      inNetwork,
    ]);
  });

  it("and all of it was made before", () => {
    const { resources } = read(reader("local", { path: "net" }, out("ids")), network(local));
    const door = resources.find(({ address }) => address === "aws_lb.door");
    expect(door?.dependsOn).toEqual(["aws_vpc.home", "aws_subnet.a"]);
  });
});

describe("it stays unknown", () => {
  it.each<[string, unknown, (Document | string)[]]>([
    ["where the other is not here", out("ids"), []],
    ["where no output has that name", out("other"), [network(local)]],
    ["where the zone is none of its", [out('subnets["us-east-1z"].public')], [network(local)]],
    ["inside another expression", [`\${element(${out("ids").slice(2, -1)}, 0)}`], [network(local)]],
    ["where the state lies elsewhere", out("ids"), [network({ backend: { local: { path: "other" } } })]],
    ["where two keep a state there", out("ids"), [network(local), network(local, { locals: {} })]],
    [
      "where both have one address",
      out("ids"),
      [network(local, { resource: { aws_lb: { door: {} } }, data: {} })],
    ],
    ["where the other is no JSON", out("ids"), ["{"]],
    ["where the other is chosen by tags", out("ids"), [network({ cloud: { workspaces: { tags: ["x"] } } })]],
  ])("%s", (_, subnets, others) => {
    const alone = subnetsOf(reader("local", { path: "net" }, subnets));
    expect(subnetsOf(reader("local", { path: "net" }, subnets), ...others)).toEqual(alone);
    expect(alone).not.toEqual([inNetwork]);
  });

  it("where two read each other, which Terraform can't apply", () => {
    const one = { ...reader("local", { path: "net" }, out("ids")), output: { ids: { value: out("ids") } } };
    const other = {
      ...reader("local", { path: "shop" }, []),
      resource: {},
      terraform: local,
      output: { ids: { value: out("ids") } },
    };
    expect(() => read(one, other)).not.toThrow();
  });
});

describe("judging together", () => {
  const group = { aws_security_group: { web: { vpc_id: out("vpc_id") } } };
  const open = (vpc: string) => ({
    ...network(local),
    resource: {
      ...(network(local)["resource"] as object),
      aws_security_group: { bad: { vpc_id: vpc } },
      aws_vpc_security_group_ingress_rule: {
        ssh: {
          security_group_id: "${aws_security_group.bad.id}",
          ...{ cidr_ipv4: "0.0.0.0/0", ip_protocol: "tcp", from_port: 22, to_port: 22 },
        },
      },
    },
  });
  const shop = { ...reader("local", { path: "net" }, []), resource: group };

  it("leaves to the other what it has on its own", () => {
    const bad = JSON.stringify(open("${aws_vpc.home.id}"));
    expect(check(bad).findings.map(({ code }) => code)).not.toEqual([]);
    expect(check(JSON.stringify(shop), [], [bad]).findings).toEqual([]);
  });

  it("shows one landscape", () => {
    const { securityGroups, vpcs } = landscape(read(shop, network(local)));
    expect([securityGroups.length, vpcs.length]).toEqual([1, 1]);
  });
});
