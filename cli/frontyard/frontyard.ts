import { version } from "../../package.json";
import { emulatorWord } from "../../emulator/emulator-word";
import { renamed, subcommands } from "./subcommands";
import { complain, say } from "../application/say";

const names = Object.keys(subcommands);
const width = Math.max(...names.map((name) => name.length));

export const usage = [
  "Usage: npx frontyard COMMAND [ARGUMENT...]",
  "",
  "Containers on AWS Fargate behind one front door, with the Terraform CDK. Run it in the folder of your cdktf.json: the",
  "app that is named there is synthesized, and nothing of yours is changed or deployed.",
  "",
  ...Object.entries(subcommands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
  "",
  "  --help     print this; after a COMMAND, what that takes",
  "  --version  print the version",
].join("\n");

/** The executable of the package; resolves to the exit code, or to nothing if the process lives on. */
export async function frontyard([word, ...rest]: readonly string[]): Promise<number | undefined> {
  const first = word === undefined ? undefined : (renamed.get(word) ?? word);
  if (word !== undefined && first !== word)
    complain(`frontyard: ${word} is deprecated and will be removed in 1.0: use ${first}`);
  if (first === undefined || first === "--help" || first === "-h") return print(usage);
  if (first === "--version" || first === "-v") return print(version);
  if (first === emulatorWord) return subcommands.rehearse?.run([first, ...rest]);
  const wanted = Object.entries(subcommands).find(([name]) => name === first);
  if (wanted !== undefined) return wanted[1].run(rest);
  const kind = first.startsWith("-") ? "option" : "command";
  complain(`frontyard: unknown ${kind} ${first}; there are: ${names.join(", ")}, --help, --version`);
  return 2;
}

function print(text: string): number {
  say(text);
  return 0;
}
