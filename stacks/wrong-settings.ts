import { type Problem, type ProblemKind, problems, type Shapes, type Wrong, wrongIn } from "../modules";
import table from "./settings-shapes.json";

/** As the types have it, which `npm run docs` reads. */
const SHAPES = table as unknown as Shapes;

/** A file can't hold a state: it has its address. */
const IN_FILE = withProps({ state: { shape: "text", optional: true } });

/** Everything in the settings of a stack in a file that is no setting or of another kind. */
export function wrongInFile(stack: string, settings: unknown, file: string): Problem[] {
  return wrongIn(settings, "Settings", IN_FILE).map(({ kind, path, sentence }) => {
    const told = `${file}: ${inWords(sentence)}`;
    return problem(stack, kind === "unknown" ? problems.unknownSetting : problems.settingsFile, told, path);
  });
}

/** The same of props that code gives. What is a value of the wrong size is for the constructs, which know more of it. */
export function wrongProps(stack: string, props: unknown, own: Shapes["types"][string]): Problem[] {
  return wrongIn(props, "Settings", withProps(own))
    .filter((one) => isOurs(one))
    .map(({ kind, path, sentence }) =>
      problem(
        stack,
        kind === "unknown" ? problems.unknownSetting : problems.wrongType,
        inWords(sentence),
        path,
      ),
    );
}

export function problem(path: string, of: ProblemKind, told: string, setting = "the settings"): Problem {
  const { code, allowed, fix } = of;
  return { code, path, subject: setting, given: setting, allowed, fix, told };
}

function isOurs({ kind, path }: Wrong): boolean {
  return kind === "unknown" || ((kind === "wrong" || kind === "missing") && !path.includes("."));
}

function withProps(own: Shapes["types"][string]): Shapes {
  return { ...SHAPES, types: { ...SHAPES.types, Settings: { ...SHAPES.types.Settings, ...own } } };
}

function inWords(sentence: string): string {
  return sentence.replace("unknown prop", "unknown setting").replace(/^ must/, "the settings must");
}
