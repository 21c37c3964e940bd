// npm run output
import { outputCommand } from "./output";

process.exitCode = outputCommand(process.argv.slice(2));
