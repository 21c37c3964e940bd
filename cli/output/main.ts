// npm run output
import { outputCommand } from "./output";

void outputCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
