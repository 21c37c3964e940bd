/** Exact versions of CDK Terrain's packages, by name. */
export type Versions = Readonly<Record<string, string>>;

/** CDKTF's name where it stands for a package or its program, and not for a folder, a file or the project. */
const NAME = new RegExp(
  [
    /@cdktf\b/, // the scope of its packages
    /(?<=["'])cdktf(?:-cli)?(?=["'/])/, // a package, quoted as in imports
    /(?<=npx |\.bin\/)cdktf\b/, // the program
    /\bcdktf(?= (?:deploy|destroy|diff|force-unlock|get|list|output|provider|synth|watch)\b)/, // the program in use
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/** They speak of both sides, or of what was decided at the time; a lock file is npm's to write. */
const LEFT =
  /^(scripts\/cdktn\/|__tests__\/scripts\/cdktn\/|docs\/cdk-terrain\.md$|docs\/decisions\/)|package-lock\.json$/;

/** How many names a text has that change. */
export function namesIn(path: string, text: string): number {
  if (LEFT.test(path)) return 0;
  return text.match(NAME)?.length ?? 0;
}

/** The text of a file with the names of CDK Terrain. Both names have five letters: no line gets longer. */
export function renamed(path: string, text: string, versions: Versions): string {
  if (LEFT.test(path)) return text;
  const named = text.replace(NAME, (name) => name.replace("cdktf", "cdktn"));
  if (path === "docs/package.md") return atRanges(named, versions);
  return path === "package.json" ? atVersions(named, versions) : named;
}

/** The page that tells consumers which packages to bring along: rows of a table, a name and a range each. */
function atRanges(page: string, versions: Versions): string {
  return page.replace(/^\| `([^`]+)`( +\| )`\^[^`]*`/gm, (row, wanted: string, between: string) => {
    const name = wanted.replace("cdktf", "cdktn");
    const version = versions[name];
    return version === undefined ? row : `| \`${name}\`${between}\`^${version}\``;
  });
}

/** A package's version comes with its name. A range stays a range: a caret before the new version. */
function atVersions(manifest: string, versions: Versions): string {
  return manifest.replace(/"([^"\n]+)": "([^"\n]*)"/g, (line, name: string, wanted: string) => {
    const version = versions[name];
    if (version === undefined) return line;
    return `"${name}": "${/^\d[\w.-]*$/.test(wanted) ? "" : "^"}${version}"`;
  });
}
