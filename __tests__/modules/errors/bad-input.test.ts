import { codes, QUOTAS_CONTEXT, type Code } from "../../../modules";
import { describe as sentence } from "../../../modules/errors";
import { problemsOf } from "../../support/synthesize";
import type { BadInput } from "./bad-input/case";
import { deployments } from "./bad-input/deployment";
import { domain } from "./bad-input/domain";
import { fargate } from "./bad-input/fargate";
import { fargateTask } from "./bad-input/fargate-task";
import { listeners } from "./bad-input/listeners";
import { loadBalancers } from "./bad-input/load-balancer";
import { networks } from "./bad-input/network";
import { pipelines } from "./bad-input/pipeline";
import { protection } from "./bad-input/security";
import { routes } from "./bad-input/routes";
import { securityGroups } from "./bad-input/security-group";
import { stack } from "./bad-input/foundation";
import { state } from "./bad-input/state";
import { scalings } from "./bad-input/scaling";
import { watching } from "./bad-input/monitoring";

const cases: Record<Code, BadInput> = {
  ...stack,
  ...networks,
  ...securityGroups,
  ...loadBalancers,
  ...routes,
  ...listeners,
  ...domain,
  ...fargate,
  ...fargateTask,
  ...state,
  ...pipelines,
  ...protection,
  ...scalings,
  ...deployments,
  ...watching,
};
const problemsWith = ({ build = () => undefined, stack: props, quotas }: BadInput) =>
  problemsOf(build, { stack: props, context: { [QUOTAS_CONTEXT]: { vpcsPerRegion: 9, ...quotas } } });

describe("every code", () => {
  it("has a case", () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(codes).sort());
  });

  it.each(Object.entries(cases))("%s comes when its rule is broken, and no other does", (code, bad) => {
    expect([...new Set(problemsWith(bad).map((problem) => problem.code))]).toEqual([
      code,
      ...(bad.also ?? []),
    ]);
  });

  it.each(Object.entries(codes))("%s says what is allowed, what to do and which page says so", (_, row) => {
    expect(row.subject).not.toBe("");
    expect(row.allowed).toMatch(/^\S.*\S$/s);
    expect(row.fix).toMatch(/^[a-z].*[^.]$/s);
    expect(new URL(row.page).protocol).toBe("https:");
  });
});

describe("a problem", () => {
  it("reads as a sentence: code, construct path, rule, what was given, what to do", () => {
    const [problem] = problemsWith(cases.FY322);
    expect(sentence(problem!)).toBe(
      "FY322 test/Door: a load balancer needs subnets in at least 2 zones, got 1 (us-east-1a): add a zone to the Network",
    );
  });

  it("quotes no more of what was given than can be read", () => {
    const [problem] = problemsWith({ stack: { region: "x".repeat(1000) } });
    expect(problem!.given).toMatch(/^"x{159}… \(1002 characters\)$/);
  });
});
