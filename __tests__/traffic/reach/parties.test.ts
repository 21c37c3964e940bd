import { LearningAppStack } from "../../../stacks/learning-app";
import { newApp, synthesizeStack } from "../../support/synthesize";
import { carries } from "../../../traffic/reach";
import { landscapeOf } from "../../../traffic/jest/landscape-of";
import { Copy } from "./copy";

const stack = new LearningAppStack(newApp(), "learning-app");
const whole = Copy.of(stack);
const backendIs = (to: Parameters<Copy["carries"]>[0]["to"]): string =>
  whole.carries({ from: "internet", to }).to;

describe("a party is named by", () => {
  it.each([
    ["its Terraform address", "aws_ecs_service.Backend_EC8447F5"],
    ["the path of its construct", "learning-app/Backend"],
    ["the path of its resource", "learning-app/Backend/Resource"],
    ["its name in AWS", "my-backend-task-service"],
    ["the last word of its address", "Backend_EC8447F5"],
  ])("%s", (_what, name) => {
    expect(backendIs(name)).toBe("my-backend-task-service");
  });

  it("a construct", () => {
    expect(backendIs(stack.node.findChild("Backend"))).toBe("my-backend-task-service");
  });

  it("a construct that is a load balancer, or a security group", () => {
    expect(backendIs(stack.node.findChild("FrontDoor"))).toBe("my-learning-app-alb");
    expect(backendIs(stack.node.findChild("Backend").node.findChild("SecurityGroup"))).toBe("BACKEND_SG");
  });
});

describe("fails when a party", () => {
  it("is not there, and lists who is", () => {
    expect(() => backendIs("my-backend")).toThrow(
      /nobody here is "my-backend"\. There are:\n {2}learning-app\/Backend\/Resource \(my-backend-task-service\)/,
    );
  });

  it("could be more than one", () => {
    expect(() => backendIs("learning-app")).toThrow(
      '"learning-app" means more than one: aws_ecs_service.Backend_EC8447F5, aws_ecs_service.Frontend_23D93C55.',
    );
  });

  it("is a construct, and the JSON has no construct paths", () => {
    const bare = landscapeOf(JSON.stringify(synthesizeStack(stack).document));
    const ask = () => carries(bare, { from: "internet", to: stack.node.findChild("Backend") });
    expect(ask).toThrow("This JSON has no construct paths");
  });

  it("is the internet at both ends", () => {
    expect(() => whole.carries({ from: "internet", to: "internet" })).toThrow("both ends are the internet");
  });
});
