import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Known, Shapes } from "../../../modules/foundation/shapes/shape";
import { declarationOf, isOurs, isPublic, ShapeReader } from "./shape-of";

/** They take findings and constructs, and no props. */
const INSIDE = ["assertSound", "FrontyardError", "guess", "refuse", "wrongIn"];

/** What every class, method and function that a file exports takes, as its TypeScript types say; and the types of `data`. */
export function shapesOf(entry: string, data: readonly string[] = []): Shapes {
  const { config } = ts.parseConfigFileTextToJson(
    "tsconfig.json",
    readFileSync(join("tsconfig.json"), "utf8"),
  ) as {
    config: { compilerOptions: Record<string, unknown> };
  };
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, ".");
  const program = ts.createProgram([entry], { ...options, incremental: false, tsBuildInfoFile: undefined });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} exports nothing`);
  const reader = new ShapeReader(checker);
  const calls = checker
    .getExportsOfModule(module)
    .filter(({ name }) => !INSIDE.includes(name))
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .flatMap((symbol) => callsOf(symbol, checker, reader));
  for (const name of data) {
    const symbol = checker.getExportsOfModule(module).find((one) => one.name === name);
    if (symbol !== undefined) reader.shape(checker.getDeclaredTypeOfSymbol(symbol));
  }
  return { calls: Object.fromEntries(calls), ...reader.described };
}

/** A file's text of what `shapesOf` found. */
export function shapesFile(entry: string, data: readonly string[] = []): string {
  return `${JSON.stringify(shapesOf(entry, data), undefined, 1)}\n`;
}

type Parameters = readonly (Known & { readonly name: string })[];

function callsOf(symbol: ts.Symbol, checker: ts.TypeChecker, reader: ShapeReader): [string, Parameters][] {
  const of = (one: ts.Symbol | ts.Signature | undefined): Parameters => parametersOf(one, checker, reader);
  if (symbol.flags & ts.SymbolFlags.Function) return [[symbol.name, of(symbol)]];
  if (!(symbol.flags & ts.SymbolFlags.Class)) return [];
  const constructors = checker
    .getTypeOfSymbolAtLocation(symbol, declarationOf(symbol))
    .getConstructSignatures();
  const methods = checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
    .filter((member) => member.flags & ts.SymbolFlags.Method && isPublic(member) && isOurs(member))
    .map((member): [string, Parameters] => [`${symbol.name}.${member.name}`, of(member)]);
  return [[symbol.name, of(constructors[0])], ...methods.filter(([, parameters]) => parameters.length > 0)];
}

function parametersOf(
  of: ts.Symbol | ts.Signature | undefined,
  checker: ts.TypeChecker,
  reader: ShapeReader,
): Parameters {
  if (of === undefined) return [];
  const signature =
    "parameters" in of ? of : checker.getTypeOfSymbolAtLocation(of, declarationOf(of)).getCallSignatures()[0];
  return (signature?.parameters ?? []).map((one) => ({
    name: one.name,
    ...reader.member(one, declarationOf(one)),
  }));
}
