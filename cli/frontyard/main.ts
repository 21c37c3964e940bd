#!/usr/bin/env node
// The executable of the package: npx frontyard.
import { frontyard } from "./frontyard";
import { complain, onceWritten } from "../application/say";

/** Ends the process as soon as all is written; a rehearsal that was kept would hold it. */
function end(code: number): void {
  onceWritten(() => process.exit(code));
}

frontyard(process.argv.slice(2)).then(
  (code) => {
    if (code !== undefined) end(code);
  },
  (problem: unknown) => {
    complain(problem);
    end(2);
  },
);
