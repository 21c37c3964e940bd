import { VoiceAgentStack } from "../../../stacks/voice-agent";
import { newApp } from "../../support/synthesize";
import { guard } from "./access-lists";
import { Copy } from "./copy";

const whole = Copy.of(new VoiceAgentStack(newApp(), "voice-agent"));
const INGRESS = "aws_vpc_security_group_ingress_rule";
const EGRESS = "aws_vpc_security_group_egress_rule";
const SERVICE = "aws_ecs_service";

type Broken = [what: string, change: (copy: Copy) => void, stoppedBy: string];

const behind: Broken[] = [
  [
    "the service is registered nowhere",
    (copy) => copy.set(SERVICE, "", { load_balancer: [] }),
    "listener HTTP:80 forwards to Fargate-TG, and Agent is registered with no target group: register Agent with Fargate-TG",
  ],
  [
    "the target group takes instances",
    (copy) => copy.set("aws_lb_target_group", "", { target_type: "instance" }),
    'Fargate-TG takes targets of type instance, and tasks of Agent are addresses: set target_type to "ip"',
  ],
  [
    "the target group is in another VPC",
    (copy) => {
      copy.add("aws_vpc", "Other", { cidr_block: "10.9.0.0/16", tags: { Name: "other" } });
      copy.set("aws_lb_target_group", "", { vpc_id: "${aws_vpc.Other.id}" });
    },
    "Fargate-TG is in other, and the tasks of Agent in voice-agent",
  ],
  [
    "the load balancer's group may not talk to the tasks",
    (copy) => copy.remove(EGRESS, "FrontDoor"),
    "ALB-SG may not talk to 6060 of Fargate-SG: add to ALB-SG an egress rule for TCP 6060 to Fargate-SG",
  ],
  [
    "the tasks' group does not admit the load balancer",
    (copy) => copy.remove(INGRESS, "Agent"),
    "Fargate-SG does not admit 6060 from ALB-SG: add to Fargate-SG an ingress rule for TCP 6060 from ALB-SG",
  ],
  [
    "the tasks' group admits another group",
    (copy) =>
      copy.set(INGRESS, "Agent", {
        referenced_security_group_id: copy.ref("aws_default_security_group", "", "id"),
      }),
    "Fargate-SG does not admit 6060 from ALB-SG",
  ],
  [
    "the tasks' group admits UDP",
    (copy) => copy.set(INGRESS, "Agent", { ip_protocol: "udp" }),
    "Fargate-SG does not admit 6060 from ALB-SG",
  ],
  [
    "another container port is registered",
    (copy) =>
      copy.set(SERVICE, "", {
        load_balancer: [
          {
            target_group_arn: copy.ref("aws_lb_target_group", "", "arn"),
            container_name: "Agent",
            container_port: 7070,
          },
        ],
      }),
    "ALB-SG may not talk to 7070 of Fargate-SG",
  ],
  [
    "another container is registered",
    (copy) =>
      copy.set(SERVICE, "", {
        load_balancer: [
          {
            target_group_arn: copy.ref("aws_lb_target_group", "", "arn"),
            container_name: "agent",
            container_port: 6060,
          },
        ],
      }),
    "Agent registers container agent, and its task definition has container Agent",
  ],
  [
    "the container maps another port",
    (copy) =>
      copy.replace(
        "aws_ecs_task_definition",
        "",
        "container_definitions",
        /"containerPort":6060/,
        '"containerPort":7070',
      ),
    "no container of Agent listens on 6060: container Agent maps 7070: map 6060 in portMappings",
  ],
  [
    "the health check asks on a port that is closed",
    (copy) =>
      copy.set("aws_lb_target_group", "", {
        health_check: { path: "/health", port: "9090", protocol: "HTTP" },
      }),
    "the health check of Fargate-TG can't pass: ALB-SG may not talk to 9090 of Fargate-SG",
  ],
  [
    "the service runs no task",
    (copy) => copy.set(SERVICE, "", { desired_count: 0 }),
    "Agent runs no task: its desired count is 0: set desired_count to 1 or more",
  ],
  [
    "an ACL keeps the container's port out of the private subnets",
    (copy) => guard(copy, "Private", { ingress: [[80, 80]], egress: [[0, 65535]] }),
    "network ACL PrivateAcl of PrivateSubnet-1 does not let 6060 in from PublicSubnet-1",
  ],
  [
    "an ACL keeps the tasks' answers in",
    (copy) => guard(copy, "Private", { ingress: [[6060, 6060]], egress: [[443, 443]] }),
    "network ACL PrivateAcl of PrivateSubnet-1 does not let answers (1024-65535) out to PublicSubnet-1",
  ],
];

const ask = (copy: Copy) => copy.carries({ from: "internet", to: "voice-agent/Agent", port: 80 });

it.each(behind)("the agent is not reached where %s", (_what, change, stoppedBy) => {
  const passage = ask(whole.with(change));
  expect(passage.carried).toBe(false);
  expect(passage.stoppedBy).toContain(stoppedBy);
});
