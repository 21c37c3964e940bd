import { basename, join } from "node:path";
import { pictureOf } from "../../picture";
import { writeFiles } from "../files";
import type { Source } from "./sources";

/** A file to write. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

/** Both forms of every picture; throws an `Error` in one line if one can't be drawn, before any is written. */
export function pagesOf(sources: readonly Source[], out: string): readonly Page[] {
  const twice = sources.find(({ name }, index) => sources.findIndex((one) => one.name === name) < index);
  if (twice !== undefined) throw new Error(`two files would both be drawn as ${twice.name}: draw them apart`);
  return sources.flatMap(({ name, file, json }) => {
    const others = sources.map((source) => source.json).filter((text) => text !== json);
    const { svg, mermaid } = read(file, () => pictureOf(name, json, others));
    return [
      { file: join(out, `${name}.svg`), text: svg },
      { file: join(out, `${name}.mmd`), text: mermaid },
    ];
  });
}

function read<T>(file: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`${file} ${(error as Error).message}`, { cause: error });
  }
}

/** Pictures of other stacks stay: each run draws what it is asked for. */
export function write(pages: readonly Page[], out: string, adopt = false): void {
  const files = new Map(pages.map(({ file, text }) => [basename(file), text]));
  const names = /^[^/]+\.(svg|mmd)$/;
  writeFiles([
    { command: "picture", folder: out, files, names, keeps: () => true, adopt, elsewhere: "--out" },
  ]);
}
