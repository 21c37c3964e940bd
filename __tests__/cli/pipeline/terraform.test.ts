import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PipelineTerraform } from "../../../cli/pipeline/terraform";

const folder = mkdtempSync(join(tmpdir(), "frontyard-terraform-"));
const { PATH: path } = process.env;

/** A program of this name, in place of the real one. */
function standIn(script: string): PipelineTerraform {
  const file = join(folder, "terraform");
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  process.env["PATH"] = `${folder}${delimiter}${path}`;
  return new PipelineTerraform(folder, { TF_VAR_a: "1" });
}

afterEach(() => {
  process.env["PATH"] = path;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("Terraform in a pipeline", () => {
  it("has the job's environment, and asks nothing", async () => {
    const { stdout } = await standIn('echo "$TF_INPUT $TF_VAR_a $*"').run({ args: ["plan"], silent: true });
    expect(stdout).toBe("0 1 plan\n");
  });

  it("fails with Terraform's own error", async () => {
    const failing = standIn("echo '│ Error: no bucket' >&2; exit 1").run({ args: ["init"], silent: true });
    await expect(failing).rejects.toThrow("Error: no bucket");
  });

  it("takes 2 for an answer where it is one", async () => {
    const two = standIn("exit 2");
    expect(await two.run({ args: ["plan"], accepted: [0, 2] })).toEqual({ exitCode: 2, stdout: "" });
    await expect(two.run({ args: ["plan"] })).rejects.toThrow("terraform ended with 2");
  });

  it("is asked once to stop when a job is cancelled, and is waited for: a second time would lose its state", async () => {
    const asked = join(folder, "asked");
    const started = join(folder, "started");
    const script = `trap 'echo once >> ${asked}' INT; touch ${started}; n=0; while [ $n -lt 8 ]; do sleep 0.1; n=$((n+1)); done`;
    const running = standIn(script).run({ args: ["apply"] });
    while (!existsSync(started)) await pause(10);
    process.emit("SIGINT");
    await pause(200);
    process.emit("SIGTERM");
    expect(await running).toMatchObject({ exitCode: 0 });
    expect(readFileSync(asked, "utf8")).toBe("once\n");
    expect(process.listenerCount("SIGTERM")).toBe(0);
  });

  it("that is not there is said to be so", async () => {
    process.env["PATH"] = join(folder, "nothing");
    await expect(new PipelineTerraform(folder, {}).run({ args: ["plan"] })).rejects.toThrow(
      /^terraform can't be started: .*ENOENT/,
    );
  });
});
