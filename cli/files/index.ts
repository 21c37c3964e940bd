export type { FileSet } from "./file-set";
export { manifestName } from "./manifest";
export { expectWritable, writeFiles, writtenOnce } from "./write-files";
