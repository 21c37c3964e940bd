import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { soundDocument } from "../../traffic/documents/sound";
import { run } from "./screen";

const folder = mkdtempSync(join(tmpdir(), "frontyard-check-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function broken(): string {
  const document = soundDocument();
  document.block("aws_ecs_service.web", "network_configuration").assign_public_ip = true;
  return document.json;
}

const sound = file("sound.json", soundDocument().json);
const bad = file("bad.json", broken());
const waiver = { rule: "FY533", address: "aws_ecs_service.*", reason: "a test bench" };
const waivers = file("waivers.json", JSON.stringify([waiver]));

describe("the exit code", () => {
  it("is 0 if there is nothing to mend", async () => {
    expect(await run([sound])).toMatchObject({ code: 0, problems: "" });
  });

  it("is 1 for a warning", async () => {
    expect((await run([sound, bad])).code).toBe(1);
  });

  it("is 0 if there are notes only", async () => {
    const document = soundDocument().remove("aws_ecs_service.api").remove("aws_appautoscaling_target.api");
    const { code, out } = await run([file("note.json", document.json)]);
    expect(code).toBe(0);
    expect(out).toContain("0 errors, 0 warnings, 1 note");
  });

  it("is 0 if all is waived", async () => {
    expect((await run([bad, "--waivers", waivers])).code).toBe(0);
  });

  it("is 2 if a file can't be read, and the others are checked all the same", async () => {
    const { code, out } = await run([join(folder, "gone.json"), file("text.json", "hello"), bad]);
    expect(code).toBe(2);
    expect(out).toContain("can't be read: ENOENT");
    expect(out).toContain("is not JSON");
    expect(out).toContain("FY533");
  });

  it("is 2 if the waivers can't be read, with one line", async () => {
    const { code, out, problems } = await run([bad, "--waivers", file("w.json", '[{"rule":"FY533"}]')]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(problems).toMatch(/^check: .*w\.json: waiver 1 needs "rule", "address" and "reason".*\n$/);
  });

  it("is 2 for a mistyped option", async () => {
    expect(await run(["--fix"])).toMatchObject({
      code: 2,
      problems: expect.stringContaining("unknown option --fix"),
    });
  });

  it("is 0 for help", async () => {
    expect(await run(["--help"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("Usage: npm run check"),
    });
  });
});

describe("without a file", () => {
  it("all stacks of the app are synthesized and checked, and have no findings", async () => {
    const { code, out } = await run([]);
    expect(out).toBe(`learning-app
  no findings
  from the internet:
    reached  my-learning-app-alb       on port 80
    closed   my-backend-task-service   it is not registered with a load balancer
    reached  my-frontend-task-service  through my-learning-app-alb on port 80

voice-agent
  no findings
  from the internet:
    reached  Fargate-ALB  on port 80
    reached  Agent        through Fargate-ALB on port 80

2 stacks: 0 errors, 0 warnings, 0 notes
`);
    expect(code).toBe(0);
  });

  it("a door with nobody behind it yet is worth a note", async () => {
    process.env.VOICE_AGENT_DAY = "9";
    const { code, out } = await run([]);
    delete process.env.VOICE_AGENT_DAY;
    expect(code).toBe(0);
    expect(out).toContain("note     FY521  voice-agent/Targets/Resource");
  });
});

describe("waivers that nothing needs", () => {
  it("are told", async () => {
    const { code, out } = await run([sound, "--waivers", waivers]);
    expect(code).toBe(0);
    expect(out).toContain("Waivers that nothing needs\n  FY533  aws_ecs_service.*");
  });

  it("are those that no file needs", async () => {
    expect((await run([sound, bad, "--waivers", waivers])).out).not.toContain("nothing needs");
  });
});
