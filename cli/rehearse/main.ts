// npm run rehearse
import { rehearseCommand } from "./command";
import { complain } from "../application/say";

rehearseCommand(process.argv.slice(2), __filename).then(
  (code) => {
    if (code !== undefined) process.exit(code);
  },
  (problem: unknown) => {
    complain(problem);
    process.exit(1);
  },
);
