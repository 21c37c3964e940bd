import { isColoured } from "../rehearse/report/screen";
import { checkCommand } from "./check";

const screen = {
  out: (text: string) => process.stdout.write(text),
  problem: (text: string) => process.stderr.write(text),
  isColoured: isColoured(process.stdout, process.env),
};

checkCommand(process.argv.slice(2), screen).then(
  (code) => {
    process.exitCode = code;
  },
  (problem: unknown) => {
    console.error(problem);
    process.exitCode = 2;
  },
);
