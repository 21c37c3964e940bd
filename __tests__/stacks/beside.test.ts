import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "cdktf";
import { buildApp } from "../../main";
import { LearningAppStack } from "../../stacks/learning-app";
import type { Settings } from "../../stacks/settings";
import { settingsOf } from "../../stacks/settings-file";
import { VoiceAgentStack } from "../../stacks/voice-agent";
import { filesIn, outdir } from "../support/outdir";
import { newApp, problemsIn, synthesizeStack, type Synthesized } from "../support/synthesize";

const EVERYTHING = join(__dirname, "../../settings/everything.json");
const STACKS = { "voice-agent": VoiceAgentStack, "learning-app": LearningAppStack };
type Id = keyof typeof STACKS;
const ids = Object.keys(STACKS) as Id[];

const made = (app: App, id: string): Synthesized =>
  synthesizeStack(app.node.findChild(id) as VoiceAgentStack);

/** Names that AWS keeps apart by what they belong to, or has no need to keep apart. */
const SCOPED = new Set([
  "aws_appautoscaling_policy.name", // of a service
  "aws_appautoscaling_scheduled_action.name",
  "aws_iam_role_policy.name", // of a role
  "aws_cloudwatch_metric_alarm.metric_name", // AWS's own
  "aws_vpc_endpoint.service_name",
  "aws_lb_target_group.name_prefix", // a part of a name, which AWS's provider completes
  "aws_route53_record.name", // of what the settings call the domain, the same in both here
  "aws_route53_zone.name",
  "aws_acm_certificate.domain_name",
]);

/** What an AWS resource is called: its own attributes, no reference to what is called so elsewhere. */
function namesIn(stack: Synthesized): Map<string, string> {
  const resources = stack.types().flatMap((type) => stack.resources(type));
  return new Map(
    resources.flatMap((resource) =>
      Object.entries(resource.values)
        .filter(([key]) => /(^|_)(name|name_prefix|family|bucket|bucket_prefix|path)$/.test(key))
        .filter(([key]) => !SCOPED.has(`${resource.type}.${key}`))
        .filter(([, value]) => typeof value === "string" && !value.includes("${"))
        .map(([key, value]): [string, string] => [`${resource.address}.${key}`, String(value)]),
    ),
  );
}

const forms: readonly (readonly [string, Id, Settings])[] = ids.flatMap((id) => [
  [`${id} as it is`, id, {}] as const,
  [`${id} with everything on`, id, settingsOf(id, EVERYTHING)] as const,
  [`${id} with names of its own`, id, { cluster: { name: "main" }, firewall: { name: "wall" } }] as const,
]);

describe.each(forms)("%s, for staging beside production", (_, id, settings) => {
  const production = made(appOf(id, settings), id);

  function appOf(stack: string, wanted: Settings): App {
    const app = newApp();
    new STACKS[id](app, stack, wanted);
    return app;
  }

  it.each([
    ["under another id", `${id}-staging`],
    ["under the same id, in an app of its own", id],
  ])("shares no exact name with it %s", (__, stack) => {
    const [one, other] = [production, made(appOf(stack, { ...settings, namePrefix: "staging-" }), stack)].map(
      namesIn,
    );
    expect(one!.size).toBeGreaterThan(8);
    expect([...other!.keys()]).toEqual([...one!.keys()]);
    const shared = [...other!].filter(([, name]) => [...one!.values()].includes(name));
    expect(shared).toEqual([]);
    const unlike = [...other!.values()].filter((name) => !name.includes("staging-"));
    expect(unlike).toEqual([]);
  });

  it.each([
    ["in one stack", {}],
    ["split", { split: true }],
  ])("is sound in one app, %s", (__, more) => {
    const app = newApp();
    new STACKS[id](app, id, { ...settings, ...more });
    new STACKS[id](app, `${id}-staging`, { ...settings, ...more, namePrefix: "staging-" });
    expect(problemsIn(app)).toEqual([]);
  });

  it("has the addresses that production has", () => {
    const prefixed = appOf(id, { ...settings, namePrefix: "staging-" });
    expect(made(prefixed, id).addresses()).toEqual(production.addresses());
  });
});

describe("a name prefix", () => {
  const told = (id: Id, namePrefix: unknown): string => {
    try {
      return String(new STACKS[id](newApp(), "shop", { namePrefix: namePrefix as string }).node.id);
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    ["voice-agent", 21],
    ["learning-app", 13],
  ] as const)("of %s leaves room for the names that come after it: %i characters", (id, most) => {
    expect(told(id, "s".repeat(most))).toBe("shop");
    expect(told(id, "s".repeat(most + 1))).toMatch(
      new RegExp(
        `FY030 shop: namePrefix .*here at most ${most} characters.*got "s{${most + 1}}": choose a short`,
      ),
    );
  });

  it.each(["", "-a", "internal-", "Internal-", "sg-", "a_b", "a b", "ü"])("is refused as %j", (prefix) => {
    expect(told("voice-agent", prefix)).toMatch(/1 problem, .*\n {2}FY030 shop: namePrefix/);
  });

  it.each([[1], [{}], [null]])("is refused as %j, with what belongs there", (prefix) => {
    expect(told("voice-agent", prefix)).toMatch(/FY018 shop: namePrefix must be text, got/);
  });

  it("stands before the names of a network in a stack of its own, and in the tag of both", () => {
    const app = newApp();
    new VoiceAgentStack(app, "agent", { namePrefix: "staging-", split: true });
    const network = made(app, "agent-network");
    expect(network.only("aws_vpc").at("tags.Name")).toBe("staging-agent");
    for (const stack of [network, made(app, "agent")])
      expect(stack.at("provider.aws.0.default_tags.0.tags")).toEqual({ Stack: "staging-agent" });
  });
});

