// npm run rehearse
import { rehearseCommand } from "./command";

rehearseCommand(process.argv.slice(2), __filename).then(
  (code) => {
    if (code !== undefined) process.exit(code);
  },
  (problem: unknown) => {
    console.error(problem);
    process.exit(1);
  },
);
