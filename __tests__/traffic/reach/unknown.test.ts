import { VoiceAgentStack } from "../../../stacks/voice-agent";
import { newApp } from "../../support/synthesize";
import { Copy } from "./copy";

const whole = Copy.of(new VoiceAgentStack(newApp(), "voice-agent"));
const question = { from: "internet", to: "voice-agent/Agent", port: 80 };
const INGRESS = "aws_vpc_security_group_ingress_rule";

describe("says unknown, and what is, where", () => {
  it.each<[string, (copy: Copy) => void, string]>([
    [
      "a rule's block is a variable",
      (copy) => copy.set(INGRESS, "FrontDoor_SecurityGroup_From-Internet-80", { cidr_ipv4: "${var.office}" }),
      "not known: whether ALB-SG admits 80 from the internet",
    ],
    [
      "a rule admits a prefix list",
      (copy) =>
        copy.set(INGRESS, "FrontDoor_SecurityGroup_From-Internet-80", {
          cidr_ipv4: null,
          prefix_list_id: "${data.aws_ec2_managed_prefix_list.cloudfront.id}",
        }),
      "not known: whether ALB-SG admits 80 from the internet",
    ],
    [
      "the load balancer's subnets are variables",
      (copy) => copy.set("aws_lb", "", { subnets: "${var.subnets}" }),
      "not known: whether it can pass the subnets of Fargate-ALB that are not known",
    ],
    [
      "the listener's port is a variable",
      (copy) => copy.set("aws_lb_listener", "", { port: "${var.port}" }),
      "not known: whether Fargate-ALB has a listener on 80",
    ],
    [
      "the listener's target group is a variable",
      (copy) =>
        copy.set("aws_lb_listener", "", {
          default_action: [{ type: "forward", target_group_arn: "${var.group}" }],
        }),
      "not known: whether listener HTTP:80 forwards to a target group of Agent",
    ],
    [
      "the containers are a variable",
      (copy) => copy.set("aws_ecs_task_definition", "", { container_definitions: "${var.containers}" }),
      "not known: whether a container of Agent listens on 6060",
    ],
    [
      "the load balancer has a count",
      (copy) => copy.set("aws_lb", "", { count: "${var.enabled ? 1 : 0}" }),
      "not known: whether",
    ],
    [
      "a public route leads through a firewall",
      (copy) =>
        copy.set("aws_route", "Network_InternetRoute", {
          gateway_id: null,
          vpc_endpoint_id: "${var.firewall}",
        }),
      "what PublicRouteTable leads to by vpc_endpoint_id ends at an internet gateway",
    ],
    [
      "the tasks' group is handed to a module that may add rules, and has none of its own",
      (copy) => {
        copy.remove(INGRESS, "Agent");
        copy.handOut({ groups: [copy.ref("aws_security_group", "Agent", "id")] });
      },
      "not known: whether Fargate-SG admits 6060 from ALB-SG",
    ],
  ])("%s", (_what, change, stoppedBy) => {
    const passage = whole.with(change).carries(question);
    expect(passage.carried).toBe("unknown");
    expect(passage.stoppedBy).toContain(stoppedBy);
  });
});

it("says no where something certain is closed, whatever else is not known", () => {
  const both = whole.with((copy) => {
    copy.set("aws_lb", "", { subnets: "${var.subnets}" });
    copy.remove(INGRESS, "Agent");
  });
  expect(both.carries(question)).toMatchObject({
    carried: false,
    stoppedBy: expect.stringContaining("Fargate-SG does not admit 6060") as string,
  });
});
