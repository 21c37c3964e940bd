import { readFileSync } from "node:fs";
import { RegExpParser, visitRegExpAST, type AST } from "@eslint-community/regexpp";
import ts from "typescript";
import { sourceFiles } from "./support/source-files";

/** An expression that takes the square of this takes a fifth of a second and more; any other a few milliseconds. */
const LETTERS = 20_000;
const MOST_MS = 50;

/** Letters that a class may hold, and ends that nothing expects. */
const LETTER_SAMPLES = [..."a0 -/:.[$A_%\"'<\\\n,(*#"];
const ENDS = ["", "\u0000", "\n!"];

interface Found {
  readonly place: string;
  readonly expression: RegExp;
}

/** Every expression of a file: literals, and those that are put together of the file's own constants. */
function expressionsIn(file: string): { found: Found[]; open: string[] } {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const [found, open, constants]: [Found[], string[], string[]] = [[], [], []];
  const visit = (node: ts.Node): void => {
    const place = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (isTextConstant(node)) constants.push(`const ${node.getText()};`);
    if (ts.isRegularExpressionLiteral(node)) found.push({ place, expression: evaluated(node.text) });
    if (ts.isNewExpression(node) && node.expression.getText() === "RegExp") {
      try {
        found.push({ place, expression: evaluated(node.getText(), constants.join("\n")) });
      } catch {
        open.push(`${file}: ${node.getText()}`);
      }
    }
    node.forEachChild(visit);
  };
  visit(source);
  return { found, open };
}

function isTextConstant(node: ts.Node): node is ts.VariableDeclaration {
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return false;
  return [ts.isStringLiteralLike, ts.isTemplateExpression, ts.isTaggedTemplateExpression].some((is) =>
    is(node.initializer!),
  );
}

/** What only a running command knows, such as an element's name, is a word. */
function evaluated(expression: string, constants = ""): RegExp {
  try {
    return new Function(`${constants} return ${expression};`)() as RegExp;
  } catch (error) {
    const [, name] = /^(\w+) is not defined$/.exec((error as Error).message) ?? [];
    if (name === undefined) throw error;
    return evaluated(expression, `const ${name} = "word"; ${constants}`);
  }
}

/** A text that a part of an expression fits; `turn` chooses among alternatives and letters. */
function sample(node: AST.Node, turn: number): string {
  switch (node.type) {
    case "Pattern":
    case "CapturingGroup":
    case "Group":
      return sample(node.alternatives[turn % node.alternatives.length]!, turn);
    case "Alternative":
      return node.elements.map((one) => sample(one, turn)).join("");
    case "Quantifier":
      return sample(node.element, turn).repeat(Math.max(node.min, Math.min(node.max, 1)));
    case "Character":
      return String.fromCodePoint(node.value);
    case "CharacterClass":
    case "CharacterSet":
      return letterOf(node, turn);
    default:
      return "";
  }
}

function letterOf(node: AST.CharacterClass | AST.CharacterSet, turn: number): string {
  const one = new RegExp(`^${node.raw}$`, node.raw.includes("\\p") ? "u" : "s");
  const fitting = LETTER_SAMPLES.filter((letter) => one.test(letter));
  return fitting[turn % Math.max(fitting.length, 1)] ?? "a";
}

/** What stands before a node in its expression, as text that fits. */
function before(node: AST.Node, turn: number): string {
  const { parent } = node;
  if (parent === null) return "";
  if (parent.type !== "Alternative") return before(parent, turn);
  const earlier = parent.elements.slice(0, parent.elements.indexOf(node as AST.Element));
  return before(parent, turn) + earlier.map((one) => sample(one, turn)).join("");
}

function quantifiersIn({ source, flags }: RegExp): AST.Quantifier[] {
  const found: AST.Quantifier[] = [];
  visitRegExpAST(new RegExpParser().parsePattern(source, 0, source.length, flags.includes("u")), {
    onQuantifierEnter: (one) => {
      if (one.max > 1) found.push(one);
    },
  });
  return found;
}

/** Texts that repeat one letter, what a quantifier repeats, or all up to it: with a start that fits and an end that doesn't. */
function* attacksOn(expression: RegExp): Generator<(letters: number) => string> {
  const letters = [...new Set(expression.source)];
  const repeats = new Set<string>(letters.map((letter) => JSON.stringify(["", letter])));
  for (const quantifier of quantifiersIn(expression)) {
    for (let turn = 0; turn < 4; turn += 1) {
      const [start, part] = [before(quantifier, turn), sample(quantifier.element, turn)];
      for (const one of [part, start, start + part]) repeats.add(JSON.stringify([start, one]));
      repeats.add(JSON.stringify([`\n${start}`, `\n${start}${part}`]));
    }
  }
  for (const repeat of repeats) {
    const [start, part] = JSON.parse(repeat) as [string, string];
    if (part === "") continue;
    for (const end of ENDS) yield (most) => start + part.repeat(Math.ceil(most / part.length)) + end;
  }
}

/** The processor's time, as others use the machine as well. What is slow by chance is not slow twice. */
function millisecondsOf(expression: RegExp, text: string): number {
  const everywhere = new RegExp(expression, expression.flags.replace("g", "") + "g");
  const once = (): number => {
    const start = process.cpuUsage();
    text.replace(everywhere, "");
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const first = once();
  return first < MOST_MS ? first : Math.min(first, once());
}

/** The first text that takes too long, from short ones up: what doubles with each letter would never end. */
function slowText(expression: RegExp): string | undefined {
  for (const attack of attacksOn(expression)) {
    for (const letters of [20, 25, 30, 35, 1000, LETTERS]) {
      const took = millisecondsOf(expression, attack(letters));
      if (took > MOST_MS) return `${JSON.stringify(attack(30))}, ${letters} letters: ${Math.round(took)} ms`;
    }
  }
  return undefined;
}

const all = sourceFiles().map(expressionsIn);

it.each([
  /[$%]\{[^}]*\b(module|local)\./,
  /^([a-z0-9]+:\/\/)?[^/\s]*:[^/\s]*@/,
  /^(a|aa)+$/,
  /[A-Za-z]+\.x/,
  / *gb$/i,
])("an expression that takes the square of a text's length is found: %s", (expression) => {
  expect(slowText(expression)).toBeDefined();
});

it("no expression of ours is slow on a long text", () => {
  const found = all.flatMap((one) => one.found);
  expect(found.length).toBeGreaterThan(300);
  const slow = found.map(({ place, expression }) => ({ place, text: slowText(expression) }));
  expect(slow.filter(({ text }) => text !== undefined)).toEqual([]);
});

it("an expression whose text only a running command knows is made of our own samples", () => {
  expect(all.flatMap(({ open }) => open)).toEqual([
    expect.stringMatching(/^terraform-modules\/engine\/each\.ts: /),
  ]);
});
