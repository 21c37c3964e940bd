import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codes } from "../../modules";
import { TLS_POLICIES } from "../../modules/load-balancer/listeners/tls-policies";
import { check } from "../../traffic";
import { programsIn, ROOT, runProgram } from "../support/page-programs";

const read = (file: string): string => readFileSync(join(ROOT, "docs", file), "utf8");
const out = mkdtempSync(join(tmpdir(), "frontyard-docs-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Runs a page's program as a reader would, and returns what it wrote. */
function written(page: string, stack: string): string {
  const [program = ""] = programsIn(read(page));
  return readFileSync(join(runProgram(program, out), "stacks", stack, "cdk.tf.json"), "utf8");
}

describe.each([
  ["https.md", "voice", ["aws_acm_certificate", "aws_lb_listener", "aws_route53_record"]],
  ["routing.md", "shop", ["aws_lb_listener_rule", "aws_lb_target_group"]],
])("%s", (page, stack, types) => {
  it("has a program that runs, and that the traffic rules have nothing against but empty target groups", () => {
    const text = written(page, stack);
    for (const type of types) expect(text).toContain(`"${type}"`);
    expect(new Set(check(text).findings.map(({ code }) => code))).toEqual(new Set(["FY521"]));
  });

  it("names codes and files that exist", () => {
    const named = [...read(page).matchAll(/FY\d{3}/g)].map(([code]) => code);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((code) => !(code in codes))).toEqual([]);
    const files = [...read(page).matchAll(/`((?:docs|__tests__)\/[^`]+)`/g)].map(([, file = ""]) => file);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

it("https.md lists the TLS policies that there are, and the default", () => {
  const page = read("https.md");
  const short = TLS_POLICIES.map((policy) => policy.replace("ELBSecurityPolicy-", ""));
  const [named, implied] = [short.slice(0, 9), short.slice(9)];
  expect(named.filter((policy) => !page.includes(`\`${policy}\``))).toEqual([]);
  expect(implied).toEqual(["TLS13-1-2-PQ-2025-09", "TLS13-1-2-FIPS-2023-04", "TLS13-1-2-FIPS-PQ-2025-09"]);
  expect(page).toContain("its `PQ`, `FIPS` and `FIPS-PQ` forms");
});
