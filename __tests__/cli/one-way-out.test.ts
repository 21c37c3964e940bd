import { Relay } from "../../cli/application/say";
import { brokenRules } from "../support/linted";

const SPEAKING = [
  'process.stdout.write("a");',
  'process.stderr.write("a");',
  'process["stdout"].write("a");',
  'process[["stdout", "stderr"][0] as "stdout"].write("a");',
  "const { stdout } = process;\nvoid stdout;",
  'import { stdout } from "node:process";\nvoid stdout;',
  'import { Console } from "node:console";\nvoid Console;',
  'import { writeSync } from "node:fs";\nwriteSync(1, "a");',
  'import { createReadStream } from "node:fs";\ncreateReadStream("a").pipe(process.stdout);',
  'import { spawn } from "node:child_process";\nspawn("a", { stdio: "inherit" });',
  'import { spawn } from "node:child_process";\nspawn("a", { stdio: ["ignore", "inherit", "inherit"] });',
  'import { spawn } from "node:child_process";\nspawn("a", { stdio: ["ignore", 1, 2] });',
  'console.log("a");',
  'console.error("a");',
];
const QUIET = [
  'import { spawn } from "node:child_process";\nspawn("a", { stdio: ["ignore", "pipe", "pipe"] });',
  'import { say } from "../application/say";\nsay("a");',
];

/** One that is new, one that may write files, one of the writer, and those that pass Terraform's words on. */
const FILES = ["new/new.ts", "files/new.ts", "output/lock.ts", "pipeline/terraform.ts", "check/check.ts"].map(
  (name) => `cli/${name}`,
);

it("the linter knows one way out of the commands, whatever else a file may do", () => {
  const cases = FILES.flatMap((file) => [...SPEAKING, ...QUIET].map((code) => ({ code: `${code}\n`, file })));
  const rules = brokenRules(cases);
  const passed = cases.filter(
    (_, at) => !rules[at]?.some((rule) => ["no-restricted-syntax", "no-console"].includes(rule)),
  );
  expect(passed.map(({ code }) => code.trim())).toEqual(FILES.flatMap(() => QUIET));
});

/** What a program says comes in pieces, wherever they end. */
describe("another program's words", () => {
  const relayed = (...chunks: string[]): string => {
    let said = "";
    const spy = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
      said += String(text);
      return true;
    });
    try {
      const relay = new Relay("stdout");
      for (const chunk of chunks) relay.take(chunk);
      relay.end();
    } finally {
      spy.mockRestore();
    }
    return said;
  };

  it("are passed on whole", () => {
    expect(relayed("a\nb", "c\n", "", "d")).toBe("a\nbc\nd");
  });

  it.each([
    ["::error::x", 1],
    ["::error::x", 2],
    ["\u001b[2Jx", 1],
    ["##[error]x", 2],
    ["##vso[task]x", 1],
  ])("hold no command, though %j comes in two pieces", (text, at) => {
    const said = relayed("a\n", text.slice(0, at), text.slice(at));
    expect(said).toMatch(/^a\n.*x$/);
    expect(said).not.toMatch(/\u001b|^::|##[a-z]*\[/m);
  });
});
