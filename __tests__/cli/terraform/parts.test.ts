import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cliConfig } from "../../../cli/terraform/parts/cli-config";
import { missingLine } from "../../../cli/terraform/parts/missing-part";
import { mirrorIn } from "../../../cli/terraform/parts/mirror-folder";
import { impliedFolders } from "../../../cli/terraform/parts/mirror-places";
import { searchMirror } from "../../../cli/terraform/parts/mirror-search";
import { missingMoto, motoServers } from "../../../cli/terraform/parts/moto-server";
import { findProvider, mirrorVariable, unreachableRegistry } from "../../../cli/terraform/parts/provider";
import { readTerraformVersion } from "../../../cli/terraform/parts/terraform-cli";
import { isWithin } from "../../../cli/terraform/parts/version";
import { outdir } from "../../support/outdir";

const platform = "linux_amd64";

/** A mirror with the provider in it: unpacked, or packed as a zip file. */
function mirror(
  folder: string,
  version: string,
  how: "unpacked" | "packed" = "unpacked",
  on = platform,
): string {
  const home = join(folder, "registry.terraform.io", "hashicorp", "aws");
  const file =
    how === "unpacked"
      ? join(home, version, on, `terraform-provider-aws_v${version}_x5`)
      : join(home, `terraform-provider-aws_${version}_${on}.zip`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  return folder;
}

describe("a version", () => {
  it.each([
    ["5.100.0", true],
    ["6.99.1", true],
    ["5.99.9", false],
    ["7.0.0", false],
    ["6.0.0-beta1", false],
    ["latest", false],
  ])("%s is within the provider's range: %s", (version, expected) => {
    expect(isWithin(version, { from: "5.100.0", below: "7.0.0" })).toBe(expected);
  });
});

describe("the Terraform CLI", () => {
  const answer = (version: string): string => JSON.stringify({ terraform_version: version, platform });

  it("is known by its version and platform", () => {
    expect(readTerraformVersion(answer("1.11.0"))).toEqual({ version: "1.11.0", platform });
    expect(readTerraformVersion(answer("1.15.0-dev"))).toEqual({ version: "1.15.0-dev", platform });
  });

  it("is missing when it cannot run, is too old, or is something else", () => {
    expect(readTerraformVersion(undefined)).toMatchObject({ problem: "no terraform on PATH that runs" });
    expect(readTerraformVersion(answer("1.10.9"))).toMatchObject({
      problem: "terraform on PATH is 1.10.9, too old",
    });
    expect(readTerraformVersion("Terraform v1.11.4")).toMatchObject({
      problem: '"terraform version -json" does not answer as Terraform does',
    });
  });

  it("is installed by a command of the platform", () => {
    const remedy = (on: string): unknown => readTerraformVersion(undefined, on);
    expect(remedy("darwin")).toMatchObject({ remedy: "brew install hashicorp/tap/terraform" });
    expect(remedy("linux")).toMatchObject({
      remedy: expect.stringMatching(/^curl .* sudo unzip /) as string,
    });
  });
});

describe("a mirror folder", () => {
  it("holds the provider unpacked or packed, and the newest in range counts", () => {
    const folder = mirror(mirror(mirror(outdir(), "5.100.0"), "6.2.0", "packed"), "7.1.0");
    expect(mirrorIn(folder, platform)).toEqual({ folder, version: "6.2.0", packed: true });
    expect(mirrorIn(mirror(folder, "6.10.0"), platform)).toEqual({
      folder,
      version: "6.10.0",
      packed: false,
    });
  });

  it("is of no use for another platform, an old version, or an empty version folder", () => {
    expect(mirrorIn(mirror(outdir(), "5.100.0", "unpacked", "darwin_arm64"), platform)).toBeUndefined();
    expect(mirrorIn(mirror(outdir(), "5.99.0", "packed"), platform)).toBeUndefined();
    const hollow = outdir();
    mkdirSync(join(hollow, "registry.terraform.io", "hashicorp", "aws", "5.100.0", platform), {
      recursive: true,
    });
    expect(mirrorIn(hollow, platform)).toBeUndefined();
    expect(mirrorIn("/nowhere", platform)).toBeUndefined();
  });
});

describe("the search below usual roots", () => {
  it("finds the nearest mirror, in the order of the roots", () => {
    const [first, second] = [outdir(), outdir()];
    mirror(join(first, "a", "b"), "5.100.0");
    const near = mirror(join(second, "mirror"), "5.100.0");
    expect(searchMirror([first, second], platform)?.folder).toBe(near);
  });

  it("goes three folders deep, past node_modules, and no deeper", () => {
    const root = outdir();
    mirror(join(root, "node_modules", "x"), "5.100.0");
    mirror(join(root, "a", "b", "c", "d"), "5.100.0");
    expect(searchMirror([root], platform)).toBeUndefined();
    const deep = mirror(join(root, "a", "b", "e"), "5.100.0");
    expect(searchMirror([root], platform)?.folder).toBe(deep);
  });

  it("goes on past a mirror that is of no use", () => {
    const root = outdir();
    mirror(join(root, "a"), "4.0.0");
    const good = mirror(join(root, "b"), "5.100.0");
    expect(searchMirror([root], platform)?.folder).toBe(good);
  });

  it("gives up when its time is over", () => {
    const root = outdir();
    mirror(join(root, "a"), "5.100.0");
    expect(searchMirror([root], platform, { depth: 3, milliseconds: -1 })).toBeUndefined();
  });
});

describe("the provider", () => {
  const machine = (env: Record<string, string> = {}) => {
    const home = outdir();
    return { platform: "linux" as const, home, folder: outdir(), env: { XDG_DATA_DIRS: outdir(), ...env } };
  };

  it("comes from the mirror that the environment names, before any other", () => {
    const named = mirror(outdir(), "5.100.0");
    const there = machine({ [mirrorVariable]: named });
    mirror(join(there.home, ".terraform.d", "plugins"), "6.0.0");
    expect(findProvider(there, platform, [])).toMatchObject({ mirror: { folder: named } });
  });

  it("is missing when the named mirror is of no use, even if there is another", () => {
    const there = machine({ [mirrorVariable]: "/nowhere" });
    mirror(join(there.home, ".terraform.d", "plugins"), "6.0.0");
    expect(findProvider(there, platform, [])).toMatchObject({
      problem:
        "FRONTYARD_PROVIDER_MIRROR names /nowhere, which has no version >= 5.100.0 and < 7.0.0 for linux_amd64",
    });
  });

  it("comes from Terraform's own folders before those that are searched", () => {
    const there = machine();
    const root = outdir();
    mirror(join(root, "mirror"), "6.0.0");
    expect(findProvider(there, platform, [root])).toMatchObject({ mirror: { folder: join(root, "mirror") } });
    const implied = mirror(join(there.home, ".terraform.d", "plugins"), "5.100.0");
    expect(findProvider(there, platform, [root])).toMatchObject({ mirror: { folder: implied } });
  });

  it("comes from the registry otherwise, by the user's own configuration if there is one", () => {
    const there = machine();
    expect(findProvider(there, platform, [])).toEqual({ kind: "registry", ownConfig: undefined });
    const ownConfig = join(there.home, ".terraformrc");
    writeFileSync(ownConfig, "");
    expect(findProvider(there, platform, [])).toEqual({ kind: "registry", ownConfig });
  });

  it("is looked for where Terraform looks, on each platform", () => {
    const home = "/home/me";
    const at = (on: NodeJS.Platform, env = {}): string[] =>
      impliedFolders({ platform: on, home, folder: "/work", env });
    expect(at("linux")).toEqual([
      "/work/terraform.d/plugins",
      "/home/me/.terraform.d/plugins",
      "/home/me/.local/share/terraform/plugins",
      "/usr/local/share/terraform/plugins",
      "/usr/share/terraform/plugins",
    ]);
    expect(at("linux", { XDG_DATA_HOME: "/data", XDG_DATA_DIRS: "/a:relative:/b" }).slice(2)).toEqual([
      "/data/terraform/plugins",
      "/a/terraform/plugins",
      "/b/terraform/plugins",
    ]);
    expect(at("darwin").slice(1)).toEqual([
      "/home/me/.terraform.d/plugins",
      "/home/me/Library/Application Support/io.terraform/plugins",
      "/Library/Application Support/io.terraform/plugins",
    ]);
  });
});

describe("Terraform's configuration", () => {
  it("takes hashicorp/aws from the mirror and everything else from its registry", () => {
    const found = { folder: '/a "b" ${c}', version: "5.100.0", packed: false };
    expect(cliConfig({ kind: "mirror", mirror: found })).toBe(`provider_installation {
  filesystem_mirror {
    path    = "/a \\"b\\" $\${c}"
    include = ["registry.terraform.io/hashicorp/aws"]
  }
  direct {
    exclude = ["registry.terraform.io/hashicorp/aws"]
  }
}
`);
  });

  it("without a mirror asks the registry for everything", () => {
    const text = cliConfig({ kind: "registry", ownConfig: undefined });
    expect(text).toBe("provider_installation {\n  direct {}\n}\n");
  });
});

describe("moto's server", () => {
  it("is asked for on PATH, then through uvx, then from Docker's engine", () => {
    expect(motoServers.map(({ name }) => name)).toEqual(["moto_server", "uvx", "docker"]);
    expect(motoServers[2]?.question).toContain("info");
  });

  it.each(motoServers.map((server) => [server.name, server] as const))(
    "%s listens on the loopback address only",
    (_, server) => {
      expect(server.command(4321).join(" ")).toMatch(/127\.0\.0\.1[: -]+(p )?4321/);
    },
  );
});

it("a missing part is one line with the command that installs it", () => {
  for (const part of [missingMoto, unreachableRegistry("/home/me")]) {
    expect(missingLine(part)).toMatch(/^missing: [^\n]+: [^\n]+\. Do: [^\n]+$/);
  }
  expect(missingLine({ part: "x", problem: "first\n second", remedy: "y" })).toBe(
    "missing: x: first second. Do: y",
  );
});
