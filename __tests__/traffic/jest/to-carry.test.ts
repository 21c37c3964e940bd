import "../../../traffic/jest";
import { TerraformStack } from "cdktf";
import { VoiceAgentStack } from "../../../stacks/voice-agent";
import { landscape } from "../../../traffic/model";
import { readTerraform } from "../../../traffic/terraform";
import { newApp } from "../../support/synthesize";
import { Copy } from "../reach/copy";

const stack = new VoiceAgentStack(newApp(), "voice-agent");
const whole = Copy.of(stack);
const question = { from: "internet", to: "Agent", port: 80 };

const failureOf = (assertion: () => void): string => {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the assertion holds");
};

describe("toCarry takes", () => {
  it("a stack", () => {
    expect(stack).toCarry(question);
  });

  it("the text of Terraform JSON", () => {
    expect(whole.text).toCarry(question);
  });

  it("a landscape", () => {
    expect(landscape(readTerraform(whole.text))).toCarry(question);
  });

  it("nothing else", () => {
    expect(() => expect(42).toCarry(question)).toThrow("takes a CDKTF stack, the text of Terraform JSON");
    expect(() => expect("no JSON").toCarry(question)).toThrow("is not JSON");
    expect(() => expect(new TerraformStack(newApp(), "empty")).toCarry(question)).toThrow("nobody here is");
  });
});

describe("a failure", () => {
  it("prints the path as far as it got, what stopped it, and the fix", () => {
    const broken = whole.with((copy) => copy.remove("aws_vpc_security_group_ingress_rule", "Agent"));
    expect(failureOf(() => expect(broken.text).toCarry(question))).toBe(
      `expected traffic from the internet to Agent on port 80, but it is stopped:

  ✓ Fargate-ALB is internet-facing
  ✓ internet → InternetGateway by route 0.0.0.0/0 of PublicRouteTable (us-east-1a and us-east-1b)
  ✓ ALB-SG admits 80 from the internet
  ✓ listener HTTP:80 forwards to Fargate-TG
  ✓ Agent is registered with Fargate-TG on 6060
  ✓ ALB-SG may talk to 6060 of Fargate-SG
  ✗ Fargate-SG does not admit 6060 from ALB-SG
    fix: add to Fargate-SG an ingress rule for TCP 6060 from ALB-SG`,
    );
  });

  it("of a negation prints the way that there is", () => {
    const message = failureOf(() => expect(stack).not.toCarry({ from: "internet", to: "Agent" }));
    expect(message).toMatch(
      /^expected no traffic from the internet to Agent on any port, but there is a way:/,
    );
    expect(message).toMatch(/✓ Agent is reached$/);
  });

  it("comes of what is not known, for an assertion and its negation alike", () => {
    const open = whole.with((copy) => copy.set("aws_lb", "", { subnets: "${var.subnets}" }));
    const unknown = "? not known: whether it can pass the subnets of Fargate-ALB that are not known";
    expect(failureOf(() => expect(open.text).toCarry(question))).toContain(unknown);
    expect(failureOf(() => expect(open.text).not.toCarry(question))).toContain(unknown);
  });

  it("comes of a way that is open in one zone and closed in the other, for both as well", () => {
    const half = whole.with((copy) =>
      copy.remove("aws_route_table_association", "Network_us-east-1b_PublicRoutes"),
    );
    const closed = "✗ in us-east-1b, main route table of voice-agent has no route to an internet gateway";
    expect(failureOf(() => expect(half.text).toCarry(question))).toContain(closed);
    const negated = failureOf(() => expect(half.text).not.toCarry(question));
    expect(negated).toContain("but it is stopped in some zones only:");
    expect(negated).toContain(closed);
  });
});
