import { HttpListener, type AwsStack, type FargateServiceProps } from "../../../modules";
import { cluster, door, service, targets } from "../../support/parts";
import { codesOf, synthesize } from "../../support/synthesize";

const alone =
  (props: Partial<FargateServiceProps> = {}) =>
  (stack: AwsStack) =>
    service(stack, cluster(stack), { ...props, container: {} });
const made = (props: Partial<FargateServiceProps> = {}) => synthesize(alone(props)).only("aws_ecs_service");

describe("who releases", () => {
  it("is Terraform, which fails an apply that was rolled back and ignores nothing", () => {
    for (const service of [made(), made({ releases: "terraform" })]) {
      expect(service.list("lifecycle.postcondition")).toHaveLength(1);
      expect(service.at("lifecycle.ignore_changes")).toBeUndefined();
    }
  });

  it("may be a pipeline: then Terraform leaves alone which task definition runs, and nothing else", () => {
    const service = made({ releases: "pipeline" });
    expect(service.at("lifecycle")).toEqual({ ignore_changes: ["task_definition"] });
    expect(service.at("task_definition")).toBe(made().at("task_definition"));
    expect(service.at("wait_for_steady_state")).toBe(true);
  });

  it("is nobody else", () => {
    expect(codesOf(alone({ releases: "codedeploy" as "pipeline" }))).toEqual(["FY463"]);
  });
});

describe("a program that stops", () => {
  const stopping =
    (deregistrationDelaySec: number | undefined, stopTimeoutSec?: number) => (scope: AwsStack) => {
      const home = cluster(scope);
      const group = targets(scope, home.network, { deregistrationDelaySec });
      new HttpListener(scope, "Http", { loadBalancer: door(scope, home.network), forwardTo: group });
      const container = stopTimeoutSec === undefined ? {} : { stopTimeoutSec };
      service(scope, home, { targetGroup: group, container });
    };
  const seconds = (...args: Parameters<typeof stopping>): number => {
    const text = synthesize(stopping(...args))
      .only("aws_ecs_task_definition")
      .text("container_definitions");
    return Number(/"stopTimeout":(\d+)/.exec(text)?.[1]);
  };

  it.each([
    [undefined, 60],
    [0, 60],
    [60, 60],
    [61, 61],
    [120, 120],
    [300, 120],
  ])("has, with a drain of %p s, %d s, up to what Fargate allows", (delay, stop) => {
    expect(seconds(delay)).toBe(stop);
  });

  it.each([
    [30, 30],
    [90, 100],
    [300, 120],
  ])("may have its own choice with a drain of %d s: %d s", (delay, stop) => {
    expect(seconds(delay, stop)).toBe(stop);
  });

  it.each([
    [30, 29],
    [90, 60],
    [300, 119],
  ])("fails with a drain of %d s and %d s of its own", (delay, stop) => {
    expect(codesOf(stopping(delay, stop))).toEqual(["FY462"]);
  });
});
