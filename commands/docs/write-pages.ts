import { writeFiles, type FileSet } from "../files";

/** Every page that a command makes, by its path in docs/. */
const NAMES = /^((errors|rules|changes|policy-checks)\.md|policy-checks\/(checkov\.yaml|trivyignore))$/;

/** Pages of docs/ that are made from code; those of other runs stay. */
export function pageSet(pages: Readonly<Record<string, string>>, adopt: boolean, folder = "docs"): FileSet {
  return {
    command: "docs",
    folder,
    files: new Map(Object.entries(pages)),
    names: NAMES,
    keeps: () => true,
    adopt,
  };
}

export function writePages(pages: Readonly<Record<string, string>>, adopt: boolean): void {
  writeFiles([pageSet(pages, adopt)]);
}
