import { VoiceAgentStack } from "../../../stacks/voice-agent";
import { newApp } from "../../support/synthesize";
import { guard } from "./access-lists";
import { Copy } from "./copy";

const whole = Copy.of(new VoiceAgentStack(newApp(), "voice-agent"));
const SERVICE = "aws_ecs_service";
const EPHEMERAL = [1024, 65535] as const;

const ask = (copy: Copy) => copy.carries({ from: "internet", to: "voice-agent/Agent", port: 80 });

describe("the agent is reached all the same", () => {
  it.each<[string, (copy: Copy) => void]>([
    [
      "the target group's own port is another: ECS registers tasks with their container's port",
      (copy) => copy.set("aws_lb_target_group", "", { port: 80 }),
    ],
    [
      "ACLs let the ports through, and answers back",
      (copy) => {
        guard(copy, "Public", { ingress: [[80, 80], EPHEMERAL], egress: [EPHEMERAL] });
        guard(copy, "Private", { ingress: [[6060, 6060]], egress: [EPHEMERAL] });
      },
    ],
    [
      "a rule takes some paths elsewhere",
      (copy) =>
        copy.add("aws_lb_listener_rule", "Old", {
          listener_arn: copy.ref("aws_lb_listener", "", "arn"),
          priority: 1,
          condition: [{ path_pattern: { values: ["/old/*"] } }],
          action: [
            { type: "fixed-response", fixed_response: { status_code: "410", content_type: "text/plain" } },
          ],
        }),
    ],
    ["the count is set at deployment", (copy) => copy.set(SERVICE, "", { desired_count: "${var.count}" })],
    [
      "an ACL refuses a few addresses",
      (copy) => {
        guard(copy, "Public", { ingress: [[0, 65535]], egress: [[0, 65535]] });
        copy.add("aws_network_acl_rule", "Banned", {
          network_acl_id: "${aws_network_acl.PublicAcl.id}",
          rule_number: 1,
          rule_action: "deny",
          protocol: "-1",
          cidr_block: "203.0.113.0/24",
        });
      },
    ],
  ])("%s", (_what, change) => {
    expect(ask(whole.with(change))).toMatchObject({ carried: true });
  });
});

it("a rule that forwards carries where the listener itself only redirects", () => {
  const ruled = whole.with((copy) => {
    copy.set("aws_lb_listener", "", {
      default_action: [
        { type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } },
      ],
    });
    copy.add("aws_lb_listener_rule", "Api", {
      listener_arn: copy.ref("aws_lb_listener", "", "arn"),
      priority: 10,
      condition: [{ path_pattern: { values: ["/api/*"] } }],
      action: [{ type: "forward", target_group_arn: copy.ref("aws_lb_target_group", "", "arn") }],
    });
  });
  expect(ask(ruled).steps).toContain("listener HTTP:80, rule 10 forwards to Fargate-TG");
});
