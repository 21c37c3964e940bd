import type * as ChildProcess from "node:child_process";
import { execFileSync, type SpawnSyncOptions } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version as ownVersion } from "../../../package.json";
import { terraformModulesCommand } from "../../../cli/terraform-modules/write-modules";
import { filesIn, outdir } from "../../support/outdir";

const MANIFEST = ".frontyard-share.json";

const FILES = [
  MANIFEST,
  "README.md",
  "examples/three-zones/main.tf",
  "examples/two-zones/main.tf",
  "main.tf.json",
  "tests/inputs.tftest.hcl",
  "tests/shapes.tftest.hcl",
];

/** The very object that the command calls git through. */
const processes = jest.requireActual<typeof ChildProcess>("node:child_process");

let said: string[];
let complained: string[];
let folder: string;

beforeEach(() => {
  said = [];
  complained = [];
  folder = join(outdir(), "modules");
  jest.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => void complained.push(line));
});

afterEach(() => jest.restoreAllMocks());

const share = (...args: string[]): Promise<number> => terraformModulesCommand([...args, "--to", folder]);
const read = (...path: string[]): string => readFileSync(join(folder, ...path), "utf8");

/** Modules are synthesized in dozens of shapes, several times in a test. */
jest.setTimeout(60_000);

describe("a module's folder", () => {
  it("holds the module, its README, examples and tests, and says which version made it", async () => {
    expect(await share("network")).toBe(0);
    expect(filesIn(folder)).toEqual(FILES.map((file) => join("network", file)));
    expect(said).toEqual([`wrote ${join(folder, "network")}: 5 inputs, 6 outputs`]);
    expect(JSON.parse(read("network", "main.tf.json"))).toHaveProperty(
      "//",
      expect.stringContaining(` ${ownVersion} `),
    );
    expect(read("network", "README.md")).toContain(`version ${ownVersion}.`);
  });

  it("is made again in place: its own files are replaced, all others stay", async () => {
    await share("network", "--version", "0.0.1");
    const own = [
      "OWNERS",
      "examples/ours/main.tf",
      "examples/two-zones/terraform.tfvars",
      "tests/ours.tftest.hcl",
    ];
    mkdirSync(join(folder, "network", "examples", "ours"));
    for (const file of own) writeFileSync(join(folder, "network", file), `${file} of the network team`);
    expect(await share("network", "--version", "0.0.2")).toBe(0);
    expect(read("network", "README.md")).toContain("version 0.0.2.");
    expect(filesIn(join(folder, "network"))).toEqual([...own, ...FILES].sort());
    for (const file of own) expect(read("network", file)).toBe(`${file} of the network team`);
  });

  it("that was changed is refused, file by file, and nothing is written anywhere", async () => {
    await share("network", "--version", "0.0.1");
    for (const file of ["README.md", "examples/two-zones/main.tf"])
      appendFileSync(join(folder, "network", file), "\n");
    const before = filesIn(folder).map((file) => read(file));
    expect(await share("front-door", "network", "--version", "0.0.2")).toBe(2);
    const [said = ""] = complained;
    for (const file of ["README.md", "examples/two-zones/main.tf"])
      expect(said).toContain(`${join(folder, "network", file)} was changed after this command wrote it`);
    expect(said).not.toContain("inputs.tftest.hcl");
    expect(filesIn(folder).map((file) => read(file))).toEqual(before);
    expect(await share("network", "--version", "0.0.2", "--adopt")).toBe(0);
    expect(read("network", "README.md")).toContain("version 0.0.2.");
  });

  it("of a release without manifest is taken over with --adopt", async () => {
    await share("network", "--version", "0.0.1");
    rmSync(join(folder, "network", MANIFEST));
    expect(await share("network", "--version", "0.0.2")).toBe(2);
    expect(complained).toEqual([
      expect.stringMatching(/README\.md was not written by this command[^]*--adopt/),
    ]);
    expect(await share("network", "--version", "0.0.2", "--adopt")).toBe(0);
    expect(read("network", "README.md")).toContain("version 0.0.2.");
  });

  it("that is a link, or holds one on the way, is refused", async () => {
    const elsewhere = join(outdir(), "modules");
    await terraformModulesCommand(["network", "--version", "0.0.1", "--to", elsewhere]);
    const before = readFileSync(join(elsewhere, "network", "README.md"), "utf8");
    mkdirSync(folder);
    symlinkSync(join(elsewhere, "network"), join(folder, "network"));
    expect(await share("network", "--version", "0.0.2", "--adopt")).toBe(2);
    expect(complained).toEqual([
      expect.stringContaining("network is a symbolic link, which is not followed"),
    ]);
    expect(readFileSync(join(elsewhere, "network", "README.md"), "utf8")).toBe(before);
  });

  it("may be there, and empty", async () => {
    mkdirSync(join(folder, "network"), { recursive: true });
    expect(await share("network")).toBe(0);
  });

  it.each([
    ["somebody's HCL", "main.tf", ""],
    ["another's module in JSON", "main.tf.json", '{"resource": {}}'],
  ])("that holds %s is refused, and nothing is written anywhere", async (_, file, text) => {
    mkdirSync(join(folder, "network"), { recursive: true });
    writeFileSync(join(folder, "network", file), text);
    expect(await share("front-door", "network")).toBe(2);
    expect(complained).toEqual([
      `terraform-modules: ${join(folder, "network")} is there already, and was not made by this command: move it away, or write elsewhere with --to`,
    ]);
    expect(filesIn(folder)).toEqual([join("network", file)]);
    expect(read("network", file)).toBe(text);
  });

  it("that is a file is refused", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "network"), "");
    expect(await share("network")).toBe(2);
    expect(complained).toEqual([expect.stringContaining("network is a file")]);
  });

  it("says all that stands in the way at once", async () => {
    for (const name of ["network", "front-door"]) {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, "main.tf"), "");
    }
    await share();
    expect(complained.join("\n").match(/is there already/g)).toHaveLength(2);
  });
});

