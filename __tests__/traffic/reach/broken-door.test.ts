import { VoiceAgentStack } from "../../../stacks/voice-agent";
import { newApp } from "../../support/synthesize";
import { guard } from "./access-lists";
import { Copy } from "./copy";

const whole = Copy.of(new VoiceAgentStack(newApp(), "voice-agent"));
const INGRESS = "aws_vpc_security_group_ingress_rule";
const EPHEMERAL = [1024, 65535] as const;

type Broken = [what: string, change: (copy: Copy) => void, stoppedBy: string];

const before: Broken[] = [
  [
    "the internet route is missing",
    (copy) => copy.remove("aws_route", "Network_InternetRoute"),
    "in us-east-1a and us-east-1b, PublicRouteTable has no route to an internet gateway: add a route 0.0.0.0/0",
  ],
  [
    "one public subnet is associated with no table",
    (copy) => copy.remove("aws_route_table_association", "Network_us-east-1b_PublicRoutes"),
    "in us-east-1b, main route table of voice-agent has no route to an internet gateway",
  ],
  [
    "one public subnet is associated with a private table",
    (copy) =>
      copy.set("aws_route_table_association", "Network_us-east-1a_PublicRoutes", {
        route_table_id: copy.ref("aws_route_table", "Network_us-east-1a", "id"),
      }),
    "in us-east-1a, PublicSubnet-1 is private: PrivateRouteTable-1 leads out by a NAT gateway, and nobody in",
  ],
  [
    "the load balancer is in private subnets",
    (copy) =>
      copy.set("aws_lb", "", {
        subnets: ["a", "b"].map((zone) => copy.ref("aws_subnet", `Network_us-east-1${zone}_Private`, "id")),
      }),
    "PrivateSubnet-1 is private",
  ],
  [
    "the gateway is in another VPC",
    (copy) => {
      copy.add("aws_vpc", "Other", { cidr_block: "10.9.0.0/16" });
      copy.set("aws_internet_gateway", "", { vpc_id: "${aws_vpc.Other.id}" });
    },
    "InternetGateway belongs to another VPC than PublicSubnet-1",
  ],
  [
    "the load balancer is internal",
    (copy) => copy.set("aws_lb", "", { internal: true }),
    "Fargate-ALB is internal: its addresses are private: set internal to false",
  ],
  [
    "the load balancer's group does not admit the listener's port",
    (copy) => copy.remove(INGRESS, "FrontDoor_SecurityGroup_From-Internet-80"),
    "ALB-SG does not admit 80 from the internet: add to ALB-SG an ingress rule for TCP 80 from 0.0.0.0/0",
  ],
  [
    "the load balancer's group admits a few addresses only",
    (copy) => copy.set(INGRESS, "FrontDoor_SecurityGroup_From-Internet-80", { cidr_ipv4: "203.0.113.0/24" }),
    "ALB-SG does not admit 80 from the internet",
  ],
  [
    "an ACL keeps the port out of the public subnets",
    (copy) => guard(copy, "Public", { ingress: [EPHEMERAL], egress: [[0, 65535]] }),
    "in us-east-1a, network ACL PublicAcl of PublicSubnet-1 does not let 80 in from the internet: allow TCP 80",
  ],
  [
    "an ACL keeps answers in the public subnets",
    (copy) => guard(copy, "Public", { ingress: [[0, 65535]], egress: [[6060, 6060]] }),
    "does not let answers (1024-65535) out to the internet",
  ],
];

const listener: Broken[] = [
  [
    "the listener is on another port",
    (copy) => copy.set("aws_lb_listener", "", { port: 8080 }),
    "Fargate-ALB listens on 8080, not on 80: add a listener on 80",
  ],
  ["there is no listener", (copy) => copy.remove("aws_lb_listener"), "Fargate-ALB has no listener"],
  [
    "the listener redirects only",
    (copy) =>
      copy.set("aws_lb_listener", "", {
        default_action: [
          { type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } },
        ],
      }),
    "listener HTTP:80 forwards to nobody: it redirects to HTTPS:443",
  ],
  [
    "the listener answers itself",
    (copy) =>
      copy.set("aws_lb_listener", "", {
        default_action: [
          { type: "fixed-response", fixed_response: { status_code: "404", content_type: "text/plain" } },
        ],
      }),
    "listener HTTP:80 forwards to nobody: it answers 404 itself",
  ],
  [
    "the listener forwards to another group",
    (copy) => {
      copy.add("aws_lb_target_group", "Other", {
        ...copy.one("aws_lb_target_group"),
        tags: { Name: "Other-TG" },
      });
      copy.set("aws_lb_listener", "", {
        default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.Other.arn}" }],
      });
    },
    "listener HTTP:80 forwards to Other-TG, and Agent is registered with Fargate-TG only",
  ],
  [
    "a rule takes every request before the listener's own action",
    (copy) =>
      copy.add("aws_lb_listener_rule", "All", {
        listener_arn: copy.ref("aws_lb_listener", "", "arn"),
        priority: 1,
        condition: [{ path_pattern: { values: ["/*"] } }],
        action: [
          { type: "fixed-response", fixed_response: { status_code: "410", content_type: "text/plain" } },
        ],
      }),
    "listener HTTP:80 forwards to nobody: it answers 410 itself",
  ],
  [
    "the group's weight is 0",
    (copy) =>
      copy.set("aws_lb_listener", "", {
        default_action: [
          {
            type: "forward",
            forward: { target_group: [{ arn: copy.ref("aws_lb_target_group", "", "arn"), weight: 0 }] },
          },
        ],
      }),
    "listener HTTP:80 sends nothing to Fargate-TG: its weight is 0",
  ],
];

const ask = (copy: Copy) => copy.carries({ from: "internet", to: "voice-agent/Agent", port: 80 });

it.each([...before, ...listener])("the agent is not reached where %s", (_what, change, stoppedBy) => {
  const passage = ask(whole.with(change));
  expect(passage.carried).toBe(false);
  expect(passage.stoppedBy).toContain(stoppedBy);
});
