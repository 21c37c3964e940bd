import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shapesFile } from "../../scripts/docs/shapes/shapes-of";
import { LearningAppStack } from "../../stacks/learning-app";
import type { Settings } from "../../stacks/settings";
import { settingsOf } from "../../stacks/settings-file";
import { VoiceAgentStack } from "../../stacks/voice-agent";
import { check } from "../../traffic";
import { outdir } from "../support/outdir";
import { newApp, synthesizeStack, type Synthesized } from "../support/synthesize";

const EVERYTHING = join(__dirname, "../../settings/everything.json");
const STACKS = { "voice-agent": VoiceAgentStack, "learning-app": LearningAppStack };
type Id = keyof typeof STACKS;

const made = (id: Id, settings: Settings): Synthesized =>
  synthesizeStack(new STACKS[id](newApp(), id, settings));

function written(content: string): string {
  const file = join(outdir(), "settings.json");
  writeFileSync(file, content);
  return file;
}

describe.each(Object.keys(STACKS) as Id[])("%s with everything on", (id) => {
  const before = made(id, {});
  const after = made(id, settingsOf(id, EVERYTHING));

  it("keeps the address of everything that stands without, but for the NAT gateway that an instance replaces", () => {
    const kept = new Set(after.addresses());
    const lost = before.addresses().filter((address) => !kept.has(address) && address.startsWith("aws_"));
    expect(lost.filter((address) => !/^aws_(nat_gateway|eip)\./.test(address))).toEqual([]);
  });

  it("serves HTTPS, to which port 80 redirects at the address that it had", () => {
    const listeners = after.resources("aws_lb_listener");
    expect(listeners.map((listener) => listener.at("port")).sort()).toEqual([443, 80]);
    const [http] = before.resources("aws_lb_listener");
    const redirecting = listeners.find(({ address }) => address === http?.address);
    expect(redirecting?.at("default_action.0.type")).toBe("redirect");
    expect(after.resources("aws_route53_record").map((record) => record.at("type"))).toEqual(
      expect.arrayContaining(["A", "AAAA"]),
    );
  });

  it.each([
    "aws_wafv2_web_acl_association",
    "aws_s3_bucket",
    "aws_flow_log",
    "aws_appautoscaling_target",
    "aws_cloudwatch_metric_alarm",
    "aws_cloudwatch_dashboard",
    "aws_sns_topic",
  ])("has an %s", (type) => {
    expect(after.resources(type).length).toBeGreaterThan(0);
    expect(before.resources(type).length).toBe(type === "aws_cloudwatch_metric_alarm" ? 1 : 0);
  });

  it("carries its traffic: the rules find nothing", () => {
    expect(check(JSON.stringify(after.document)).findings).toEqual([]);
  });
});

describe("settings", () => {
  it("are none where no file is named", () => {
    expect(settingsOf("voice-agent", undefined)).toEqual({});
    expect(settingsOf("voice-agent", "")).toEqual({});
    expect(settingsOf("learning-app", written('{"voice-agent":{}}'))).toEqual({});
  });

  it("are those of docs/production.md, as they stand there", () => {
    const page = readFileSync(join(__dirname, "../../docs/production.md"), "utf8");
    const [, json = ""] = /^```json\n([\s\S]*?)^```/m.exec(page) ?? [];
    const stack = made("voice-agent", settingsOf("voice-agent", written(json)));
    expect(stack.only("aws_lb").at("enable_deletion_protection")).toBe(true);
    expect(stack.resources("aws_acm_certificate")).toHaveLength(1);
  });

  it("route to the service behind the load balancer unless they say where", () => {
    const stack = made("voice-agent", settingsOf("voice-agent", EVERYTHING));
    const actions = stack.resources("aws_lb_listener_rule").map((rule) => rule.at("action.0.type"));
    expect(actions.sort()).toEqual(["fixed-response", "forward"]);
  });

  it.each([
    [
      '{"voice-agent":{"routes":{"A":{"pths":["/a"]}}}}',
      /FY022 .*unknown setting routes\.A\.pths\. Did you mean paths\?/,
    ],
    ['{"voice-agent":{"routes":[]}}', /FY023 .*routes must be an object such as/],
    ['{"voice-agent":{"netwrk":{}}}', /FY022 voice-agent: .*netwrk\. Did you mean network\?/],
    [
      '{"voice-agent":{"network":{"natt":"none"}}}',
      /FY022 voice-agent: .*network\.natt\. Did you mean nat\?/,
    ],
    [
      '{"voice-agent":{"service":{"scaling":{"cpuPercnt":1}}}}',
      /FY022 .*service\.scaling\.cpuPercnt\. Did you mean cpuPercent\?/,
    ],
    ['{"voice-agent":{"service":{"container":{"image":"a:1"}}}}', /FY022 .*service\.container\.image/],
    [
      '{"voice-agent":{"door":{"accessLogs":{"retentonDays":1}}}}',
      /FY022 .*door\.accessLogs\.retentonDays\. Did you mean retentionDays\?/,
    ],
    ['{"voice-agent":{"service":{"scaling":null}}}', /FY023 .*service\.scaling must be .*got null/],
    ['{"voice-agent":{"toString":{}}}', /FY022/],
    ['{"voice-agent":{"network":{"constructor":{}}}}', /FY022/],
    ['{"voice-agent":{"network":true}}', /FY023 voice-agent: .*network must be an object/],
    ['{"voice-agent":[]}', /FY023/],
    ["[]", /FY023 main\.ts: .*not an object/],
    ["{", /FY023 main\.ts/],
  ])("%s are refused before anything is made", (content, told) => {
    expect(() => settingsOf("voice-agent", written(content))).toThrow(told);
  });

  it("are refused all at once, in every stack, with what was meant and what belongs there", () => {
    const wrong = {
      "voice-agent": { domian: {}, network: { nat: "per_zone" }, service: { exec: "false" } },
      "learning-app": { service: { container: { secrets: "arn" } }, watching: { emails: "a@example.com" } },
    };
    const file = written(JSON.stringify(wrong));
    const lines = [
      `FY022 voice-agent: ${file}: unknown setting domian. Did you mean domain?`,
      `FY023 voice-agent: ${file}: network.nat must be one of "none", "instance", "single", "per-zone", got "per_zone". Did you mean per-zone?`,
      `FY023 voice-agent: ${file}: service.exec must be true or false, got "false"`,
      `FY023 learning-app: ${file}: service.container.secrets must be an object such as { "DB_PASSWORD": … }, got text`,
      `FY023 learning-app: ${file}: watching.emails must be a list such as ["…"], got text`,
    ];
    const told = (): string => {
      try {
        return JSON.stringify(settingsOf("voice-agent", file));
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(
      told()
        .split("\n")
        .slice(1)
        .map((line) => line.trim())
        .sort(),
    ).toEqual(lines.sort());
  });

  it("have the names that their types have: after a change, run npm run docs", () => {
    const now = shapesFile("stacks/settings.ts", ["Settings"]);
    expect(readFileSync(join(__dirname, "../../stacks/settings-shapes.json"), "utf8")).toBe(now);
  });

  it("are refused when their file is not there", () => {
    expect(() => settingsOf("voice-agent", "nowhere.json")).toThrow(/FY023 main\.ts: .*nowhere\.json/);
  });

  it("of a value that AWS would refuse are refused as in code", () => {
    expect(() => made("voice-agent", { network: { nat: "natty" as "none" } })).toThrow(/FY109/);
  });
});