describe("what is refused before anything is made", () => {
  it.each([
    [["networks"], "no module networks; there are: network, front-door, fargate-service, web-application"],
    [["a", "network", "b"], "no module a, b; there are: network, front-door"],
    [["constructor"], "no module constructor; there are: network"],
    [["--version", "1"], "1 is not a version such as 1.0.0"],
    [["--nothing"], "unknown option --nothing. See --help"],
  ])("%j", async (args, problem) => {
    expect(await share(...args)).toBe(2);
    expect(complained).toEqual([expect.stringContaining(`terraform-modules: ${problem}`)]);
    expect(filesIn(folder)).toEqual([]);
  });

  it("is nothing when help is asked for", async () => {
    expect(await share("--help")).toBe(0);
    expect(said.join("\n")).toMatch(/^Usage: .*terraform-modules/);
    expect(filesIn(folder)).toEqual([]);
  });
});

describe("for a registry", () => {
  let home: string;

  /** Nobody has told git a name here, and no settings of this machine reach in. */
  beforeEach(() => {
    home = outdir();
    const { spawnSync } = processes;
    const own = { PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: "1" };
    jest
      .spyOn(processes, "spawnSync")
      .mockImplementation(((command: string, args: string[], options: SpawnSyncOptions) =>
        spawnSync(command, args, { ...options, env: own })) as typeof spawnSync);
  });

  const repository = (): string => join(folder, "terraform-aws-network");
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: repository(), encoding: "utf8" }).trim();

  it("a module is a repository with a commit and a tag, by Frontyard where git knows no name", async () => {
    expect(await share("network", "--registry", "--version", "1.0.0")).toBe(0);
    expect(said).toEqual([`wrote ${repository()}: 5 inputs, 6 outputs, tag v1.0.0`]);
    expect(git("log", "--all", "--format=%an: %s, %D")).toBe(
      "Frontyard: Version 1.0.0, HEAD -> main, tag: v1.0.0",
    );
    expect(git("cat-file", "-t", "v1.0.0")).toBe("tag");
    expect(git("status", "--short")).toBe("");
    expect(git("ls-files").split("\n")).toEqual([MANIFEST, ".gitignore", "LICENSE", ...FILES.slice(1)]);
    expect(read("terraform-aws-network", "README.md")).toContain('"ORGANIZATION/network/aws"');
  });

  it("another version is another commit and tag, and the first stays", async () => {
    await share("network", "--registry", "--version", "1.0.0");
    expect(await share("network", "--registry", "--version", "1.1.0")).toBe(0);
    expect(git("log", "--format=%s")).toBe("Version 1.1.0\nVersion 1.0.0");
    expect(git("tag")).toBe("v1.0.0\nv1.1.0");
    expect(git("show", "v1.0.0:README.md")).toContain('"~> 1.0.0"');
    expect(git("show", "v1.1.0:README.md")).toContain('"~> 1.1.0"');
  });

  it("a license and a .gitignore of its owner stay as they are", async () => {
    await share("network", "--registry", "--version", "1.0.0");
    for (const file of ["LICENSE", ".gitignore"]) writeFileSync(join(repository(), file), "ours");
    expect(await share("network", "--registry", "--version", "1.1.0")).toBe(0);
    expect([git("show", "v1.1.0:LICENSE"), git("show", "v1.1.0:.gitignore")]).toEqual(["ours", "ours"]);
  });

  it("a version that is there is refused, and nothing changes", async () => {
    await share("network", "--registry", "--version", "1.0.0");
    const before = git("rev-parse", "HEAD", "v1.0.0");
    writeFileSync(join(repository(), "README.md"), "changed");
    expect(await share("front-door", "network", "--registry", "--version", "1.0.0")).toBe(2);
    expect(complained).toEqual([
      `terraform-modules: ${repository()} has a tag v1.0.0 already: choose another with --version`,
    ]);
    expect(git("rev-parse", "HEAD", "v1.0.0")).toBe(before);
    expect(read("terraform-aws-network", "README.md")).toBe("changed");
    expect(filesIn(join(folder, "terraform-aws-front-door"))).toEqual([]);
  });

  it("commits are those of whom git knows", async () => {
    writeFileSync(join(home, ".gitconfig"), "[user]\nname = Ada\nemail = ada@example.com\n");
    await share("network", "--registry", "--version", "1.0.0");
    expect(git("log", "--format=%an <%ae>")).toBe("Ada <ada@example.com>");
  });

  it("a repository that is connected already keeps its history and its remote", async () => {
    mkdirSync(repository(), { recursive: true });
    git("init", "--quiet", "--initial-branch", "trunk");
    git("remote", "add", "origin", "https://example.com/terraform-aws-network.git");
    expect(await share("network", "--registry", "--version", "1.0.0")).toBe(0);
    expect(git("remote", "get-url", "origin")).toBe("https://example.com/terraform-aws-network.git");
    expect(git("log", "--format=%D")).toBe("HEAD -> trunk, tag: v1.0.0");
  });
});
