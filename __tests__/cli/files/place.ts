import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeFiles, type FileSet } from "../../../cli/files";
import { outdir } from "../../support/outdir";

export const MANIFEST = ".frontyard-output.json";
export const STAGING = ".frontyard-output-staging";

/** A folder that is not there yet, and a command that writes to it. */
export class Place {
  readonly folder = join(outdir(), "here");

  set(files: Record<string, string>, more: Partial<FileSet> = {}): FileSet {
    return {
      ...{ command: "output", folder: this.folder, names: /^[ab].*$/, elsewhere: "--to" },
      ...{ files: new Map(Object.entries(files)), ...more },
    };
  }

  write(files: Record<string, string>, more?: Partial<FileSet>): string[] {
    return writeFiles([this.set(files, more)]);
  }

  /** As a person does. */
  put(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** What is said when a file keeps all from being written. */
  refused(path: string, reason: string): RegExp {
    return new RegExp(
      `^nothing was written:\n[^]*${join(this.folder, path).replace(/[.]/g, "\\.")} ${reason}`,
    );
  }
}
