import { FargateService } from "../../../modules";
import { endpointId, FARGATE_SERVICES } from "../../../modules/network/endpoints/services";
import { check } from "../../../traffic";
import { codesOf, synthesize } from "../../support/synthesize";
import { cluster, network, service, ZONES } from "../../support/parts";
import { Cluster } from "../../../modules";

const ECR = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1";

describe("interface endpoints for Fargate", () => {
  const stack = synthesize((scope) => {
    const home = new Cluster(scope, "Cluster", {
      network: network(scope, { nat: "none", interfaceEndpoints: "fargate" }),
    });
    new FargateService(scope, "App", { cluster: home, container: { image: ECR } });
  });
  const endpoints = stack
    .resources("aws_vpc_endpoint")
    .filter((one) => one.at("vpc_endpoint_type") === "Interface");
  const group = stack.named("aws_security_group", "Network_InterfaceEndpoints");

  it("are the six that tasks talk to, beside the gateway of S3", () => {
    expect(endpoints.map((one) => one.at("service_name"))).toEqual(
      FARGATE_SERVICES.map((name) => `com.amazonaws.us-east-1.${name}`),
    );
    expect(stack.resources("aws_vpc_endpoint")).toHaveLength(7);
  });

  it("have an address in each zone, the service's usual name, and one group", () => {
    const subnets = ZONES.map((zone) => stack.named("aws_subnet", `Network_${zone}_PrivateSubnet`).ref("id"));
    for (const one of endpoints) {
      expect(one.at("subnet_ids")).toEqual(subnets);
      expect(one.at("private_dns_enabled")).toBe(true);
      expect(one.at("security_group_ids")).toEqual([group.ref("id")]);
      expect(one.at("policy")).toBeUndefined();
    }
  });

  it("admit the private subnets on 443, and nobody else", () => {
    const rules = stack
      .resources("aws_vpc_security_group_ingress_rule")
      .filter((rule) => rule.at("security_group_id") === group.ref("id"));
    expect(rules.map((rule) => [rule.at("cidr_ipv4"), rule.at("from_port"), rule.at("to_port")])).toEqual([
      ["10.0.0.0/19", 443, 443],
      ["10.0.32.0/19", 443, 443],
    ]);
  });

  it("stand before the service's tasks start", () => {
    const waitsFor = stack.only("aws_ecs_service").list("depends_on");
    expect(waitsFor).toEqual(expect.arrayContaining(endpoints.map(({ address }) => address)));
  });

  it("are all that private tasks with images in ECR need: no NAT, and nothing to find", () => {
    expect(stack.resources("aws_nat_gateway")).toEqual([]);
    expect(check(JSON.stringify(stack.document)).findings).toEqual([]);
  });
});

describe("tasks without NAT", () => {
  const codes = (endpoints: "fargate" | string[] | undefined, image: string): string[] =>
    codesOf((scope) => {
      const props = endpoints === undefined ? {} : { interfaceEndpoints: endpoints };
      const home = network(scope, { nat: "none", ...props });
      service(scope, new Cluster(scope, "Cluster", { network: home }), { container: { image } });
    });

  it("fail without endpoints", () => expect(codes(undefined, ECR)).toEqual(["FY531"]));
  it("fail without the endpoint for logs", () =>
    expect(codes(["ecr.api", "ecr.dkr"], ECR)).toEqual(["FY531"]));
  it("fail with an image from a public registry, to which no endpoint leads", () =>
    expect(codes("fargate", "public.ecr.aws/nginx/nginx:1")).toEqual(["FY531"]));
  it("work with just what they use", () => expect(codes(["ecr.api", "ecr.dkr", "logs"], ECR)).toEqual([]));
});

describe("interface endpoints", () => {
  it("are none by default", () => {
    expect(synthesize((scope) => cluster(scope)).resources("aws_vpc_endpoint")).toHaveLength(1);
  });

  it("are none for an empty list", () => {
    const stack = synthesize((scope) => network(scope, { interfaceEndpoints: [] }));
    expect(stack.resources("aws_security_group")).toEqual([]);
  });

  it.each([
    ["ecr.api", "EcrApi"],
    ["ssmmessages", "Ssmmessages"],
    ["bedrock-runtime", "BedrockRuntime"],
  ])("have constant ids: %s is %s", (name, id) => expect(endpointId(name)).toBe(id));

  it.each([
    [["dynamodb"], "FY119"],
    [["Logs"], "FY117"],
    [[7 as unknown as string], "FY018"],
    ["all" as "fargate", "FY116"],
  ])("fail for %j", (interfaceEndpoints, code) => {
    expect(codesOf((scope) => network(scope, { interfaceEndpoints }))).toEqual([code]);
  });
});
