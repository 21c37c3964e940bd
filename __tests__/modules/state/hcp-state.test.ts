import { TerraformOutput } from "cdktf";
import { AwsStack, hcpState, type HcpStateProps } from "../../../modules";
import { network } from "../../support/parts";
import { newApp, problemsIn, synthesize, synthesizeStack } from "../../support/synthesize";

const nothing = (): void => undefined;
const written = (props: Partial<HcpStateProps> = {}) =>
  synthesize(nothing, { stack: { state: hcpState({ organization: "acme", ...props }) } });
const codesFor = (props: Partial<HcpStateProps>): string[] => {
  const app = newApp();
  new AwsStack(app, "test", { region: "us-east-1", state: hcpState({ organization: "acme", ...props }) });
  return problemsIn(app).map(({ code }) => code);
};

describe("a state in HCP Terraform", () => {
  it("is a workspace with the name of the stack, and no backend stands beside it", () => {
    const stack = written();
    expect(stack.at("terraform.cloud")).toEqual({ organization: "acme", workspaces: { name: "test" } });
    expect(stack.at("terraform.backend")).toBeUndefined();
  });

  it("takes every setting under Terraform's name", () => {
    const settings = { workspace: "prod-{stack}", project: "Front door", hostname: "tfe.example.com" };
    expect(written(settings).at("terraform.cloud")).toEqual({
      organization: "acme",
      hostname: "tfe.example.com",
      workspaces: { name: "prod-test", project: "Front door" },
    });
  });

  it("takes tags in place of a name", () => {
    expect(written({ tags: ["shop", "env:prod"] }).at("terraform.cloud.workspaces")).toEqual({
      tags: ["shop", "env:prod"],
    });
  });

  it("starts no Terraform to synthesize", () => {
    const { PATH: before } = process.env;
    process.env["PATH"] = "/nowhere";
    expect(codesFor({})).toEqual([]);
    process.env["PATH"] = before;
  });
});

describe("several stacks", () => {
  const pair = (props: Partial<HcpStateProps>) => {
    const app = newApp();
    const state = hcpState({ organization: "acme", ...props });
    const producer = new AwsStack(app, "network", { region: "us-east-1", state });
    const reader = new AwsStack(app, "shop", { region: "us-east-1", state });
    new TerraformOutput(reader, "vpc_id", { value: network(producer).vpcId });
    return { app, reader };
  };

  it("read each other by workspace", () => {
    const data = "data.terraform_remote_state.cross-stack-reference-input-network";
    expect(synthesizeStack(pair({ workspace: "prod-{stack}" }).reader).at(data)).toEqual({
      backend: "remote",
      config: { organization: "acme", workspaces: { name: "prod-network" } },
    });
  });

  it("fail where one reads another whose workspace is told by tags", () => {
    const { app } = pair({ tags: ["all"] });
    expect(problemsIn(app).map(({ code, path }) => `${code} ${path}`)).toEqual(["FY916 shop"]);
  });

  it("fail with one workspace for two", () => {
    expect(problemsIn(pair({ workspace: "all" }).app).map(({ code, path }) => `${code} ${path}`)).toEqual([
      "FY019 shop",
    ]);
  });
});

describe("bad input", () => {
  it.each(["", "Acme Inc", "acme/shop", "https://acme"])("fails with the organization %j", (organization) => {
    expect(codesFor({ organization })).toEqual(["FY910"]);
  });

  it.each(["", "my shop", "{Stack}", "shop.prod", "x".repeat(91)])(
    "fails with the workspace %j",
    (workspace) => {
      expect(codesFor({ workspace })).toEqual(["FY911"]);
    },
  );

  it("fails where the stack's id makes a workspace's name that is none", () => {
    const app = newApp();
    new AwsStack(app, "shop.eu", { region: "us-east-1", state: hcpState({ organization: "acme" }) });
    expect(problemsIn(app).map(({ code }) => code)).toEqual(["FY911"]);
  });

  it.each([[[]], [[""]], [["a b"]], [["x".repeat(256)]]])("fails with the tags %.30j", (tags) => {
    expect(codesFor({ tags })).toEqual(["FY912"]);
  });

  it("fails with a name and tags", () => {
    expect(codesFor({ workspace: "a", tags: ["a"] })).toEqual(["FY913"]);
  });

  it.each(["ab", " abc", "abc ", "a/b", "x".repeat(41)])("fails with the project %j", (project) => {
    expect(codesFor({ project })).toEqual(["FY914"]);
  });

  it.each(["", "https://tfe.example.com", "tfe.example.com/x", "a b", "-a"])(
    "fails with the host %j",
    (hostname) => {
      expect(codesFor({ hostname })).toEqual(["FY915"]);
    },
  );

  it.each(["app.terraform.io", "app.eu.terraform.io", "localhost:8443"])(
    "passes with the host %j",
    (hostname) => {
      expect(codesFor({ hostname })).toEqual([]);
    },
  );

  it("fails with tags that are no list", () => {
    expect(() => codesFor({ tags: "shop" as unknown as string[] })).toThrow(/FY018 .*state\.tags/);
  });
});
