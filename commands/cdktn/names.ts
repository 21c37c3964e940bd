/** Exact versions of CDK Terrain's packages, by name. */
export type Versions = Readonly<Record<string, string>>;

/** A name of CDKTF where a package or its program is meant, and not a folder, a file or prose of that name. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/@cdktf\b/g, "@cdktn"],
  [/(["'])cdktf(-cli)?(?=\1|\/)/g, "$1cdktn$2"],
  [/(npx |\.bin\/)cdktf\b/g, "$1cdktn"],
];

/** They speak of both sides, or of what was decided at the time; a lock file is npm's to write. */
const LEFT =
  /^(commands\/cdktn\/|__tests__\/commands\/cdktn\/|docs\/cdk-terrain\.md$|docs\/decisions\/)|package-lock\.json$/;

/** How many names a text has that change. */
export function namesIn(path: string, text: string): number {
  if (LEFT.test(path)) return 0;
  return RULES.reduce((count, [name]) => count + (text.match(name)?.length ?? 0), 0);
}

/** The text of a file with the names of CDK Terrain. Both names have five letters: no line gets longer. */
export function renamed(path: string, text: string, versions: Versions): string {
  if (LEFT.test(path)) return text;
  const named = RULES.reduce((before, [name, other]) => before.replace(name, other), text);
  return path === "package.json" ? atVersions(named, versions) : named;
}

/** A package's version comes with its name. A range stays a range: a caret before the new version. */
function atVersions(manifest: string, versions: Versions): string {
  return manifest.replace(/"([^"\n]+)": "([^"\n]*)"/g, (line, name: string, wanted: string) => {
    const version = versions[name];
    if (version === undefined) return line;
    return `"${name}": "${/^\d[\w.-]*$/.test(wanted) ? "" : "^"}${version}"`;
  });
}
