import { lstatSync, readFileSync, realpathSync, type Stats } from "node:fs";
import { join, parse, resolve, sep } from "node:path";
import type { Found } from "./decision";
import { digestOf } from "./file-set";

/** What lies at a path below a folder, which is a folder or not there; no link is followed. */
export function look(folder: string, path: string): Found {
  const parts = path.split("/");
  for (const [index] of parts.entries()) {
    const at = parts.slice(0, index + 1).join("/");
    const isLast = index === parts.length - 1;
    const found = statOf(join(folder, at));
    if (found === undefined) return { kind: "nothing" };
    const what = oddness(found, isLast);
    if (what !== undefined) return { kind: "obstacle", path: at, what };
  }
  try {
    return { kind: "file", digest: digestOf(readFileSync(join(folder, path))) };
  } catch (error) {
    return { kind: "obstacle", path, what: unreadable(error) };
  }
}

/** Says why nothing can be written below a folder, if nothing can. */
export function folderProblem(folder: string): string | undefined {
  const whole = resolve(folder);
  const { root } = parse(whole);
  const parts = whole.slice(root.length).split(sep).filter(Boolean);
  for (const [index] of parts.entries()) {
    const at = join(root, ...parts.slice(0, index + 1));
    const found = statOf(at);
    if (found === undefined) return undefined;
    // Links of the system itself, such as macOS's /tmp and /var, lie in the root.
    if (index === 0 && isLink(found)) continue;
    if (isLink(found)) return `${at} is a symbolic link, which is not followed: name ${target(at)}`;
    const what = oddness(found, false);
    if (what !== undefined) return `${at} is ${what}: move it away`;
  }
  return undefined;
}

function isLink(found: Stats | Error): boolean {
  return !(found instanceof Error) && found.isSymbolicLink();
}

function oddness(found: Stats | Error, isLast: boolean): string | undefined {
  if (found instanceof Error) return unreadable(found);
  if (found.isSymbolicLink()) return "a symbolic link, which is not followed";
  if (found.isDirectory()) return isLast ? "a folder where a file belongs" : undefined;
  if (!found.isFile()) return "neither a file nor a folder";
  return isLast ? undefined : "a file where a folder belongs";
}

function unreadable(error: unknown): string {
  return `not readable (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
}

function statOf(path: string): Stats | Error | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : (error as Error);
  }
}

function target(link: string): string {
  try {
    return realpathSync(link);
  } catch {
    return "a folder that is there";
  }
}
