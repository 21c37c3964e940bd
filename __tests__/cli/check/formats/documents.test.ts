import { asJson } from "../../../../cli/check/formats/json";
import { asSarif } from "../../../../cli/check/formats/sarif";
import { reportOn } from "../../../../cli/check/report";
import { rules } from "../../../../traffic";
import { soundDocument } from "../../../traffic/documents/sound";

const document = soundDocument();
document.block("aws_ecs_service.web", "network_configuration").assign_public_ip = true;
document.at("aws_lb_target_group.api").port = 80;
document.block("aws_ecs_service.web", "load_balancer").target_group_arn = "${var.target_group}";

const UNKNOWN_WEB = /^shop: aws_ecs_service\.web from the internet: not known whether .*target_group_arn/;

const waiver = { rule: "FY517", address: "*", reason: "two names for one thing" };
const sources = [
  { name: "shop", file: "out/my shop.json", json: JSON.stringify(JSON.parse(document.json), null, 2) },
  { name: "gone", file: "gone.json", problem: "can't be read: ENOENT" },
];
const report = reportOn(sources, [waiver, { ...waiver, rule: "FY501" }]);

describe("json", () => {
  const read = JSON.parse(asJson(report)) as Record<string, unknown>;

  it("has all findings, what was waived and why, and what could not be read", () => {
    expect(read).toMatchObject({
      version: 1,
      exitCode: 2,
      counts: { error: 0, warning: 1, note: 0, waived: 1, unread: 1 },
      stacks: [
        {
          name: "shop",
          file: "out/my shop.json",
          findings: [{ code: "FY533", rule: "tasks-with-public-addresses", address: "aws_ecs_service.web" }],
          waived: [{ code: "FY517", reason: "two names for one thing" }],
        },
        { name: "gone", problem: "can't be read: ENOENT", findings: [], waived: [] },
      ],
      unusedWaivers: [{ rule: "FY501" }],
    });
  });
});

const standings = [
  {
    name: "shop",
    file: "out/my shop.json",
    fromInternet: [
      {
        kind: "load-balancer",
        name: "door",
        address: "aws_lb.door",
        reached: true,
        because: "on port 80 and 443",
      },
      { kind: "service", address: "aws_ecs_service.web", reached: "unknown" },
      { kind: "service", address: "aws_ecs_service.api", reached: true },
    ],
  },
];

describe("whether the internet reaches each load balancer and service", () => {
  it("is a part of the JSON", () => {
    expect(JSON.parse(asJson(report))).toMatchObject({ reach: standings });
  });

  it("is a property of the run in SARIF", () => {
    expect(JSON.parse(asSarif(report))).toMatchObject({ runs: [{ properties: { reach: standings } }] });
  });
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly object[];
      readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
    },
  ];
}

describe("sarif", () => {
  const read = JSON.parse(asSarif(report)) as Sarif;
  const [run] = read.runs;

  it("is version 2.1.0 and describes every rule", () => {
    expect(read.version).toBe("2.1.0");
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(Object.values(rules).map(({ code }) => code));
  });

  it("has a result for each finding, at its line and its address", () => {
    const uri = "out/my%20shop.json";
    expect(run.results[0]).toMatchObject({
      ruleId: "FY533",
      level: "warning",
      message: {
        text: expect.stringMatching(/^A task must have private addresses only, got assign_public_ip: .*\.$/),
      },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri }, region: { startLine: expect.any(Number) } },
          logicalLocations: [{ fullyQualifiedName: "aws_ecs_service.web", kind: "resource" }],
        },
      ],
    });
  });

  it("refers from each result to its rule", () => {
    for (const { ruleId, ruleIndex } of run.results)
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it("keeps what was waived, as suppressed", () => {
    expect(run.results[1]).toMatchObject({
      ruleId: "FY517",
      suppressions: [{ kind: "external", justification: "two names for one thing" }],
    });
  });

  it("says what could not be read, and what could not be followed", () => {
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: "error", message: { text: "gone: can't be read: ENOENT" } },
          { level: "note", message: { text: expect.stringMatching(UNKNOWN_WEB) } },
        ],
      },
    ]);
  });
});
