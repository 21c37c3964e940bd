import { carries, check, isSound, landscape, readTerraform } from "../../traffic";
import "../../traffic/jest";
import { sceneOf } from "../../picture";
import { ref, type Document } from "./documents/document";
import { soundDocument } from "./documents/sound";

const TARGETS = "aws_lb_target_group.api";
const BLIND: readonly [string, (document: Document) => unknown][] = [
  [
    "CodeDeploy moves traffic to the second group",
    (document) =>
      document
        .add("aws_lb_target_group.green", { ...document.at(TARGETS), name: "green" })
        .add("aws_codedeploy_deployment_group.api", {
          load_balancer_info: [
            {
              target_group_pair_info: [{ target_group: [{ name: ref(TARGETS, "name") }, { name: "green" }] }],
            },
          ],
        }),
  ],
  [
    "CodeDeploy moves traffic among groups of a dynamic block",
    (document) =>
      document
        .add("aws_lb_target_group.green", { ...document.at(TARGETS) })
        .add("aws_codedeploy_deployment_group.api", {
          load_balancer_info: "${var.pairs}",
        }),
  ],
  [
    "ECS moves traffic to an alternate group",
    (document) => {
      document.add("aws_lb_target_group.green", { ...document.at(TARGETS) });
      document.block("aws_ecs_service.api", "load_balancer").advanced_configuration = [
        {
          alternate_target_group_arn: ref("aws_lb_target_group.green", "arn"),
          role_arn: "arn:aws:iam::1:role/r",
        },
      ];
    },
  ],
  [
    "rules of one direction are blocks, of the other resources",
    (document) =>
      (document.remove("aws_vpc_security_group_egress_rule.api_out").at("aws_security_group.api").egress = [
        { protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] },
      ]),
  ],
  ["the load balancer stands in another state", (document) => withoutDoor(document)],
];

function withoutDoor(document: Document): Document {
  for (const type of ["aws_lb", "aws_lb_listener", "aws_lb_listener_rule"])
    for (const name of Object.keys(document.resource[type] ?? {})) document.remove(`${type}.${name}`);
  return document;
}

