import "../../../traffic/jest";
import { LearningAppStack } from "../../../stacks/learning-app";
import { VoiceAgentStack } from "../../../stacks/voice-agent";
import { newApp } from "../../support/synthesize";
import { Copy } from "./copy";

describe("voice-agent", () => {
  const stack = new VoiceAgentStack(newApp(), "voice-agent");
  const agent = stack.node.findChild("Agent");
  const door = stack.node.findChild("FrontDoor");

  it("carries the internet to the agent, through the load balancer's port 80 alone", () => {
    expect(stack).toCarry({ from: "internet", to: agent, port: 80 });
    expect(stack).not.toCarry({ from: "internet", to: agent, port: 443 });
    expect(stack).not.toCarry({ from: "internet", to: agent, port: 6060 });
  });

  it("carries the load balancer to the agent on 6060 alone", () => {
    expect(stack).toCarry({ from: door, to: agent, port: 6060 });
    expect(stack).not.toCarry({ from: door, to: agent, port: 80 });
  });

  it("lets the agent reach the internet on 443, and nothing else of it", () => {
    expect(stack).toCarry({ from: agent, to: "internet", port: 443 });
    expect(stack).not.toCarry({ from: agent, to: "internet", port: 25 });
    expect(stack).not.toCarry({ from: agent, to: door });
  });

  it("says every step of the way", () => {
    expect(Copy.of(stack).carries({ from: "internet", to: agent, port: 80 })).toEqual({
      carried: true,
      from: "the internet",
      to: "Agent",
      steps: [
        "Fargate-ALB is internet-facing",
        "internet → InternetGateway by route 0.0.0.0/0 of PublicRouteTable (us-east-1a and us-east-1b)",
        "ALB-SG admits 80 from the internet",
        "listener HTTP:80 forwards to Fargate-TG",
        "Agent is registered with Fargate-TG on 6060",
        "ALB-SG may talk to 6060 of Fargate-SG",
        "Fargate-SG admits 6060 from ALB-SG",
        "container Agent listens on 6060",
      ],
    });
  });

  it("says which gateway leads out of which zone", () => {
    expect(Copy.of(stack).carries({ from: agent, to: "internet", port: 443 }).steps).toEqual([
      "Fargate-SG may talk to 443 on the internet",
      "route 0.0.0.0/0 of PrivateRouteTable-1 → Nat-us-east-1a (us-east-1a)",
      "route 0.0.0.0/0 of PublicRouteTable → InternetGateway → internet (us-east-1a and us-east-1b)",
      "route 0.0.0.0/0 of PrivateRouteTable-2 → Nat-us-east-1a (us-east-1b)",
    ]);
  });
});

describe("voice-agent on day 9", () => {
  const stack = new VoiceAgentStack(newApp(), "voice-agent", { day: 9 });
  const door = stack.node.findChild("FrontDoor");

  it("carries the internet to the listener, and says that nobody is behind it", () => {
    expect(stack).toCarry({ from: "internet", to: door, port: 80 });
    expect(Copy.of(stack).carries({ from: "internet", to: door, port: 80 }).steps.slice(-2)).toEqual([
      "listener HTTP:80 forwards to Fargate-TG",
      "nobody is registered with Fargate-TG: requests to it get a 503",
    ]);
  });

  it("admits 443 already, where nobody listens yet", () => {
    expect(stack).toCarry({ from: "internet", to: "ALB-SG", port: 443 });
    expect(stack).not.toCarry({ from: "internet", to: door, port: 443 });
  });
});

describe("learning-app", () => {
  const stack = new LearningAppStack(newApp(), "learning-app");
  const [frontend, backend, door] = ["Frontend", "Backend", "FrontDoor"].map((id) =>
    stack.node.findChild(id),
  );

  it("carries the internet to the frontend", () => {
    expect(stack).toCarry({ from: "internet", to: frontend!, port: 80 });
  });

  it("carries neither the internet nor the load balancer to the backend, on any port", () => {
    expect(stack).not.toCarry({ from: "internet", to: backend! });
    expect(stack).not.toCarry({ from: "internet", to: "BACKEND_SG" });
    expect(stack).not.toCarry({ from: door!, to: backend! });
    expect(stack).not.toCarry({ from: "ALB_SG", to: "BACKEND_SG" });
  });

  it("carries the frontend to the backend on 8080, and not back", () => {
    expect(stack).toCarry({ from: frontend!, to: backend!, port: 8080 });
    expect(stack).not.toCarry({ from: frontend!, to: backend!, port: 80 });
    expect(stack).not.toCarry({ from: backend!, to: frontend! });
  });

  it("says under which name the frontend finds the backend", () => {
    const { steps } = Copy.of(stack).carries({ from: frontend!, to: backend!, port: 8080 });
    expect(steps).toEqual([
      "FRONTEND_SG may talk to 8080 of BACKEND_SG",
      "BACKEND_SG admits 8080 from FRONTEND_SG",
      "container Backend listens on 8080",
      "Service Connect finds it as backend:8080",
    ]);
  });
});
