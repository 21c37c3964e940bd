import { LearningAppStack } from "../../../stacks/learning-app";
import { newApp } from "../../support/synthesize";
import { guard } from "./access-lists";
import { Copy } from "./copy";

const whole = Copy.of(new LearningAppStack(newApp(), "learning-app"));
const INGRESS = "aws_vpc_security_group_ingress_rule";
const EGRESS = "aws_vpc_security_group_egress_rule";
const [FRONTEND, BACKEND] = ["learning-app/Frontend", "learning-app/Backend"];

type Broken = [what: string, change: (copy: Copy) => void, stoppedBy: string];

const out: Broken[] = [
  [
    "one zone's NAT route is missing",
    (copy) => copy.remove("aws_route", "Network_us-east-1b_NatRoute"),
    "in us-east-1b, PrivateRouteTable-2 has no route to the internet: add a route 0.0.0.0/0 to a NAT gateway",
  ],
  [
    "a private route leads to the internet gateway, where private addresses get nowhere",
    (copy) => {
      copy.set("aws_route", "Network_us-east-1a_NatRoute", {
        nat_gateway_id: null,
        gateway_id: copy.ref("aws_internet_gateway", "", "id"),
      });
    },
    "in us-east-1a, PrivateRouteTable-1 leads to an internet gateway, and my-backend-task-service has private addresses",
  ],
  [
    "the NAT gateway is in a private subnet",
    (copy) =>
      copy.set("aws_nat_gateway", "", {
        subnet_id: copy.ref("aws_subnet", "Network_us-east-1a_Private", "id"),
      }),
    "PrivateSubnet-1 is private: PrivateRouteTable-1 leads out by a NAT gateway",
  ],
  [
    "the NAT gateway is a private one",
    (copy) => copy.set("aws_nat_gateway", "", { connectivity_type: "private" }),
    "Nat-us-east-1a is a private NAT gateway",
  ],
  [
    "the public subnets have no internet route",
    (copy) => copy.remove("aws_route", "Network_InternetRoute"),
    "PublicRouteTable has no route to an internet gateway",
  ],
  [
    "its group may not talk to anybody on 443",
    (copy) => copy.remove(EGRESS, "Backend"),
    "BACKEND_SG may not talk to 443 on the internet: add to BACKEND_SG an egress rule for TCP 443 to 0.0.0.0/0",
  ],
  [
    "an ACL keeps requests in",
    (copy) => guard(copy, "Private", { ingress: [[0, 65535]], egress: [[80, 80]] }),
    "network ACL PrivateAcl of PrivateSubnet-1 does not let 443 out to the internet",
  ],
  [
    "an ACL keeps the internet's answers out",
    (copy) => guard(copy, "Private", { ingress: [[80, 80]], egress: [[0, 65535]] }),
    "does not let answers (32768-60999) in from the internet",
  ],
  [
    "an ACL keeps its requests from the NAT gateway",
    (copy) =>
      guard(copy, "Public", {
        ingress: [
          [80, 80],
          [1024, 65535],
        ],
        egress: [[0, 65535]],
      }),
    "network ACL PublicAcl of PublicSubnet-1 does not let 443 in from PrivateSubnet-1",
  ],
  [
    "an ACL keeps answers from the NAT gateway",
    (copy) => guard(copy, "Public", { ingress: [[80, 443]], egress: [[0, 65535]] }),
    "network ACL PublicAcl of PublicSubnet-1 does not let answers (1024-65535) in from the internet",
  ],
];

