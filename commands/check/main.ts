// npm run check
import { checkCommand } from "./check";

try {
  process.exitCode = checkCommand(process.argv.slice(2));
} catch (problem) {
  console.error(problem);
  process.exitCode = 2;
}
