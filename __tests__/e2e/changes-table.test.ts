import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { Running } from "./command";

const root = join(__dirname, "../..");
const program = join(root, "dist", "scripts", "changes", "main.js");

/** One of each kind: something goes that was in use, something moves, the door changes, the way out changes. */
const PICKED = ["before the first one", "HTTPS under a domain", "rename a construct", "NAT instance"];

describe("npm run changes", () => {
  it("finds docs/changes.md to be right: each change is made to a stack that stands", async () => {
    execFileSync(process.execPath, ["build/bundle.mjs", "changes"], { cwd: root });
    const command = [process.execPath, program, "--check", ...PICKED];
    const ended = await new Running(command, { env: { ...process.env, CI: "1" } }).ended;
    expect(ended.output).not.toMatch(/failed|does not say/);
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(ended.output).toMatch(/^\| HTTPS under a domain +\| in place +\|/m);
    expect(ended.output).toMatch(/^\| Rename a construct.*\| in place, \d+ moved in the state/m);
  });
});
