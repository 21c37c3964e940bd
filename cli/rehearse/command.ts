import { parseArguments } from "./arguments";
import { runEmulator } from "../../emulator/emulator-process";
import { endKept } from "./kept";
import { rehearse } from "./rehearse";
import { usage } from "./usage";
import { complain, say } from "../application/say";

/**
 * Resolves to the exit code; nothing if the process lives on. `program` is the file that runs now, which the emulator's
 * process runs too, with `emulatorWord`.
 */
export async function rehearseCommand(args: readonly string[], program: string): Promise<number | undefined> {
  const request = parseArguments(args);
  switch (request.kind) {
    case "help":
      say(usage);
      return 0;
    case "refused":
      complain(`rehearse: ${request.problem}`);
      return 2;
    case "end":
      for (const line of await endKept()) say(line);
      return 0;
    case "emulator":
      await runEmulator(request.settingsFile);
      return undefined;
    case "rehearse":
      return rehearse(request, program);
  }
}