describe.each(ids)("%s in another region", (id) => {
  const region = "eu-central-1";

  it.each([
    ["in one stack", false],
    ["split", true],
  ])("has everything there, %s", (_, split) => {
    const app = newApp();
    new STACKS[id](app, id, { region, split });
    expect(problemsIn(app)).toEqual([]);
    const documents = app.node.children.map(({ node }) => made(app, node.id));
    for (const stack of documents) {
      expect(stack.at("provider.aws.0.region")).toBe(region);
      expect(JSON.stringify(stack.document)).not.toContain("us-east-1");
    }
    const network = documents.at(-1)!;
    const zones = network.resources("aws_subnet").map((one) => one.at("availability_zone"));
    expect(new Set(zones)).toEqual(new Set([`${region}a`, `${region}b`]));
  });

  it("stands beside the one in us-east-1, with the same names", () => {
    const app = newApp();
    new STACKS[id](app, id);
    new STACKS[id](app, `${id}-europe`, { region });
    expect(problemsIn(app)).toEqual([]);
  });

  it("is told by which settings zones and region fit", () => {
    const app = newApp();
    new STACKS[id](app, id, { network: { zones: ["eu-west-1a", "eu-west-1b"] } });
    const [problem] = problemsIn(app);
    expect(problem).toMatchObject({ code: "FY107", path: `${id}/Network` });
    expect(problem?.fix).toMatch(/set network\.zones and region/);
    const fixed = newApp();
    new STACKS[id](fixed, id, { region: "eu-west-1", network: { zones: ["eu-west-1a", "eu-west-1c"] } });
    expect(problemsIn(fixed)).toEqual([]);
  });

  it("takes a certificate of that region, and no other", () => {
    const codesFor = (there: string): string[] => {
      const app = newApp();
      const certificateArn = `arn:aws:acm:${there}:123456789012:certificate/12345678-1234-1234-1234-123456789012`;
      new STACKS[id](app, id, { region, domain: { name: "example.com", certificateArn } });
      return problemsIn(app).map(({ code }) => code);
    };
    expect(codesFor(region)).toEqual([]);
    expect(codesFor("us-east-1")).toEqual(["FY609"]);
  });
});

describe("props in code", () => {
  it.each(ids)("of %s are refused under names that there are not, at any depth, all at once", (id) => {
    const props = { domian: {}, watching: { emials: [] }, routes: { A: { pths: [] } }, cluster: [] };
    expect(() => new STACKS[id](newApp(), "shop", props as object)).toThrow(
      /4 problems[^]*FY022 shop: unknown setting domian\. Did you mean domain\?/,
    );
    expect(() => new STACKS[id](newApp(), "shop", props as object)).toThrow(
      /watching\.emials\. Did you mean/,
    );
    expect(() => new STACKS[id](newApp(), "shop", props as object)).toThrow(/FY018 shop: cluster must be/);
  });

  it("may say what only one of the stacks takes to that one alone", () => {
    expect(() => new VoiceAgentStack(newApp(), "shop", { day: 9 })).not.toThrow();
    expect(() => new LearningAppStack(newApp(), "shop", { day: 9 } as object)).toThrow(/FY022 .*setting day/);
  });

  it.each([[null], ["x"], [[]]])("are refused as %j", (props) => {
    expect(() => new VoiceAgentStack(newApp(), "shop", props as unknown as object)).toThrow(
      /FY018 shop: the settings must be/,
    );
  });
});

describe("the settings file", () => {
  const { FRONTYARD_SETTINGS: before } = process.env;
  afterEach(() => {
    if (before === undefined) delete process.env.FRONTYARD_SETTINGS;
    else process.env.FRONTYARD_SETTINGS = before;
  });

  const told = (content: object): string => {
    const file = join(outdir(), "settings.json");
    writeFileSync(file, JSON.stringify(content));
    process.env.FRONTYARD_SETTINGS = file;
    const folder = outdir();
    try {
      buildApp({ outdir: folder });
      return "";
    } catch (error) {
      expect(filesIn(folder)).toEqual([]);
      return (error as Error).message;
    }
  };

  it.each([
    ["voice_agent", /FY022 main\.ts: .*unknown stack voice_agent\. Did you mean voice-agent\?/],
    [
      "toString",
      /FY022 main\.ts: .*unknown stack toString\. Stacks with settings: voice-agent, learning-app/,
    ],
    ["constructor", /FY022 main\.ts: .*unknown stack constructor/],
    ["voice-agent-network", /FY022 main\.ts: .*unknown stack voice-agent-network/],
    ["state-bucket", /FY022 main\.ts: .*unknown stack state-bucket/],
  ])("is refused with settings of %s, which no stack of the app asks for", (id, message) => {
    expect(told({ [id]: {} })).toMatch(message);
  });

  it("holds settings for any stack of the app, by its id", () => {
    const file = join(outdir(), "settings.json");
    writeFileSync(
      file,
      JSON.stringify({ "voice-agent": {}, blue: { namePrefix: "blue-", region: "eu-west-1" } }),
    );
    const app = newApp();
    new VoiceAgentStack(app, "voice-agent", settingsOf("voice-agent", file));
    new VoiceAgentStack(app, "blue", settingsOf("blue", file));
    expect(made(app, "blue").only("aws_lb").at("name")).toBe("blue-Fargate-ALB");
    expect(made(app, "blue").at("provider.aws.0.region")).toBe("eu-west-1");
    expect(problemsIn(app)).toEqual([]);
  });
});
