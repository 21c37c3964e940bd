import { basename } from "node:path";

/** Whether this process is the package's executable, and not a script of this project. */
export function isPackaged(program = process.argv[1] ?? ""): boolean {
  return basename(program, ".js") === "frontyard";
}

/** What a person types for a command: `npx frontyard check` from the package, `npm run check` in this project. */
export function typed(command: string, args: string, packaged = isPackaged()): string {
  return packaged ? `npx frontyard ${command} ${args}` : `npm run ${command} -- ${args}`;
}
