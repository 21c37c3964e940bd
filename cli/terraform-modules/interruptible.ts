import { TemporaryFolder } from "../leftovers/temporary-folder";

/**
 * Does one piece of work after the other, which may keep temporary folders of their own, so that a signal finds its
 * moment between two, and whatever ends the process, no folder is left.
 */
export async function whileInterruptible<T>(pieces: readonly (() => T)[]): Promise<T[]> {
  const folder = new TemporaryFolder("share");
  const { TMPDIR } = process.env;
  process.env["TMPDIR"] = folder.path;
  try {
    const done: T[] = [];
    for (const piece of pieces) {
      await new Promise((resolve) => setImmediate(resolve));
      done.push(piece());
    }
    return done;
  } finally {
    if (TMPDIR === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = TMPDIR;
    folder.remove();
  }
}
