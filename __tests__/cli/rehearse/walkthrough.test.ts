import { walkthroughOf } from "../../../cli/rehearse/walkthrough";
import { expectation, mismatches } from "../../../cli/rehearse/walkthrough/expectation";
import type { Seen, SeenRule, SeenService } from "../../../cli/rehearse/walkthrough/seen/seen";
import { outputValues, stateFacts } from "../../../cli/rehearse/walkthrough/seen/state-facts";

const rule = (traffic: string, peer: string, description = ""): SeenRule => ({ traffic, peer, description });
const web = [rule("tcp 80", "0.0.0.0/0"), rule("tcp 443", "0.0.0.0/0")];

const subnets: Seen["subnets"] = [
  { name: "PublicSubnet-1", zone: "us-east-1a", defaultRoute: "internet gateway" },
  { name: "PublicSubnet-2", zone: "us-east-1b", defaultRoute: "internet gateway" },
  { name: "PrivateSubnet-1", zone: "us-east-1a", defaultRoute: "NAT gateway" },
  { name: "PrivateSubnet-2", zone: "us-east-1b", defaultRoute: "NAT gateway" },
];

const service: SeenService = {
  name: "agent",
  status: "ACTIVE",
  desired: 2,
  running: 2,
  subnets: ["PrivateSubnet-1", "PrivateSubnet-2"],
  securityGroups: ["Fargate-SG"],
  publicIp: "DISABLED",
  targets: ["Fargate-TG gets port 6060"],
  connect: undefined,
};

const door = {
  name: "Fargate-ALB",
  dnsName: "fargate-alb.example",
  scheme: "internet-facing",
  type: "application",
  ipAddressType: "ipv4",
  state: "active",
  idleTimeoutSec: 3600,
  subnets: ["PublicSubnet-1", "PublicSubnet-2"],
  securityGroups: ["ALB-SG"],
  listeners: ["HTTP:80 forwards to Fargate-TG"],
};

const targets = {
  name: "Fargate-TG",
  targetType: "ip",
  protocolAndPort: "HTTP:6060",
  protocolVersion: "HTTP1",
  ipAddressType: "ipv4",
  healthCheck: "HTTP /health on traffic-port",
};

const outputs = { url: "http://fargate-alb.example", load_balancer_dns_name: "fargate-alb.example" };

const asBuilt: Seen = {
  subnets,
  outputs,
  loadBalancers: [door],
  targetGroups: [targets],
  services: [service],
  securityGroups: [
    { name: "ALB-SG", description: "", inbound: web, outbound: [rule("tcp 6060", "Fargate-SG")] },
    { name: "Fargate-SG", description: "", inbound: [rule("tcp 6060", "ALB-SG")], outbound: [] },
  ],
};

describe("voice-agent", () => {
  const intent = { stack: "voice-agent", serviceCount: 1 };
  const wrong = (change: Partial<Seen>): string[] =>
    mismatches(walkthroughOf("voice-agent").expectations({ ...asBuilt, ...change }, intent));

  it("as the walkthrough builds it is right", () => {
    expect(wrong({})).toEqual([]);
  });

  it.each([
    [
      "a listener too many",
      { listeners: [...door.listeners, "HTTPS:443 forwards to Fargate-TG"] },
      "listeners",
    ],
    ["private subnets", { subnets: service.subnets }, "subnets"],
    ["the default group as well", { securityGroups: ["ALB-SG", "default"] }, "security groups"],
    ["an internal scheme", { scheme: "internal" }, "scheme"],
    ["the default idle timeout", { idleTimeoutSec: 60 }, "idle timeout"],
    ["no activity yet", { state: "provisioning" }, "state"],
  ])("is wrong when Fargate-ALB has %s", (_, change, check) => {
    const [first, ...others] = wrong({ loadBalancers: [{ ...door, ...change }] });
    expect(first).toContain(`load balancer Fargate-ALB: ${check}`);
    expect(others).toEqual([]);
  });

  it.each([
    ["another port", { protocolAndPort: "HTTP:80" }],
    ["another health check", { healthCheck: "HTTP / on traffic-port" }],
    ["instances as targets", { targetType: "instance" }],
  ])("is wrong when Fargate-TG has %s", (_, change) => {
    expect(wrong({ targetGroups: [{ ...targets, ...change }] })).toHaveLength(1);
  });

  it("is wrong when the service admits anyone but ALB-SG", () => {
    const [alb, fargate] = asBuilt.securityGroups;
    const inbound = [rule("tcp 6060", "ALB-SG"), rule("tcp 6060", "0.0.0.0/0")];
    expect(wrong({ securityGroups: [alb!, { ...fargate!, inbound }] })).toEqual([
      [
        "security group Fargate-SG: inbound rules",
        "  expected  tcp 6060 from ALB-SG",
        "  found     tcp 6060 from 0.0.0.0/0, tcp 6060 from ALB-SG",
      ].join("\n"),
    ]);
  });

  it.each([
    ["fewer tasks than desired", { running: 1 }],
    ["a public IP", { publicIp: "ENABLED" }],
    ["no task wanted at all", { desired: 0, running: 0 }],
    ["a public subnet", { subnets: ["PublicSubnet-1"] }],
  ])("is wrong when the service has %s", (_, change) => {
    expect(wrong({ services: [{ ...service, ...change }] })).toHaveLength(1);
  });

  it("is wrong when a private subnet leads to the internet gateway", () => {
    const open = subnets.map((subnet) =>
      subnet.name === "PrivateSubnet-1" ? { ...subnet, defaultRoute: "internet gateway" as const } : subnet,
    );
    expect(wrong({ subnets: open })).toHaveLength(2);
  });

  it("is wrong when there is nothing", () => {
    const nothing = { subnets: [], loadBalancers: [], targetGroups: [], securityGroups: [], services: [] };
    expect(wrong(nothing).length).toBeGreaterThan(20);
  });

  describe("on day 9", () => {
    const early = { stack: "voice-agent", serviceCount: 0 };
    const [alb] = asBuilt.securityGroups;
    const seen = { ...asBuilt, services: [], securityGroups: [{ ...alb!, outbound: [] }] };

    it("has no service, and says that 503 is right", () => {
      const { expectations, remark } = walkthroughOf("voice-agent");
      expect(mismatches(expectations(seen, early))).toEqual([]);
      expect(remark?.(early)).toMatch(/503, as expected/);
      expect(remark?.(intent)).toBeUndefined();
    });

    it("is wrong with a service", () => {
      const { expectations } = walkthroughOf("voice-agent");
      expect(mismatches(expectations({ ...seen, services: [service] }, early))).toHaveLength(1);
    });
  });
});

