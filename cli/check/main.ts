// npm run check
import { checkCommand } from "./check";
import { complain } from "../application/say";

try {
  process.exitCode = checkCommand(process.argv.slice(2));
} catch (problem) {
  complain(problem);
  process.exitCode = 2;
}
