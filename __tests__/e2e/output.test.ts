import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findParts } from "../../cli/terraform/parts/find-parts";
import { build, programs, Running, type Ended } from "./command";

const folder = mkdtempSync(join(tmpdir(), "frontyard-committed-"));
const stacks = join(folder, "stacks");
let mirror: string | undefined;

function output(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const command = [process.execPath, programs.output, "--to", folder, ...args];
  return new Running(command, { env: { ...process.env, ...env } }).ended;
}

beforeAll(async () => {
  build("output");
  const parts = await findParts();
  mirror =
    "terraform" in parts && parts.provider.kind === "mirror" ? parts.provider.mirror.folder : undefined;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("is written with the lock file of the platforms that were named, and is current then", async () => {
  const env = mirror === undefined ? {} : { FRONTYARD_PROVIDER_MIRROR: mirror };
  const written = await output(["--lock", "--platforms", "linux_amd64"], env);
  expect(written).toMatchObject({ exitCode: 0 });
  expect(written.output).toMatch(/voice-agent\/cdk\.tf\.json; variables: .*agent_image/);
  for (const stack of readdirSync(stacks)) {
    const lock = readFileSync(join(stacks, stack, ".terraform.lock.hcl"), "utf8");
    expect(lock).toMatch(/provider "registry\.terraform\.io\/hashicorp\/aws" \{[^]*"h1:/);
  }
  expect(await output(["--check"])).toMatchObject({ exitCode: 0 });
});

it("is current whatever the environment says of states", async () => {
  expect(await output(["--check"], { FRONTYARD_STATE: "s3://acme" })).toMatchObject({ exitCode: 0 });
});

it("is not current, file by file, once anything differs", async () => {
  appendFileSync(join(stacks, "voice-agent", "cdk.tf.json"), " ");
  rmSync(join(stacks, "learning-app", ".terraform.lock.hcl"));
  mkdirSync(join(stacks, "former"));
  writeFileSync(join(stacks, "former", "cdk.tf.json"), "{}");
  const { exitCode, output: said } = await output(["--check"]);
  expect(exitCode).toBe(1);
  expect(
    said
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("Types not checked ")) // where nobody ran npm run types
      .map((line) => line.replace(`${folder}/`, "")),
  ).toEqual([
    expect.stringMatching(/^stacks\/voice-agent\/cdk\.tf\.json is not current: from line \d+$/),
    "stacks/former/cdk.tf.json belongs to no stack any more",
    "stacks/learning-app/.terraform.lock.hcl is missing: run npm run output -- --lock",
  ]);
});

it("is not written over what somebody changed, unless told to adopt it; lock files and other files stay", async () => {
  const refused = await output([]);
  expect(refused.exitCode).toBe(2);
  expect(refused.output).toContain("voice-agent/cdk.tf.json was changed after this command wrote it");
  const adopted = await output(["--adopt"]);
  expect(adopted).toMatchObject({ exitCode: 0 });
  expect(adopted.output).toMatch(/former\/cdk\.tf\.json belongs to no stack any more.*remove it yourself/);
  expect(readdirSync(stacks)).toEqual(["former", "learning-app", "voice-agent"]);
  expect(readdirSync(join(stacks, "voice-agent"))).toContain(".terraform.lock.hcl");
});

it("is locked again from the lock file that somebody else made", async () => {
  const file = join(stacks, "voice-agent", ".terraform.lock.hcl");
  const own = readFileSync(file, "utf8").replace(/^# .*\n/gm, "");
  writeFileSync(file, `# ours\n${own}`);
  const env = mirror === undefined ? {} : { FRONTYARD_PROVIDER_MIRROR: mirror };
  const written = await output(["--lock", "--platforms", "linux_amd64"], env);
  expect(written).toMatchObject({ exitCode: 0 });
  for (const stack of ["voice-agent", "learning-app"])
    expect(readFileSync(join(stacks, stack, ".terraform.lock.hcl"), "utf8")).toContain("hashicorp/aws");
});