describe("learning-app", () => {
  const frontend = {
    ...service,
    name: "my-frontend-task-service",
    securityGroups: ["FRONTEND_SG"],
    targets: ["frontend-tg gets port 80"],
    connect: { namespace: "arn:home", offers: [] },
  };
  const backend = {
    ...frontend,
    name: "my-backend-task-service",
    securityGroups: ["BACKEND_SG"],
    targets: [],
    connect: { namespace: "arn:home", offers: ["backend"] },
  };
  const built: Seen = {
    ...asBuilt,
    services: [frontend, backend],
    loadBalancers: [
      {
        ...door,
        name: "my-learning-app-alb",
        securityGroups: ["ALB_SG"],
        listeners: ["HTTP:80 forwards to frontend-tg"],
      },
    ],
    targetGroups: [{ ...targets, name: "frontend-tg", protocolAndPort: "HTTP:80" }],
    securityGroups: [
      {
        name: "ALB_SG",
        description: "allow internet traffic",
        inbound: web,
        outbound: [rule("tcp 80", "FRONTEND_SG")],
      },
      {
        name: "FRONTEND_SG",
        description: "",
        inbound: [rule("tcp 80", "ALB_SG", "allow traffic from ALB")],
        outbound: [],
      },
      { name: "BACKEND_SG", description: "", inbound: [rule("tcp 8080", "FRONTEND_SG")], outbound: [] },
    ],
  };
  const wrong = (change: Partial<Seen>): string[] =>
    mismatches(
      walkthroughOf("learning-app").expectations(
        { ...built, ...change },
        { stack: "learning-app", serviceCount: 2 },
      ),
    );

  it("as the walkthrough builds it is right", () => {
    expect(wrong({})).toEqual([]);
  });

  it("is wrong when the load balancer reaches the backend", () => {
    const [alb, ...others] = built.securityGroups;
    const outbound = [...alb!.outbound, rule("tcp 8080", "BACKEND_SG")];
    expect(wrong({ securityGroups: [{ ...alb!, outbound }, ...others] })).toHaveLength(1);
  });

  it("is wrong when the backend has a load balancer, or another namespace, or another name", () => {
    expect(
      wrong({ services: [frontend, { ...backend, targets: ["frontend-tg gets port 8080"] }] }),
    ).toHaveLength(1);
    const elsewhere = { namespace: "arn:away", offers: ["back"] };
    expect(wrong({ services: [frontend, { ...backend, connect: elsewhere }] })).toHaveLength(2);
  });

  it("is wrong when the rule for the load balancer is not described", () => {
    const groups = built.securityGroups.map((group) => ({
      ...group,
      inbound: group.inbound.map((one) => ({ ...one, description: "" })),
    }));
    expect(wrong({ securityGroups: groups })).toHaveLength(1);
  });
});

describe("a stack without a walkthrough", () => {
  const intent = { stack: "shop", serviceCount: 1 };

  it("is looked at where any stack can be, and that is said", () => {
    const { expectations, remark } = walkthroughOf("shop");
    expect(mismatches(expectations(asBuilt, intent))).toEqual([]);
    expect(remark?.(intent)).toMatch(/^no walkthrough is listed for shop/);
    const idle = { ...asBuilt, services: [{ ...service, running: 0 }] };
    expect(mismatches(expectations(idle, intent))).toEqual([
      "service agent: running tasks\n  expected  2\n  found     0",
    ]);
  });
});

it("a mismatch is told by check, expected and found", () => {
  const found = mismatches([
    expectation("same", ["a"], ["a"]),
    expectation("list", ["a", "b"], []),
    expectation("absent", "a", undefined),
  ]);
  expect(found).toEqual([
    "list\n  expected  a, b\n  found     none",
    "absent\n  expected  a\n  found     nothing",
  ]);
});

it("the state tells what belongs to the stack, and which VPC of another it stands in", () => {
  const resource = (type: string, attributes: object, mode = "managed"): object => ({
    ...{ mode, type },
    instances: [{ attributes }],
  });
  const resources = [
    resource("aws_vpc", { id: "vpc-1" }),
    resource("aws_vpc", { id: "vpc-2" }, "data"),
    resource("aws_ecs_cluster", { arn: "arn:1" }),
    resource("aws_lb", { arn: "arn:2" }),
    resource("aws_lb_target_group", { arn: "arn:3" }),
    resource("terraform_remote_state", { outputs: { value: { vpc_id: "vpc-3" }, type: [] } }, "data"),
  ];
  expect(stateFacts({ resources })).toEqual({
    vpcIds: ["vpc-1", "vpc-3"],
    loadBalancerArns: ["arn:2"],
    targetGroupArns: ["arn:3"],
    clusterArns: ["arn:1"],
  });
  expect(outputValues({ url: { value: "http://a" } })).toEqual({ url: "http://a" });
});
