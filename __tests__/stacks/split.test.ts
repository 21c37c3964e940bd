import "../../traffic/jest";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App, TerraformStack } from "cdktf";
import { hcpState, s3State } from "../../modules";
import { LearningAppStack } from "../../stacks/learning-app";
import type { Settings } from "../../stacks/settings";
import { settingsOf } from "../../stacks/settings-file";
import { VoiceAgentStack } from "../../stacks/voice-agent";
import { check, readSynthesized } from "../../traffic";
import { outdir } from "../support/outdir";
import { newApp, problemsIn, synthesizeStack, type Synthesized } from "../support/synthesize";

const EVERYTHING = join(__dirname, "../../settings/everything.json");
const STACKS = { "voice-agent": VoiceAgentStack, "learning-app": LearningAppStack };
type Id = keyof typeof STACKS;
type Wanted = Settings & { readonly day?: number; readonly zones?: readonly string[] };

const CONTRACT = ["cidr_block", "private_subnet_ids", "public_subnet_ids", "subnets", "vpc_id", "zones"];

function appWith(id: Id, settings: Wanted): App {
  const app = newApp();
  new STACKS[id](app, id, settings);
  return app;
}

function stackIn(app: App, id: string): TerraformStack {
  return app.node.findChild(id) as TerraformStack;
}

const made = (app: App, id: string): Synthesized => synthesizeStack(stackIn(app, id));

/** The application and its network, each as it is written. */
function both(id: Id, settings: Wanted): readonly [Synthesized, Synthesized] {
  const app = appWith(id, { split: true, ...settings });
  return [made(app, id), made(app, `${id}-network`)];
}

type Case = readonly [string, Id, Wanted];
const cases: readonly Case[] = (["voice-agent", "learning-app"] as const).flatMap((id): Case[] => [
  [`${id} as it is`, id, {}],
  [`${id} with everything on`, id, settingsOf(id, EVERYTHING)],
]);

