import { readFileSync } from "node:fs";
import { join } from "node:path";
import { carries, type Passage, type Question } from "../../../traffic/reach";
import { landscapeOf } from "../../../traffic/jest/landscape-of";

/** What `terraform show -json` says of the reference stacks before anything is made. */
const plan = (name: string): string => readFileSync(join(__dirname, "fixtures", `${name}.plan.json`), "utf8");
const asked = (text: string, question: Question): Passage => carries(landscapeOf(text), question);

describe("a plan of voice-agent", () => {
  const text = plan("voice-agent");

  it("carries what the stack carries", () => {
    expect(asked(text, { from: "internet", to: "Agent", port: 80 })).toMatchObject({ carried: true });
    expect(asked(text, { from: "Agent", to: "internet", port: 443 })).toMatchObject({ carried: true });
  });

  it("does not carry what the stack does not", () => {
    expect(asked(text, { from: "internet", to: "Agent", port: 6060 }).carried).toBe(false);
    expect(asked(text, { from: "Agent", to: "internet", port: 25 }).carried).toBe(false);
  });

  it("says the same steps as synthesized JSON", () => {
    expect(asked(text, { from: "Fargate-ALB", to: "Agent", port: 6060 }).steps).toEqual([
      "listener HTTP:80 forwards to Fargate-TG",
      "Agent is registered with Fargate-TG on 6060",
      "ALB-SG may talk to 6060 of Fargate-SG",
      "Fargate-SG admits 6060 from ALB-SG",
      "container Agent listens on 6060",
    ]);
  });

  it("sees a wire that the plan breaks", () => {
    const broken = text.replaceAll('"internal": false', '"internal": true');
    expect(asked(broken, { from: "internet", to: "Agent", port: 80 })).toMatchObject({
      carried: false,
      stoppedBy: "Fargate-ALB is internal: its addresses are private: set internal to false",
    });
  });
});

describe("a plan of learning-app", () => {
  const text = plan("learning-app");
  const [frontend, backend] = ["my-frontend-task-service", "my-backend-task-service"];

  it("carries the internet to the frontend, and the frontend to the backend", () => {
    expect(asked(text, { from: "internet", to: frontend, port: 80 }).carried).toBe(true);
    expect(asked(text, { from: frontend, to: backend, port: 8080 }).carried).toBe(true);
  });

  it("carries nobody else to the backend", () => {
    expect(asked(text, { from: "internet", to: backend }).carried).toBe(false);
    expect(asked(text, { from: "my-learning-app-alb", to: backend }).carried).toBe(false);
    expect(asked(text, { from: backend, to: frontend }).carried).toBe(false);
  });
});
