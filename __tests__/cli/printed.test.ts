import { reportOn } from "../../cli/check/report";
import { asJson } from "../../cli/check/formats/json";
import { asSarif } from "../../cli/check/formats/sarif";
import { asText } from "../../cli/check/formats/text";
import { printed, printedLines } from "../../traffic";
import { pictureOf } from "../../picture";

const HOSTILE =
  'x\u001b[31m\n::error::a\r##[error]b\n##vso[task]c\u009b\u202e\u2066\u200b\ud800"|`</text>[a](http://b)\u0000';

/** A load balancer in one zone and a service, everything named as an attacker would. */
const plan = JSON.stringify({
  format_version: "1.2",
  planned_values: {
    root_module: {
      resources: [
        ["aws_lb", { name: HOSTILE, subnets: [HOSTILE], tags: { [HOSTILE]: HOSTILE, Name: HOSTILE } }],
        [
          "aws_ecs_service",
          { name: HOSTILE, launch_type: "FARGATE", network_configuration: [{ assign_public_ip: true }] },
        ],
        ["aws_lb_target_group", { name: HOSTILE, target_type: HOSTILE, port: 80, protocol: HOSTILE }],
        [
          "aws_lb_listener",
          { port: 443, protocol: "HTTPS", ssl_policy: "ELBSecurityPolicy-2016-08" + HOSTILE },
        ],
        [
          "aws_security_group",
          {
            name: HOSTILE,
            ingress: [{ cidr_blocks: ["0.0.0.0/0"], protocol: "-1", from_port: 0, to_port: 0 }],
          },
        ],
      ].map(([type, values]) => ({
        ...{ address: `${String(type)}.a["${HOSTILE}"]`, mode: "managed", type, name: "a", values },
      })),
    },
  },
});

const name = `stack ${HOSTILE}`;
const report = reportOn(
  [
    { name, file: name, json: plan },
    { name, file: name, problem: HOSTILE },
  ],
  [{ rule: HOSTILE, address: HOSTILE, reason: HOSTILE }],
);
const picture = pictureOf(name, plan);

describe("what a hostile plan says", () => {
  it.each([
    ["text", asText(report, (text) => text)],
    ["JSON", printedLines(asJson(report))],
    ["SARIF", asSarif(report)],
    ["SVG", picture.svg],
    ["Mermaid", picture.mermaid],
  ])("holds no control, and no command to a log, as %s", (_, text) => {
    expect(text.length).toBeGreaterThan(100);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(text).not.toMatch(/^\s*::|##[a-z]*\[/m);
  });

  it("is still what it was, read as JSON", () => {
    expect(JSON.parse(printedLines(asJson(report)))).toEqual(JSON.parse(asJson(report)));
    expect(() => JSON.parse(asSarif(report)) as unknown).not.toThrow();
    expect(asSarif(report)).not.toMatch(/"text": ".*\[a\]\(/);
  });

  it("ends no element of an SVG", () => {
    expect(picture.svg).not.toContain("</text>[a]");
  });
});

describe("a line", () => {
  it("keeps what can be read, and our own colours", () => {
    expect(printedLines("a\tb\nü 🙂 \u001b[31mred\u001b[39m")).toBe("a\tb\nü 🙂 \u001b[31mred\u001b[39m");
    expect(printed("a\nb\u001b[2J")).toBe("a\\u000ab\\u001b[2J");
  });

  it("is no command to a forge", () => {
    expect(printedLines("a\n ::error::b ##[group]c")).toBe("a\n \\u003a:error::b \\u0023#[group]c");
  });
});