const across: Broken[] = [
  [
    "the frontend's group may not talk to the backend",
    (copy) => copy.remove(EGRESS, "Frontend_SecurityGroup_To-Backend"),
    "FRONTEND_SG may not talk to 8080 of BACKEND_SG",
  ],
  [
    "the backend's group does not admit the frontend",
    (copy) => copy.remove(INGRESS, "Backend_SecurityGroup_From-Frontend"),
    "BACKEND_SG does not admit 8080 from FRONTEND_SG",
  ],
  [
    "the backend listens elsewhere",
    (copy) =>
      copy.replace(
        "aws_ecs_task_definition",
        "Backend",
        "container_definitions",
        /:8080,"hostPort/,
        ':9090,"hostPort',
      ),
    "no container of my-backend-task-service listens on 8080: container Backend maps 9090",
  ],
  [
    "the backend runs no task",
    (copy) => copy.set("aws_ecs_service", "Backend", { desired_count: 0 }),
    "my-backend-task-service runs no task",
  ],
  [
    "an ACL keeps the backend's port from other zones",
    (copy) => guard(copy, "Private", { ingress: [[80, 80]], egress: [[0, 65535]] }),
    "network ACL PrivateAcl of PrivateSubnet-2 does not let 8080 in from PrivateSubnet-1",
  ],
  [
    "the backend is in another VPC",
    (copy) => {
      copy.add("aws_vpc", "Other", { cidr_block: "10.9.0.0/16", tags: { Name: "other" } });
      copy.add("aws_subnet", "Far", { vpc_id: "${aws_vpc.Other.id}", cidr_block: "10.9.0.0/24" });
      copy.set("aws_ecs_service", "Backend", {
        network_configuration: {
          subnets: ["${aws_subnet.Far.id}"],
          security_groups: [copy.ref("aws_security_group", "Backend", "id")],
        },
      });
    },
    "my-frontend-task-service is in learning-app, my-backend-task-service in other, and no route leads",
  ],
];

it.each(out)("the backend does not reach the internet where %s", (_what, change, stoppedBy) => {
  const passage = whole.with(change).carries({ from: BACKEND, to: "internet", port: 443 });
  expect(passage.carried).toBe(false);
  expect(passage.stoppedBy).toContain(stoppedBy);
});

it.each(across)("the frontend does not reach the backend where %s", (_what, change, stoppedBy) => {
  const passage = whole.with(change).carries({ from: FRONTEND, to: BACKEND, port: 8080 });
  expect(passage.carried).toBe(false);
  expect(passage.stoppedBy).toContain(stoppedBy);
});

describe("a backend with public addresses", () => {
  const open = whole.with((copy) => {
    copy.set("aws_ecs_service", "Backend", {
      network_configuration: {
        assign_public_ip: true,
        subnets: ["a", "b"].map((zone) => copy.ref("aws_subnet", `Network_us-east-1${zone}_Public`, "id")),
        security_groups: [copy.ref("aws_security_group", "Backend", "id")],
      },
    });
    copy.set(INGRESS, "Backend", { referenced_security_group_id: null, cidr_ipv4: "0.0.0.0/0" });
  });

  it("is reached straight from the internet, and an assertion without a port sees it", () => {
    expect(open.carries({ from: "internet", to: BACKEND, port: 8080 }).carried).toBe(true);
    expect(open.carries({ from: "internet", to: BACKEND }).carried).toBe(true);
  });

  it("is not reached while its group is closed", () => {
    const closed = open.with((copy) => copy.remove(INGRESS, "Backend"));
    expect(closed.carries({ from: "internet", to: BACKEND, port: 8080 })).toMatchObject({
      carried: false,
      stoppedBy: expect.stringContaining("BACKEND_SG does not admit 8080 from the internet") as string,
    });
  });
});

it("says that a name is not found, and carries all the same: the address does", () => {
  const unnamed = whole.with((copy) =>
    copy.set("aws_ecs_service", "Backend", { service_connect_configuration: null }),
  );
  const { carried, steps } = unnamed.carries({ from: FRONTEND, to: BACKEND, port: 8080 });
  expect(carried).toBe(true);
  expect(steps.at(-1)).toBe("note: my-backend-task-service has no name in Service Connect");
});

it("reaches an internal load balancer from inside only", () => {
  const internal = whole.with((copy) => {
    copy.set("aws_lb", "", { internal: true });
    copy.set(INGRESS, "FrontDoor_SecurityGroup_From-Internet-80", { cidr_ipv4: "10.0.0.0/16" });
    copy.set(EGRESS, "Backend", { cidr_ipv4: "10.0.0.0/16", from_port: 80, to_port: 80 });
  });
  expect(internal.carries({ from: BACKEND, to: "my-learning-app-alb", port: 80 }).carried).toBe(true);
  expect(internal.carries({ from: FRONTEND, to: "my-learning-app-alb", port: 80 }).carried).toBe(false);
  expect(internal.carries({ from: "internet", to: "my-learning-app-alb" }).carried).toBe(false);
});