describe("a sound file", () => {
  it.each(BLIND)("has no error and no warning where %s", (_, change) => {
    const document = soundDocument();
    change(document);
    const verdict = check(document.json);
    expect(verdict.findings.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(isSound(verdict)).toBe(true);
  });

  it.each(["ingress", "egress"])(
    "has FY561 where %s is given both ways, or taken away by an empty list",
    (direction) => {
      for (const blocks of [[{ protocol: "tcp", from_port: 1, to_port: 1, self: true }], []]) {
        const document = soundDocument();
        document.at("aws_security_group.api")[direction] = blocks;
        expect(document.told()).toContain("FY561 aws_security_group.api");
      }
    },
  );

  it("is told to give tasks a group of their own where they share the load balancer's", () => {
    const document = soundDocument();
    document.block("aws_ecs_service.web", "network_configuration").security_groups = [
      ref("aws_security_group.door"),
    ];
    document.add("aws_vpc_security_group_ingress_rule.wide", {
      security_group_id: ref("aws_security_group.door"),
      ...{ cidr_ipv4: "0.0.0.0/0", ip_protocol: "tcp", from_port: 8080, to_port: 8080 },
    });
    const [finding] = document.findings().filter(({ code }) => code === "FY513");
    expect(finding?.fix).toMatch(/^give the tasks a security group of their own/);
  });
});

/** Services that the internet may reach by what the file does not show. */
const UNSEEN: readonly [string, (document: Document) => unknown][] = [
  [
    "its target group is of another state",
    (document) =>
      (document.block("aws_ecs_service.api", "load_balancer").target_group_arn =
        "${data.terraform_remote_state.door.outputs.group}"),
  ],
  [
    "its target group is a variable, and so is the door",
    (document) =>
      (withoutDoor(document).block("aws_ecs_service.api", "load_balancer").target_group_arn = "${var.group}"),
  ],
  [
    "its registrations are a dynamic block",
    (document) => (document.at("aws_ecs_service.api").load_balancer = "${var.balancers}"),
  ],
  [
    "the listener of its rule is of another state",
    (document) =>
      (document.at("aws_lb_listener_rule.api").listener_arn =
        "arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/a/b/c"),
  ],
  ["the load balancer is of another state", (document) => withoutDoor(document)],
  [
    "CodeDeploy registers its tasks",
    (document) => {
      document.remove("aws_lb_listener_rule.api").at("aws_ecs_service.api").deployment_controller = [
        { type: "CODE_DEPLOY" },
      ];
    },
  ],
  [
    "it is behind a classic load balancer",
    (document) => {
      document.remove("aws_lb_listener_rule.api").at("aws_ecs_service.api").load_balancer = [
        { elb_name: "old", container_name: "api", container_port: 9090 },
      ];
    },
  ],
];

describe("a service whose way from the internet is not in the file", () => {
  it.each(UNSEEN)("is not known to be reached or not, where %s", (_, change) => {
    const document = soundDocument();
    change(document);
    const question = { from: "internet", to: "aws_ecs_service.api" };
    expect(carries(landscape(readTerraform(document.json)), question)).toMatchObject({ carried: "unknown" });
    expect(() => expect(document.json).toCarry(question)).toThrow(/not known/);
    expect(() => expect(document.json).not.toCarry(question)).toThrow(/not known/);
  });

  it.each(UNSEEN)("is not drawn closed to load balancers, where %s", (_, change) => {
    const document = soundDocument();
    change(document);
    const lane = sceneOf("x", landscape(readTerraform(document.json))).lanes.find(
      ({ id }) => id === "aws_ecs_service.api",
    );
    const fromDoors = [
      ...(lane?.forwards ?? []),
      ...(lane?.entries ?? []).filter(({ id }) => id !== "internet"),
    ];
    for (const { passage } of fromDoors) expect(passage.way).not.toBe("closed");
  });

  it("is known not to be, where its own group admits nobody", () => {
    const document = withoutDoor(soundDocument()).remove("aws_vpc_security_group_ingress_rule.api");
    document.block("aws_ecs_service.api", "load_balancer").target_group_arn = "${var.group}";
    expect(document.json).not.toCarry({ from: "internet", to: "aws_ecs_service.api" });
  });
});

describe("a picture", () => {
  const lane = (document: Document, id: string) =>
    sceneOf("x", landscape(readTerraform(document.json))).lanes.find((one) => one.id === id);

  it("does not say that targets are no ECS service where nobody knows", () => {
    const document = soundDocument();
    document.block("aws_ecs_service.api", "load_balancer").target_group_arn = "${var.group}";
    expect(lane(document, TARGETS)?.notice).toBe("targets not known from this file");
  });

  it("does not draw a service closed whose ports are not known", () => {
    const document = soundDocument();
    document.at("aws_ecs_service.api").task_definition = "${var.task}";
    document.at("aws_ecs_service.api").load_balancer = [];
    Object.assign(document.block("aws_ecs_service.api", "network_configuration"), {
      ...{ assign_public_ip: true, subnets: [ref("aws_subnet.public_a")] },
    });
    document.at("aws_vpc_security_group_ingress_rule.api").cidr_ipv4 = "0.0.0.0/0";
    const entries = lane(document, "aws_ecs_service.api")?.entries ?? [];
    expect(entries.find(({ id }) => id === "internet")?.passage.way).toBe("unknown");
  });

  it("shows a VPC once that several data sources look up", () => {
    const vpc = { mode: "data", type: "aws_vpc", values: { id: "vpc-1", cidr_block: "10.0.0.0/16" } };
    const subnet = { mode: "data", type: "aws_subnet", values: { id: "subnet-1", vpc_id: "vpc-1" } };
    const resources = ["a", "b", "c"].flatMap((name) => [
      { ...vpc, address: `module.${name}.data.aws_vpc.this` },
      { ...subnet, address: `module.${name}.data.aws_subnet.this` },
    ]);
    const state = { format_version: "1.0", values: { root_module: { resources } } };
    const seen = landscape(readTerraform(JSON.stringify(state)));
    expect([seen.vpcs.length, seen.subnets.length]).toEqual([1, 1]);
    expect(seen.vpcs[0]?.subnets).toEqual(seen.subnets);
  });
});

describe("a plan or state of a part", () => {
  const state = (resources: unknown[]): string =>
    JSON.stringify({ format_version: "1.0", values: { root_module: { resources } } });
  const door = {
    mode: "managed",
    type: "aws_lb",
    address: "aws_lb.door",
    values: { id: "lb", arn: "lb", internal: false },
  };
  const group = {
    mode: "managed",
    type: "aws_lb_target_group",
    address: TARGETS,
    values: { id: "tg", arn: "tg", target_type: "ip" },
  };
  const forward = [{ type: "forward", target_group_arn: "tg" }];
  const listener = {
    ...{ mode: "managed", type: "aws_lb_listener", address: "aws_lb_listener.http" },
    values: { id: "l", load_balancer_arn: "lb", port: 80, protocol: "HTTP", default_action: forward },
  };

  it("has no 503 where its services stand in another state", () => {
    expect(check(state([door, group, listener])).findings.map(({ code }) => code)).not.toContain("FY521");
  });

  it("may have listeners in another state", () => {
    expect(
      carries(landscape(readTerraform(state([door]))), { from: "internet", to: "aws_lb.door", port: 80 })
        .carried,
    ).toBe("unknown");
  });
});
