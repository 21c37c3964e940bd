import { synthesizedFiles } from "../../../cli/output/files";
import {
  differences,
  fileReads,
  former,
  ownPaths,
  unlocked,
  variablesOf,
} from "../../../cli/output/findings";

const stack = (variable = {}): string =>
  JSON.stringify({ terraform: { required_providers: { aws: { source: "hashicorp/aws" } } }, variable });
const files = (entries: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(Object.entries(entries));

const SHOP = "stacks/shop/cdk.tf.json";
const LOCK = "stacks/shop/.terraform.lock.hcl";

describe("committed output", () => {
  it("is current if every file is what a synth writes now", () => {
    expect(differences(files({ [SHOP]: stack(), [LOCK]: "x" }), files({ [SHOP]: stack() }))).toEqual([]);
  });

  it("is refused where a stack reads a state in a file, which no run of HCP Terraform has", () => {
    const reading = (backend: string): string =>
      JSON.stringify({ data: { terraform_remote_state: { "State-network": { backend } } } });
    expect(fileReads(files({ [SHOP]: reading("remote"), "stacks/b/cdk.tf.json": stack() }))).toEqual([]);
    expect(fileReads(files({ [SHOP]: reading("local") }))).toEqual([
      `${SHOP} reads State-network in a local file: say in settings or code where states are kept`,
    ]);
  });

  it("is not current where a file is missing, has changed, or belongs to no stack", () => {
    const committed = files({
      [SHOP]: "a\nb\n",
      "stacks/old/cdk.tf.json": "",
      "stacks/old/.terraform.lock.hcl": "",
    });
    const current = files({ [SHOP]: "a\nc\n", "stacks/new/cdk.tf.json": "" });
    expect(differences(committed, current)).toEqual([
      `${SHOP} is not current: from line 2`,
      "stacks/new/cdk.tf.json is missing",
      "stacks/old/cdk.tf.json belongs to no stack any more",
      "stacks/old/.terraform.lock.hcl belongs to no stack any more",
    ]);
    expect(former(committed, current)).toHaveLength(2);
  });

  it("needs a lock file with every provider of every stack", () => {
    const current = files({ [SHOP]: stack() });
    expect(unlocked(files({}), current)).toEqual([`${LOCK} is missing: run npm run output -- --lock`]);
    const other = files({ [LOCK]: 'provider "registry.terraform.io/hashicorp/null" {' });
    expect(unlocked(other, current)).toEqual([
      `${LOCK} does not hold hashicorp/aws: run npm run output -- --lock`,
    ]);
    const own = files({ [LOCK]: 'provider "registry.terraform.io/hashicorp/aws" {' });
    expect(unlocked(own, current)).toEqual([]);
  });

  it("holds no path of the machine that wrote it", () => {
    expect(ownPaths(files({ [SHOP]: '"/home/me/x"' }), ["/home/me", "/"])).toEqual([
      `${SHOP} holds a path of this machine: /home/me`,
    ]);
  });

  it("tells which variables a workspace may or has to set", () => {
    expect(variablesOf(stack({ image: { default: "a:1" }, domain: {} }))).toEqual([
      "image",
      "domain (has to be set)",
    ]);
  });
});

describe("what is committed of this project", () => {
  it("is the same at every synth, with nothing of this machine, whatever the environment says of states", async () => {
    const first = await synthesizedFiles();
    process.env["FRONTYARD_STATE"] = "s3://acme";
    const second = await synthesizedFiles();
    delete process.env["FRONTYARD_STATE"];
    expect(second).toEqual(first);
    expect([...first.keys()]).toContain("stacks/voice-agent/cdk.tf.json");
    expect(ownPaths(first, [process.cwd(), __dirname])).toEqual([]);
  });
});