describe.each([
  ...cases,
  ["voice-agent on day 9", "voice-agent", { day: 9 }] as Case,
  [
    "voice-agent in three zones",
    "voice-agent",
    { zones: ["us-east-1a", "us-east-1b", "us-east-1c"] },
  ] as Case,
  [
    "voice-agent without NAT",
    "voice-agent",
    { network: { nat: "none", interfaceEndpoints: "fargate" } },
  ] as Case,
  [
    "voice-agent with more addresses",
    "voice-agent",
    { network: { additionalCidrBlocks: ["10.1.0.0/16"] } },
  ] as Case,
])("%s, split", (_, id, settings) => {
  const [application, network] = both(id, settings);
  const whole = made(appWith(id, settings), id);

  it("has every resource under the address that it had, in one of the two stacks", () => {
    const contract = CONTRACT.map((name) => `output.${name}`);
    const together = [
      ...application.addresses(),
      ...network.addresses().filter((one) => !contract.includes(one)),
    ];
    expect(together.sort()).toEqual(whole.addresses());
    expect(network.addresses()).toEqual(expect.arrayContaining(contract));
  });

  it("has the network in its own stack, and all of it", () => {
    expect(
      network.addresses().filter((one) => !/\.Network_/.test(one) && !one.startsWith("output.")),
    ).toEqual([]);
    expect(application.addresses().filter((one) => /\.Network_/.test(one))).toEqual([]);
  });

  it("says of each resource what the one stack said of it, once the contract is read", () => {
    type Document = Parameters<typeof readSynthesized>[0];
    const [one, ...others] = [application, network].map(({ document }) => document as Document);
    const valuesOf = (read: ReturnType<typeof readSynthesized>): object =>
      Object.fromEntries(
        read.resources
          .filter(({ type }) => type !== "terraform_remote_state")
          .map(({ address, values }) => [address, values]),
      );
    const together = valuesOf(readSynthesized(one!, others));
    expect(together).toEqual(valuesOf(readSynthesized(whole.document as Document)));
  });

  it("is judged as the one stack is, and the network on its own is sound", () => {
    const [one, other] = [application, network].map(({ document }) => JSON.stringify(document));
    const ofWhole = check(JSON.stringify(whole.document)).findings;
    expect(check(one!, [], [other!]).findings).toEqual(ofWhole);
    expect(ofWhole.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(check(other!, [], [one!]).findings).toEqual([]);
  });
});

describe("a split stack", () => {
  it("is deployed after its network", () => {
    const app = appWith("voice-agent", { split: true });
    const [agent, network] = ["voice-agent", "voice-agent-network"].map((id) => stackIn(app, id));
    expect(agent!.dependencies).toEqual([network]);
    expect(network!.dependencies).toEqual([]);
    expect(problemsIn(app)).toEqual([]);
  });

  it("is asked about traffic as one that is whole", () => {
    const app = appWith("learning-app", { split: true });
    const stack = stackIn(app, "learning-app");
    expect(stack).toCarry({ from: "internet", to: "learning-app/Frontend", port: 80 });
    expect(stack).not.toCarry({ from: "internet", to: "learning-app/Backend" });
  });

  it("is refused for what would be refused in one stack: two zones for a load balancer", () => {
    const app = appWith("voice-agent", { split: true, zones: ["us-east-1a"] });
    expect(problemsIn(app).map(({ code, path }) => `${code} ${path}`)).toContain(
      "FY322 voice-agent/FrontDoor",
    );
  });

  it("is refused for what only its network shows: an image that no way leads to", () => {
    const app = appWith("voice-agent", { split: true, network: { nat: "none" } });
    expect(problemsIn(app).map(({ code }) => code)).toEqual(["FY531"]);
  });

  it.each([
    ["a file", undefined, { backend: "local", path: "../../../terraform.voice-agent-network.tfstate" }],
    [
      "S3",
      s3State({ bucket: "acme-states", region: "eu-west-1" }),
      { backend: "s3", bucket: "acme-states", key: "voice-agent-network/terraform.tfstate" },
    ],
    [
      "HCP Terraform",
      hcpState({ organization: "acme", workspace: "prod-{stack}" }),
      { backend: "remote", organization: "acme", workspaces: { name: "prod-voice-agent-network" } },
    ],
  ])("reads its network's state in %s", (_, state, expected) => {
    const [agent, network] = both("voice-agent", { state });
    const read = agent.at("data.terraform_remote_state.State-voice-agent-network") as {
      backend: string;
      config: object;
    };
    expect({ backend: read.backend, ...read.config }).toMatchObject(expected);
    expect(
      network.at("terraform.backend.local") ??
        network.at("terraform.backend.s3") ??
        network.at("terraform.cloud"),
    ).toMatchObject(Object.fromEntries(Object.entries(expected).filter(([name]) => name !== "backend")));
  });

  it("says its contract in the Parameter Store on request", () => {
    const [, network] = both("voice-agent", { split: { parameterPath: "/voice-agent/network" } });
    const names = network.resources("aws_ssm_parameter").map((one) => one.at("name"));
    expect(names).toHaveLength(5);
    expect(names).toContain("/voice-agent/network/vpc_id");
  });

  it("changes neither names nor tags of a network that moves there", () => {
    const [, network] = both("voice-agent", {});
    expect(network.only("aws_vpc").at("tags.Name")).toBe("voice-agent");
    expect(network.at("provider.aws.0.default_tags.0.tags")).toEqual({ Stack: "voice-agent" });
  });
});

describe("the setting", () => {
  const written = (settings: object): string => {
    const file = join(outdir(), "settings.json");
    writeFileSync(file, JSON.stringify({ "voice-agent": settings }));
    return file;
  };

  it.each([[true], [{}], [{ parameterPath: "/shop" }]])("splits as %j", (split) => {
    const app = appWith("voice-agent", settingsOf("voice-agent", written({ split })));
    expect(app.node.tryFindChild("voice-agent-network")).toBeDefined();
  });

  it.each(["docs/state.md", "docs/hcp-terraform.md"])("splits as %s has it", (file) => {
    const page = readFileSync(join(__dirname, "../..", file), "utf8");
    const [json = ""] = /^\{ "voice-agent": .*$/m.exec(page) ?? [];
    const settings = (JSON.parse(json) as Record<string, object>)["voice-agent"];
    const app = appWith("voice-agent", settingsOf("voice-agent", written(settings!)));
    expect(problemsIn(app)).toEqual([]);
    expect(app.node.tryFindChild("voice-agent-network")).toBeDefined();
  });

  it.each([[{ split: false }], [{}]])("leaves one stack as %j", (settings) => {
    const app = appWith("voice-agent", settingsOf("voice-agent", written(settings)));
    expect(app.node.tryFindChild("voice-agent-network")).toBeUndefined();
    expect(made(app, "voice-agent").document).toEqual(
      made(appWith("voice-agent", {}), "voice-agent").document,
    );
  });

  it.each([
    [{ split: "yes" }, /FY023 voice-agent: .*split must be true or false or an object/],
    [{ split: null }, /FY023/],
    [{ split: [] }, /FY023/],
    [{ split: { path: "/x" } }, /FY022 voice-agent: .*unknown setting split\.path/],
    [{ state: {} }, /FY023 voice-agent: .*state must be text/],
    [{ state: null }, /FY023/],
    [{ state: "" }, /FY023 voice-agent: .*state must not be empty/],
  ])("is refused as %j", (settings, told) => {
    expect(() => settingsOf("voice-agent", written(settings))).toThrow(told);
  });

  it("keeps both states where the setting `state` says, under their own ids", () => {
    const state = "hcp://app.terraform.io/acme/{stack}-prod";
    const app = appWith("voice-agent", settingsOf("voice-agent", written({ split: true, state })));
    expect(problemsIn(app)).toEqual([]);
    expect(made(app, "voice-agent").at("terraform.cloud.workspaces.name")).toBe("voice-agent-prod");
    const read = made(app, "voice-agent").at("data.terraform_remote_state.State-voice-agent-network.config");
    expect(read).toMatchObject({ organization: "acme", workspaces: { name: "voice-agent-network-prod" } });
  });

  it.each([
    ["s3:/acme", "FY901"],
    ["hcp://app.terraform.io/acme?token=hunter2", "FY902"],
  ])("is refused with the state %j", (state, code) => {
    const problems = problemsIn(appWith("voice-agent", settingsOf("voice-agent", written({ state }))));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });

  it("is refused with a path that Parameter Store would not take", () => {
    const app = appWith("voice-agent", { split: { parameterPath: "shop" } });
    expect(problemsIn(app).map(({ code, path }) => `${code} ${path}`)).toEqual([
      "FY920 voice-agent-network/Contract",
    ]);
  });

  it("is refused beside a network that stands already", () => {
    const existingNetwork = { vpcTags: { Name: "x" }, privateSubnetTags: { Tier: "private" } };
    expect(() => appWith("voice-agent", { split: true, existingNetwork })).toThrow(
      /FY024 voice-agent: .*got existingNetwork and split/,
    );
    expect(() => appWith("voice-agent", { split: false, existingNetwork })).not.toThrow();
  });
});
