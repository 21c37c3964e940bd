import { Construct } from "constructs";
import { countVariable, imageVariable, passOn, respond } from "../../../modules";
import { textAt } from "../../support/json";
import { codesOf, problemsOf, synthesize } from "../../support/synthesize";

const stack = synthesize((scope) => {
  const inner = new Construct(scope, "Inner");
  imageVariable(inner, "agent_image", respond(6060, "hi"));
  countVariable(inner, "agent_desired_count");
  countVariable(inner, "other_count", 0);
});

/** The pattern that Terraform holds an image against, out of `can(regex("…", var.x))`. */
const [, quoted = ""] =
  /regex\(("(?:[^"\\]|\\.)*"), var\.agent_image\)/.exec(
    textAt(stack.document, "variable.agent_image.validation.0.condition"),
  ) ?? [];
const pattern = new RegExp(JSON.parse(quoted) as string);

describe("a variable for an image", () => {
  it("is called by its very name, wherever it is declared", () => {
    expect(stack.addresses()).toEqual(["var.agent_desired_count", "var.agent_image", "var.other_count"]);
  });

  it("has the stand-in as its default and can't be null", () => {
    expect(stack.at("variable.agent_image")).toMatchObject({
      type: "string",
      default: "public.ecr.aws/docker/library/caddy:2.10.2-alpine",
      nullable: false,
    });
  });

  it("is checked by Terraform", () => {
    expect(stack.at("variable.agent_image.validation")).toEqual([
      {
        condition: `\${can(regex(${quoted}, var.agent_image))}`,
        error_message: "The image must be a reference such as nginx:1.27, with no scheme and no spaces.",
      },
    ]);
  });

  it.each([
    "nginx",
    "nginx:1.27",
    "localhost:5000/a/b:c",
    "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1",
    `a@sha256:${"0".repeat(64)}`,
  ])("takes %s", (image) => {
    expect(pattern.test(image)).toBe(true);
  });

  it.each(["", " nginx", "nginx:1 ", "https://nginx", 'a"b', "a\\b", "a$b", "a{b}", "a@sha256:0", "a\nb"])(
    "refuses %j",
    (image) => {
      expect(pattern.test(image)).toBe(false);
    },
  );
});

describe("a variable for a number of tasks", () => {
  it("is a whole number from 0 to 5000 with a working default", () => {
    expect(stack.at("variable.agent_desired_count")).toMatchObject({
      type: "number",
      default: 2,
      nullable: false,
    });
    expect(stack.at("variable.other_count.default")).toBe(0);
    const name = "var.agent_desired_count";
    expect(stack.at("variable.agent_desired_count.validation.0.condition")).toBe(
      `\${${name} >= 0 && ${name} <= 5000 && floor(${name}) == ${name}}`,
    );
  });

  it.each([-1, 5001, 1.5, NaN])("fails with the default %s", (count) => {
    const problems = problemsOf((scope) => {
      countVariable(scope, "tasks", count);
    });
    expect(problems).toMatchObject([{ code: "FY408", subject: "the default of variable tasks" }]);
  });
});

describe("the name of a variable", () => {
  const codes = (name: string): string[] =>
    codesOf((scope) => {
      countVariable(scope, name);
    });

  it.each(["a", "agent_2", "counts"])("passes as %s", (name) => {
    expect(codes(name)).toEqual([]);
  });

  it.each(["Agent", "agent-count", "_a", "a b", "é", "count", "source", "for_each", "depends_on"])(
    "fails as %j",
    (name) => {
      expect(codes(name)).toContain("FY014");
    },
  );

  it("fails when another has it", () => {
    const twice = codesOf((scope) => {
      countVariable(scope, "tasks");
      countVariable(scope, "tasks");
    });
    expect(twice).toEqual(["FY016"]);
  });
});

describe("a stand-in image", () => {
  it("answers on its port, or hands on to a url", () => {
    expect(respond(6060, "{}").command).toEqual(["caddy", "respond", "--listen", ":6060", "--body", "{}"]);
    expect(passOn(80, "http://backend:8080").command).toEqual([
      "caddy",
      "reverse-proxy",
      "--from",
      "http://:80",
      "--to",
      "http://backend:8080",
    ]);
  });
});
