import { writeFiles, type FileSet } from "../../cli/files";

/** Every file that is made from the code and committed. */
const NAMES =
  /^(docs\/((errors|rules|changes|policy-checks)\.md|policy-checks\/(checkov\.yaml|trivyignore))|modules\/foundation\/shapes\/shapes\.json|stacks\/settings-shapes\.json|settings\/schema\.json)$/;

/** Files that are made from the code, by their path from the root; those of other runs stay. */
export function pageSet(pages: Readonly<Record<string, string>>, adopt: boolean, folder = "."): FileSet {
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
