import { backendOverride, foreignStates } from "../../../cli/rehearse/steps/backend-override";
import { errorText } from "../../../cli/terraform/error-text";
import { OneAtATime } from "../../../cli/rehearse/steps/one-at-a-time";
import { planDifferences } from "../../../cli/terraform/plan-differences";
import { countResources, regionOf } from "../../../cli/rehearse/steps/verify";
import { awsSettings, terraformEnvironment } from "../../../cli/terraform/terraform-environment";

describe("Terraform's environment", () => {
  const users = {
    PATH: "/bin",
    TF_VAR_agent_image: "mine",
    AWS_PROFILE: "production",
    TF_TOKEN_app_terraform_io: "real",
    TF_CLOUD_ORGANIZATION: "acme",
    AWS_ENDPOINT_URL_S3: "https://elsewhere",
    AWS_SESSION_TOKEN: "real",
    TF_WORKSPACE: "production",
    TF_CLI_ARGS_apply: "-lock=false",
    TF_DATA_DIR: "/elsewhere",
  };
  const settings = awsSettings({ url: "http://127.0.0.1:1", region: "eu-west-1", folder: "/work" });
  const env = terraformEnvironment(users, settings);

  it("keeps what the user sets for the stack", () => {
    expect(env).toMatchObject({ PATH: "/bin", TF_VAR_agent_image: "mine" });
  });

  it("lets nothing through that could lead to real AWS or to other state", () => {
    for (const name of Object.keys(users).filter((name) => /^(AWS_|TF_(?!VAR))/.test(name))) {
      expect(env).not.toHaveProperty(name);
    }
    expect(env).toMatchObject({ AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_REGION: "eu-west-1" });
    expect(env["AWS_CONFIG_FILE"]).toMatch(/^\/work\//);
  });
});

describe("state that is kept elsewhere", () => {
  const local = { terraform: { backend: { local: { path: "../../../terraform.shop.tfstate" } } } };

  it.each([
    ["S3", { backend: { s3: { bucket: "states" } } }],
    ["HCP Terraform", { cloud: { organization: "us" } }],
  ])("%s is overridden by a local file", (_, terraform) => {
    expect(backendOverride("shop", { terraform })).toEqual(local);
  });

  it("a local file stays as it is", () => {
    expect(backendOverride("shop", local)).toBeUndefined();
    expect(backendOverride("shop", { terraform: {} })).toBeUndefined();
  });

  it("a file of the project, as CDKTF names it, is overridden", () => {
    const terraform = { backend: { local: { path: "/work/terraform.shop.tfstate" } } };
    expect(backendOverride("shop", { terraform })).toEqual(local);
  });
});

describe("states that a stack reads", () => {
  const reading = (backend: string) => ({ data: { terraform_remote_state: { other: { backend } } } });

  it.each(["s3", "remote", "http"])("are foreign in %s", (backend) => {
    expect(foreignStates(reading(backend))).toEqual([`other in ${backend}`]);
  });

  it("are the rehearsal's own in a local file", () => {
    expect(foreignStates(reading("local"))).toEqual([]);
    expect(foreignStates({})).toEqual([]);
  });

  it("are foreign in a file of the project", () => {
    const other = { backend: "local", config: { path: "/work/terraform.other.tfstate" } };
    expect(foreignStates({ data: { terraform_remote_state: { other } } })).toEqual(["other in local"]);
  });
});

describe("a second plan", () => {
  const change = (
    actions: string[],
    before: unknown,
    after: unknown,
    unknown = {},
  ): Record<string, unknown> => ({
    actions,
    before,
    after,
    after_unknown: unknown,
  });

  it("that is empty has no differences", () => {
    const plan = {
      resource_changes: [{ address: "aws_vpc.a", change: change(["no-op"], {}, {}) }],
      output_changes: { url: { actions: ["no-op"] } },
    };
    expect(planDifferences(plan)).toEqual([]);
  });

  it("that is not empty is told by address, verb and field", () => {
    const plan = {
      resource_changes: [
        { address: "aws_a.changed", change: change(["update"], { x: 1, y: "same" }, { x: 2, y: "same" }) },
        { address: "aws_b.replaced", change: change(["delete", "create"], { id: "1" }, {}, { id: true }) },
        { address: "aws_c.new", change: change(["create"], null, {}) },
        { address: "aws_d.old", change: change(["delete"], {}, null) },
        { address: "data.aws_e.read", change: change(["read"], null, {}) },
      ],
      output_changes: { url: { actions: ["update"] } },
    };
    expect(planDifferences(plan)).toEqual([
      "aws_a.changed would be changed\n    x: 1 -> 2",
      "aws_b.replaced would be replaced",
      "aws_c.new would be created",
      "aws_d.old would be destroyed",
      "output.url would change",
    ]);
  });

  it("that is long is cut", () => {
    const one = { address: "aws_a.b", change: change(["create"], null, {}) };
    const lines = planDifferences({ resource_changes: Array.from({ length: 40 }, () => one) });
    expect(lines).toHaveLength(31);
    expect(lines.at(-1)).toBe("and 10 more");
  });
});

describe("the text of a failure", () => {
  it("is Terraform's error without its frame", () => {
    const stderr = "╷\n│ Error: no subnet\n│ \n│   with aws_lb.a,\n╵\n";
    expect(errorText({ stdout: "much\n", stderr })).toBe("Error: no subnet\n\n  with aws_lb.a,");
  });

  it("is the end of what was said where there is no such error", () => {
    const stdout = Array.from({ length: 50 }, (_, line) => `line ${line}`).join("\n");
    const text = errorText({ stdout, stderr: "killed" });
    expect(text.split("\n")).toHaveLength(20);
    expect(text).toMatch(/line 49\nkilled$/);
  });
});

it("work in a queue does not overlap, and a failure does not block it", async () => {
  const queue = new OneAtATime();
  const seen: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    if (name === "a") throw new Error("a failed");
  };
  const results = await Promise.allSettled([queue.run(work("a")), queue.run(work("b"))]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

describe("what is read from synthesized JSON", () => {
  it("the region, unless only Terraform will know it", () => {
    const provider = (region: string): { provider: unknown } => ({ provider: { aws: [{ region }] } });
    expect(regionOf(provider("eu-west-1"), "us-east-1")).toBe("eu-west-1");
    expect(regionOf(provider("${var.region}"), "us-east-1")).toBe("us-east-1");
    expect(regionOf({}, "us-east-1")).toBe("us-east-1");
  });

  it("how many resources of a type there are", () => {
    expect(countResources({ resource: { aws_ecs_service: { a: {}, b: {} } } }, "aws_ecs_service")).toBe(2);
    expect(countResources({ resource: {} }, "aws_ecs_service")).toBe(0);
  });
});
