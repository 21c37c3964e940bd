import { createHash } from "node:crypto";

/** What a command writes to one folder. */
export interface FileSet {
  /** Names the manifest beside the files: `.frontyard-output.json`. */
  readonly command: string;
  readonly folder: string;
  /** Text by path below the folder, with / between its parts. */
  readonly files: ReadonlyMap<string, string>;
  /** Every name that the command ever writes: no manifest can make it remove another. */
  readonly names: RegExp;
  /**
   * Which files of earlier runs stay although this run does not write them.
   * @default none: what is not written any more is removed
   */
  keeps?(path: string): boolean;
  /** What a new text was made from: that may be replaced, whoever wrote it. */
  readonly madeFrom?: ReadonlyMap<string, string>;
  /** Replaces files that somebody else wrote or changed, under the very names of `files`. */
  readonly adopt?: boolean;
  /** The option that names another folder. */
  readonly elsewhere?: "--to" | "--out";
}

export function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
