import { VoiceAgentStack, type VoiceAgentProps } from "../../stacks/voice-agent";
import { parse } from "../support/json";
import { newApp, synthesizeStack, type Synthesized } from "../support/synthesize";
import { fill } from "../support/template";
import { expectAddresses } from "../support/golden";
import { rulesOf } from "../support/traffic-rules";

const made = (props?: VoiceAgentProps): Synthesized =>
  synthesizeStack(new VoiceAgentStack(newApp(), "voice-agent", props));
const namesOf = (stack: Synthesized, type: string): unknown[] =>
  stack.resources(type).map((each) => each.at("name") ?? each.at("tags.Name"));

const whole = made();
const day9 = made({ day: 9 });

describe("voice-agent", () => {
  it("keeps its addresses", () => {
    expectAddresses(whole.addresses(), "voice-agent.addresses.txt");
  });

  it("has the walkthrough's subnets in us-east-1a and us-east-1b", () => {
    expect(whole.at("provider.aws.0.region")).toBe("us-east-1");
    expect(
      whole.resources("aws_subnet").map((subnet) => [subnet.at("tags.Name"), subnet.at("availability_zone")]),
    ).toEqual([
      ["PrivateSubnet-1", "us-east-1a"],
      ["PublicSubnet-1", "us-east-1a"],
      ["PrivateSubnet-2", "us-east-1b"],
      ["PublicSubnet-2", "us-east-1b"],
    ]);
  });

  it("has ALB-SG and Fargate-SG, and no other group", () => {
    expect(namesOf(whole, "aws_security_group").sort()).toEqual(["ALB-SG", "Fargate-SG"]);
  });

  it("opens 80 and 443 to anyone, 6060 to ALB-SG, and nothing else", () => {
    expect(rulesOf(whole)).toEqual([
      "ALB-SG in tcp 443 from 0.0.0.0/0",
      "ALB-SG in tcp 80 from 0.0.0.0/0",
      "ALB-SG out tcp 6060 to Fargate-SG",
      "Fargate-SG in tcp 6060 from ALB-SG",
      "Fargate-SG out tcp 443 to 0.0.0.0/0",
    ]);
  });

  it("has no rule that hides in a group or in a resource of another kind", () => {
    for (const group of whole.resources("aws_security_group")) {
      expect(group.at("ingress")).toBeUndefined();
      expect(group.at("egress")).toBeUndefined();
    }
    expect(whole.resources("aws_security_group_rule")).toEqual([]);
  });

  it("has Fargate-TG: ip, HTTP:6060, HTTP1, IPv4, /health", () => {
    expect(whole.only("aws_lb_target_group").values).toMatchObject({
      name: "Fargate-TG",
      target_type: "ip",
      protocol: "HTTP",
      port: 6060,
      protocol_version: "HTTP1",
      ip_address_type: "ipv4",
      health_check: {
        protocol: "HTTP",
        path: "/health",
        port: "traffic-port",
        interval: 30,
        timeout: 5,
        matcher: "200",
      },
    });
  });

  it("has Fargate-ALB: internet-facing, IPv4, in both public subnets, with ALB-SG only, silent for an hour", () => {
    expect(whole.only("aws_lb").values).toMatchObject({
      name: "Fargate-ALB",
      internal: false,
      ip_address_type: "ipv4",
      load_balancer_type: "application",
      subnets: ["a", "b"].map((zone) =>
        whole.named("aws_subnet", `Network_us-east-1${zone}_PublicSubnet`).ref("id"),
      ),
      security_groups: [whole.named("aws_security_group", "FrontDoor").ref("id")],
      idle_timeout: 3600,
    });
  });

  it("has HTTP:80 that forwards to Fargate-TG", () => {
    expect(whole.only("aws_lb_listener").values).toMatchObject({
      port: 80,
      protocol: "HTTP",
      default_action: [{ type: "forward", target_group_arn: whole.only("aws_lb_target_group").ref("arn") }],
    });
  });

  it("has a service on 6060 in the private subnets, without public addresses", () => {
    const service = whole.only("aws_ecs_service");
    expect(service.at("load_balancer.0.container_port")).toBe(6060);
    expect(service.at("network_configuration.assign_public_ip")).toBe(false);
    expect(service.at("network_configuration.subnets")).toEqual(
      ["a", "b"].map((zone) => whole.named("aws_subnet", `Network_us-east-1${zone}_PrivateSubnet`).ref("id")),
    );
    expect(service.at("desired_count")).toBe("${var.agent_desired_count}");
  });

  it("answers on its port and health path with nothing set: the stand-in answers every path", () => {
    const image = whole.at("variable.agent_image.default");
    const definition = whole.only("aws_ecs_task_definition").text("container_definitions");
    expect(parse(fill(definition, { agent_image: image }))).toMatchObject([
      {
        image,
        command: ["caddy", "respond", "--listen", ":6060", "--body", '{"status":"healthy"}'],
        portMappings: [{ containerPort: 6060 }],
      },
    ]);
  });

  it("says its url and its load balancer's name", () => {
    const name = whole.only("aws_lb").ref("dns_name");
    expect(whole.at("output")).toEqual({
      url: { value: `http://${name}` },
      load_balancer_dns_name: { value: name },
    });
  });
});

describe("voice-agent on day 9", () => {
  it("keeps its addresses", () => {
    expectAddresses(day9.addresses(), "voice-agent-day-9.addresses.txt");
  });

  it("has load balancer, listener and target group, and nothing of ECS", () => {
    const types = day9.types();
    expect(types).toEqual(expect.arrayContaining(["aws_lb", "aws_lb_listener", "aws_lb_target_group"]));
    expect(types.filter((type) => /ecs|iam|cloudwatch|service_discovery/.test(type))).toEqual([]);
    expect(day9.at("variable")).toBeUndefined();
  });

  it("has ALB-SG alone, open on 80 and 443, with nobody behind", () => {
    expect(namesOf(day9, "aws_security_group")).toEqual(["ALB-SG"]);
    expect(rulesOf(day9)).toEqual(["ALB-SG in tcp 443 from 0.0.0.0/0", "ALB-SG in tcp 80 from 0.0.0.0/0"]);
  });

  it("is a step on the way: day 13 changes none of its resources", () => {
    for (const type of day9.types())
      for (const { address, values } of day9.resources(type))
        expect(whole.resources(type).find((other) => other.address === address)?.values).toEqual(values);
  });

  it("is the same on each day before the service, and after it nothing changes", () => {
    expect(made({ day: 12 }).document).toEqual(day9.document);
    expect(made({ day: 14 }).document).toEqual(whole.document);
  });
});
