import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { liftProtection, protectionOf, proveProtected } from "../../../cli/rehearse/steps/protection";
import type { Terraform, TerraformCall } from "../../../cli/terraform/terraform";

const protectedStack = {
  resource: {
    aws_lb: {
      Door: { name: "door", enable_deletion_protection: true, lifecycle: { prevent_destroy: true } },
    },
    aws_efs_file_system: { Files: { lifecycle: { prevent_destroy: true, ignore_changes: ["tags"] } } },
    aws_ecs_cluster: { Cluster: { lifecycle: { create_before_destroy: true } } },
  },
};
const refusal = [
  "Error: Instance cannot be destroyed",
  "│ Resource aws_lb.Door has lifecycle.prevent_destroy set, but the plan calls for this resource to be",
  "│ destroyed. Resource",
  "│ aws_efs_file_system.Files has lifecycle.prevent_destroy set.",
].join("\n");

let folder: string;
let asked: TerraformCall[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "frontyard-test-"));
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A Terraform that answers a destroy's plan. */
function terraform(stack: object, exitCode = 1, stderr = refusal): Terraform {
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(stack));
  const run = (call: TerraformCall) => {
    asked.push(call);
    return Promise.resolve({ exitCode, stdout: "", stderr });
  };
  return { folder, run } as unknown as Terraform;
}

it("a stack without protection has none", () => {
  expect(
    protectionOf({ resource: { aws_lb: { Door: { enable_deletion_protection: false } } } }),
  ).toBeUndefined();
});

it("what refuses is named, and lifted by nothing but what protects", () => {
  expect(protectionOf(protectedStack)).toEqual({
    refusing: ["aws_lb.Door", "aws_efs_file_system.Files"],
    needsApply: true,
    override: {
      resource: {
        aws_lb: { Door: { enable_deletion_protection: false, lifecycle: { prevent_destroy: false } } },
        aws_efs_file_system: { Files: { lifecycle: { prevent_destroy: false } } },
      },
    },
  });
});

it("the proof is a plan of the destroy that is refused for all that is protected", async () => {
  await expect(proveProtected(terraform(protectedStack))).resolves.toBe(
    "protected: refused to destroy, as it should",
  );
  expect(asked.map(({ args }) => args.slice(0, 2))).toEqual([["plan", "-destroy"]]);
});

it.each([
  ["nothing is refused", 0, ""],
  ["it fails for another reason", 1, "Error: no credentials for aws_lb.Door aws_efs_file_system.Files"],
  ["one of them would go", 1, refusal.replaceAll("aws_efs_file_system.Files", "aws_efs_file_system.Other")],
])("it fails where %s", async (_, exitCode, stderr) => {
  await expect(proveProtected(terraform(protectedStack, exitCode, stderr))).rejects.toThrow(
    "Terraform would destroy what is protected",
  );
});

it("lifting writes beside what was synthesized, and tells AWS", async () => {
  await expect(liftProtection(terraform(protectedStack))).resolves.toBe("in Terraform and AWS");
  expect(asked.map(({ args }) => args[0])).toEqual(["apply"]);
  expect(JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"))).toEqual(protectedStack);
});

it("AWS is not told where Terraform alone refuses", async () => {
  const { aws_efs_file_system } = protectedStack.resource;
  await liftProtection(terraform({ resource: { aws_efs_file_system } }));
  expect(asked).toEqual([]);
});
