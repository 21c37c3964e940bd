import { readFileSync } from "node:fs";
import { homedir, hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "../main";
import { filesIn, outdir } from "./support/outdir";

const FILES = ["manifest.json", "stacks/learning-app/cdk.tf.json", "stacks/voice-agent/cdk.tf.json"];

/** What a synth writes, file by file. */
function written(): Map<string, string> {
  const folder = outdir();
  buildApp({ outdir: folder }).synth();
  return new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

describe("the app", () => {
  const [first, second] = [written(), written()];

  it("writes a stack a file, and a manifest", () => {
    expect([...first.keys()]).toEqual(FILES);
  });

  it("writes the same bytes at every synth", () => {
    expect(second).toEqual(first);
  });

  it("writes nothing that belongs to this machine", () => {
    const machine = [process.cwd(), homedir(), tmpdir(), hostname(), __dirname].filter(
      (text) => text.length > 1,
    );
    for (const text of first.values()) {
      for (const own of machine) expect(text).not.toContain(own);
      expect(text).not.toMatch(/"(\/(home|root|Users|tmp|work|var)\/|[A-Z]:\\)/);
    }
  });

  it("writes no time and no chance into it", () => {
    const all = [...first.values()].join();
    expect(all).not.toMatch(/\b20\d\d-\d\d-\d\dT\d\d:/);
    expect(all).not.toMatch(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/);
  });

  it("writes no file before it is told to synthesize", () => {
    const folder = outdir();
    buildApp({ outdir: folder });
    expect(filesIn(folder)).toEqual([]);
  });
});

describe("the day of the walkthrough", () => {
  const { VOICE_AGENT_DAY: before } = process.env;
  afterEach(() => {
    if (before === undefined) delete process.env.VOICE_AGENT_DAY;
    else process.env.VOICE_AGENT_DAY = before;
  });

  it("is chosen by VOICE_AGENT_DAY", () => {
    process.env.VOICE_AGENT_DAY = "9";
    const stack = written().get("stacks/voice-agent/cdk.tf.json");
    expect(stack).toContain("aws_lb_listener");
    expect(stack).not.toContain("aws_ecs_service");
  });
});
