import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { errorsPage } from "../../scripts/docs/errors-page";
import { checkovConfig, policyPage, trivyIgnore } from "../../scripts/docs/policy-page";
import { rulesPage } from "../../scripts/docs/rules-page";
import { assertSound, AwsStack, FrontyardError, LoadBalancer, Network, TargetGroup } from "../../modules";
import { deadLinks, programsIn, ROOT, runProgram, typeErrors } from "../support/page-programs";

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const blocks = (file: string): string[] => programsIn(read(file));

/** Pages with an example that is a whole program. */
const PAGES = ["docs/production.md", "docs/protection.md"];

describe("help", () => {
  const listed = [...read("help").matchAll(/^ {4}npm (?:run )?([a-z0-9:-]+) /gm)].map(([, name]) => name);

  it("lists exactly the scripts that there are", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const asTyped = Object.keys(scripts)
      .filter((name) => name !== "share") // the deprecated name of terraform-modules
      .map((name) => name.replace(/^prepack$/, "pack"));
    expect([...new Set(listed)].sort()).toEqual(asTyped.sort());
  });

  it("fits on one screen", () => {
    expect(read("help").split("\n").length).toBeLessThanOrEqual(40);
    expect(
      Math.max(
        ...read("help")
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(110);
  });
});

describe("pages that are made from the code", () => {
  it.each([
    ["docs/errors.md", errorsPage],
    ["docs/rules.md", rulesPage],
    ["docs/policy-checks.md", policyPage],
    ["docs/policy-checks/checkov.yaml", checkovConfig],
    ["docs/policy-checks/trivyignore", trivyIgnore],
  ])("%s is what `npm run docs` would write now", (file, page) => {
    expect(read(file)).toBe(page());
  });
});

describe("README.md", () => {
  const [code = ""] = blocks("README.md");
  const out = mkdtempSync(join(tmpdir(), "frontyard-readme-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("has a code block that a reader would start from", () => {
    expect(code).toContain("new AwsStack");
  });

  it("has code blocks that synthesize", () => {
    for (const block of blocks("README.md")) runProgram(block, out);
    expect(readdirSync(join(out, "cdktf.out", "stacks"))).toEqual(["shop"]);
  });

  it("has an example that is refused without the line that opens the way to the service it names", () => {
    const line = "orders.allowFrom(shop);\n";
    expect(code).toContain(line);
    const folder = mkdtempSync(join(tmpdir(), "frontyard-readme-"));
    expect(() => runProgram(code.replace(line, ""), folder)).toThrow(
      /FY576 shop\/Shop\/Resource: .+, got ORDERS_URL with orders:9000 of Orders, while Shop does not use Service Connect/,
    );
    expect(existsSync(join(folder, "cdktf.out", "stacks", "shop"))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it("has code blocks without a type error, and so have the pages with examples", () => {
    const pages = ["README.md", ...PAGES];
    expect(typeErrors(pages.flatMap(blocks))).toEqual([]);
  });

  it("quotes the very error that its example would lead to", () => {
    const stack = new AwsStack(new App({ outdir: out }), "shop", { region: "eu-west-1" });
    const network = new Network(stack, "Network", { zones: ["eu-west-1a"] });
    new TargetGroup(stack, "Targets", { network, port: 8000, healthCheck: { path: "healthz" } });
    new LoadBalancer(stack, "FrontDoor", { network, scheme: "internet-facing" });
    const [, quoted = ""] = /^```text\n(2 problems[\s\S]*?)^```/m.exec(read("README.md")) ?? [];
    expect(() => assertSound(stack.node.root)).toThrow(FrontyardError);
    const lines = problemLines(() => assertSound(stack.node.root));
    expect(lines).toEqual(quoted.trimEnd().split("\n").sort());
  });

  it("names only files that exist", () => {
    const links = [...read("README.md").matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, file = ""]) => file);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

describe.each(PAGES)("%s", (page) => {
  const out = mkdtempSync(join(tmpdir(), "frontyard-page-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("has an example that synthesizes", () => {
    const stacks = blocks(page).map((block, position) => {
      const folder = join(out, `${position}`);
      mkdirSync(folder);
      return readdirSync(join(runProgram(block, folder), "stacks")).length;
    });
    expect(stacks).toEqual(page === "docs/production.md" ? [3, 1] : [1]);
  });

  it("names only files that exist", () => {
    expect(deadLinks(page, read(page))).toEqual([]);
  });
});

function problemLines(act: () => void): string[] {
  try {
    act();
    return [];
  } catch (error) {
    return (error as Error).message.split("\n").sort();
  }
}
