import { App } from "cdktf";
import { FrontyardError } from "../../../modules";
import { VoiceAgentStack } from "../../../stacks/voice-agent";
import { check } from "../../../traffic";
import { UNIQUE_NAMES } from "../../../traffic/terraform/unique-names";
import { outdir } from "../../support/outdir";
import type { Body } from "../documents/document";

const IN_IRELAND = { region: "eu-west-1" };

/** A stack of one resource. */
function stack(
  stackName: string,
  type: string,
  body: Body,
  provider: unknown = [IN_IRELAND],
  rest: Body = {},
): string {
  const metadata = { stackName };
  return JSON.stringify({
    "//": { metadata },
    provider: { aws: provider },
    resource: { [type]: { one: body } },
    ...rest,
  });
}

function told(document: string, ...others: string[]): string[] {
  return check(document, [], others)
    .findings.filter(({ code }) => code === "FY578")
    .map(({ severity, got }) => `${severity} ${got}`);
}

it("a second voice agent in one app is refused, with each name that AWS has already", () => {
  const app = new App({ outdir: outdir() });
  new VoiceAgentStack(app, "voice-agent");
  new VoiceAgentStack(app, "voice-agent-staging");
  let message = "";
  try {
    app.synth();
  } catch (error) {
    expect(error).toBeInstanceOf(FrontyardError);
    message = (error as Error).message;
  }
  const names = [
    ...message.matchAll(/FY578 voice-agent-staging\/.+ got (.+?), which stack voice-agent has too:/g),
  ];
  expect(names.map(([, what]) => what).sort()).toEqual([
    'load balancer "Fargate-ALB"',
    'target group "Fargate-TG"',
  ]);
});

describe.each(Object.entries(UNIQUE_NAMES))("%s", (type, { by, kind, realm }) => {
  const name = Object.fromEntries(by.map((part) => [part, `some-${part}`]));
  const first = stack("a", type, name);

  it("has a name of its own among stacks of one place", () => {
    const expected = [`error ${kind} "some-${by[0] ?? ""}", which stack a has too`];
    expect(told(stack("b", type, name), first)).toEqual(expected);
    expect(told(first, stack("b", type, name))).toEqual([]);
  });

  it("may have a name that differs, is chosen later, or belongs to any number", () => {
    for (const [part, value] of Object.entries(name)) {
      expect(told(stack("b", type, { ...name, [part]: `${value}-2` }), first)).toEqual([]);
      expect(
        told(
          stack("b", type, { ...name, [part]: "${var.name}" }),
          stack("a", type, { ...name, [part]: "${var.name}" }),
        ),
      ).toEqual([]);
    }
    expect(told(stack("b", type, { ...name, count: 1 }), first)).toEqual([]);
  });

  it(`is told apart by its ${realm} alone`, () => {
    const isFound = (provider: unknown): boolean =>
      told(stack("b", type, name, provider), first).length === 1;
    expect(isFound([{ region: "eu-west-2" }])).toBe(realm !== "region");
    expect(isFound([{ ...IN_IRELAND, profile: "staging" }])).toBe(realm === "world");
    expect(isFound([{ ...IN_IRELAND, allowed_account_ids: ["111111111111"] }])).toBe(realm === "world");
    expect(isFound([{ ...IN_IRELAND, assume_role: [{ role_arn: "${var.role}" }] }])).toBe(realm === "world");
    expect(isFound([{ region: "${var.region}" }])).toBe(realm !== "region");
    expect(isFound([{ ...IN_IRELAND, default_tags: [{ tags: { Stack: "b" } }] }])).toBe(true);
  });
});

it("the provider that a resource names says where it is", () => {
  const providers = [{ region: "us-east-1" }, { ...IN_IRELAND, alias: "eu" }];
  const first = stack("a", "aws_sns_topic", { name: "t" });
  const by = (provider: Body): number =>
    told(stack("b", "aws_sns_topic", { name: "t", ...provider }, providers), first).length;
  expect([by({}), by({ provider: "aws.eu" }), by({ provider: "aws.gone" })]).toEqual([0, 1, 0]);
});

it("workspaces of HCP Terraform have credentials of their own: that is a note", () => {
  const cloud = { terraform: { cloud: { organization: "o", workspaces: { name: "b" } } } };
  const second = stack("b", "aws_sns_topic", { name: "t" }, [IN_IRELAND], cloud);
  expect(told(second, stack("a", "aws_sns_topic", { name: "t" }))).toEqual([
    'note SNS topic "t", which stack a has too',
  ]);
});

it("a waiver lives with it", () => {
  const comment = {
    metadata: { stackName: "b" },
    waivers: [{ rule: "FY578", address: "*", reason: "another account" }],
  };
  const second = stack("b", "aws_sns_topic", { name: "t" }, [IN_IRELAND], { "//": comment });
  expect(told(second, stack("a", "aws_sns_topic", { name: "t" }))).toEqual([]);
});
