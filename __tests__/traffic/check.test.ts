import { isSound, rules } from "../../traffic";
import { ALIKE, BREAKS } from "./documents/breaks";
import { Document } from "./documents/document";
import { soundDocument } from "./documents/sound";

/** Told of two files only; it has tests of its own. */
const OF_TWO_STACKS = "FY578";

describe("a sound stack", () => {
  it("has no findings at all", () => {
    expect(soundDocument().findings()).toEqual([]);
  });
});

const CODES: ReadonlySet<string> = new Set(Object.values(rules).map(({ code }) => code));
const codesOf = (told: readonly string[]): string[] => told.map((text) => text.split(" ")[0] ?? "");

/** Each rule by its id, with the broken documents that it reports. */
const BROKEN = Object.entries(rules)
  .filter(([, { code }]) => code !== OF_TWO_STACKS)
  .map(([id, { code }]) => ({ id, breaks: BREAKS.filter(({ told }) => codesOf(told).includes(code)) }));

describe.each(BROKEN)("$id", ({ breaks }) => {
  it("has a broken document", () => expect(breaks).not.toEqual([]));

  it.each(breaks)("is reported when $title, and nothing else is", ({ cut, told }) => {
    const document = soundDocument();
    cut(document);
    expect(document.told().sort()).toEqual([...told].sort());
  });
});

describe("the broken documents", () => {
  it("are each reported by a rule", () => {
    expect(BREAKS.length).toBeGreaterThan(60);
    expect(BREAKS.filter(({ told }) => !codesOf(told).some((code) => CODES.has(code)))).toEqual([]);
  });
});

describe("a stack with something that looks like a fault", () => {
  it.each(ALIKE)("has no findings when $title", ({ cut }) => {
    const document = soundDocument();
    cut(document);
    expect(document.told()).toEqual([]);
  });
});

describe("what weighs less elsewhere", () => {
  it("is a privileged container on EC2: it starts, but should not", () => {
    const document = soundDocument();
    const task = document.at("aws_ecs_task_definition.web");
    task.container_definitions = String(task.container_definitions).replace("{", '{"privileged":true,');
    expect(document.findings().map(({ severity }) => severity)).toEqual(["error"]);
    delete task.requires_compatibilities;
    document.remove("aws_ecs_service.web").remove("aws_appautoscaling_target.web");
    const told = document.findings().filter(({ code }) => code === "FY567");
    expect(told.map(({ severity }) => severity)).toEqual(["warning"]);
  });
});

describe("findings", () => {
  const document = soundDocument();
  document.remove("aws_ecs_service.api").remove("aws_appautoscaling_target.api");
  document.remove("aws_vpc_security_group_ingress_rule.door_443");
  document.block("aws_ecs_service.web", "network_configuration").assign_public_ip = true;

  it("come worst first", () => {
    expect(document.findings().map(({ severity }) => severity)).toEqual(["error", "warning", "note"]);
  });

  it("carry everything that a reader needs", () => {
    expect(document.findings()[0]).toEqual({
      code: "FY505",
      rule: "load-balancer-shuts-listener",
      severity: "error",
      address: "aws_lb_listener.https",
      subject: "a load balancer's security group",
      allowed: "must accept traffic on the ports of its listeners",
      got: "door, shut on port 443",
      fix: expect.any(String),
      page: expect.stringMatching(/^https:/),
    });
  });

  it("name the construct where CDKTF wrote the file", () => {
    document.at("aws_lb_listener.https")["//"] = { metadata: { path: "shop/Https/Resource" } };
    expect(document.findings()[0]?.constructPath).toBe("shop/Https/Resource");
  });

  it("notes alone leave a stack sound", () => {
    const findings = document.findings();
    expect(isSound({ findings })).toBe(false);
    expect(isSound({ findings: findings.filter(({ severity }) => severity === "note") })).toBe(true);
  });

  it("an empty file has none", () => {
    expect(new Document().findings()).toEqual([]);
  });
});
