import type { AwsStack, Capacity, FargateServiceProps } from "../../../modules";
import { cluster, service } from "../../support/parts";
import { codesOf, synthesize } from "../../support/synthesize";

const alone =
  (props: Partial<FargateServiceProps> = {}) =>
  (stack: AwsStack) =>
    service(stack, cluster(stack), { ...props, container: {} });
const made = (capacity?: Capacity) => synthesize(alone({ capacity })).only("aws_ecs_service");

describe("where tasks run", () => {
  it("is on demand as long as nobody says anything, and an update is no deployment then", () => {
    expect(made().at("capacity_provider_strategy")).toEqual([{ capacity_provider: "FARGATE", weight: 1 }]);
    expect(made().values).not.toHaveProperty("force_new_deployment");
  });

  it.each([
    ["on-demand", "FARGATE"],
    ["spot", "FARGATE_SPOT"],
  ] as const)("is %s by name, which the provider changes in place", (capacity, provider) => {
    expect(made(capacity).at("capacity_provider_strategy")).toEqual([
      { capacity_provider: provider, weight: 1 },
    ]);
    expect(made(capacity).at("force_new_deployment")).toBe(true);
  });

  it("may be some of both: so many that stay, and a share of the rest on Spot", () => {
    const service = made({ base: 2, spotPercent: 75 });
    expect(service.at("capacity_provider_strategy")).toEqual([
      { base: 2, capacity_provider: "FARGATE", weight: 25 },
      { capacity_provider: "FARGATE_SPOT", weight: 75 },
    ]);
    expect(service.at("force_new_deployment")).toBe(true);
  });

  it("may be Spot for all but the base", () => {
    expect(made({ base: 1, spotPercent: 100 }).at("capacity_provider_strategy.0")).toEqual({
      base: 1,
      capacity_provider: "FARGATE",
      weight: 0,
    });
  });

  it.each([
    [{ base: -1, spotPercent: 50 }, "FY460"],
    [{ base: 1.5, spotPercent: 50 }, "FY460"],
    [{ base: 100001, spotPercent: 50 }, "FY460"],
    [{ base: 0, spotPercent: 0 }, "FY461"],
    [{ base: 0, spotPercent: 101 }, "FY461"],
    ["cheap" as "spot", "FY427"],
    [null as unknown as "spot", "FY018"],
    [5 as unknown as "spot", "FY018"],
  ])("fails as %j", (capacity, code) => {
    expect(codesOf(alone({ capacity }))).toEqual([code]);
  });
});
