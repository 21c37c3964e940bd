import ts from "typescript";
import type { Known, Shape } from "../../../modules/foundation/shapes/shape";

/** Types that are described by their own name, once each. */
export interface Described {
  readonly types: Record<string, Record<string, Known>>;
  readonly contracts: Record<string, string[]>;
}

/** Reads TypeScript types as what can be checked of a value when the program runs. */
export class ShapeReader {
  public readonly described: Described = { types: {}, contracts: {} };
  private readonly symbols = new Map<string, ts.Symbol>();

  public constructor(private readonly checker: ts.TypeChecker) {}

  /** One prop, or one parameter of a method. */
  public member(symbol: ts.Symbol, at: ts.Node): Known {
    const type = this.checker.getTypeOfSymbolAtLocation(symbol, at);
    const mayBeUndefined = type.isUnion() && type.types.some((one) => one.flags & ts.TypeFlags.Undefined);
    const isOptional =
      mayBeUndefined || (symbol.flags & ts.SymbolFlags.Optional) !== 0 || isParameterOptional(symbol);
    const takesEmpty = mayBeEmpty(symbol);
    return {
      shape: this.shape(type),
      ...(isOptional ? { optional: true } : {}),
      ...(takesEmpty ? { mayBeEmpty: true } : {}),
    };
  }

  public shape(type: ts.Type): Shape {
    if (type.isUnion()) return this.union(type);
    if (type.flags & ts.TypeFlags.StringLike) return literalOr(type, "text");
    if (type.flags & ts.TypeFlags.NumberLike) return literalOr(type, "number");
    if (type.flags & ts.TypeFlags.BooleanLike) return "flag";
    if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return "any";
    return this.object(type);
  }

  private union(type: ts.UnionType): Shape {
    const given = type.types.filter((one) => !(one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
    const shapes = given.map((one) => this.shape(one));
    const literals = shapes.flatMap((one) => (typeof one === "object" && "oneOf" in one ? one.oneOf : []));
    const others = shapes.filter((one) => typeof one === "string" || !("oneOf" in one));
    const distinct = [...new Map(others.map((one) => [JSON.stringify(one), one])).values()];
    const all: Shape[] = [...(literals.length > 0 ? [{ oneOf: literals }] : []), ...distinct];
    const [only] = all;
    return all.length === 1 && only !== undefined ? only : { anyOf: all };
  }

  private object(type: ts.Type): Shape {
    const element = this.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    const entry = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) {
      return { list: element === undefined ? "any" : this.shape(element) };
    }
    if (entry !== undefined) return { map: this.shape(entry) };
    if (type.getCallSignatures().length > 0) return "function";
    return this.named(type);
  }

  private named(type: ts.Type): Shape {
    const name = nameOf(type);
    const isContract = type.isClass() || this.hasMethods(type);
    if (name === undefined) return isContract ? "any" : { props: this.propsOf(type) };
    const holder = (type.aliasSymbol ?? type.symbol) as ts.Symbol;
    const known = this.symbols.get(name);
    if (known !== undefined && known !== holder) throw new Error(`two types have the name ${name}`);
    this.symbols.set(name, holder);
    if (isContract) {
      this.described.contracts[name] ??= this.needsOf(type);
      return { instance: name };
    }
    if (known === undefined) {
      this.described.types[name] = {};
      Object.assign(this.described.types[name], this.propsOf(type));
    }
    return { type: name };
  }

  public propsOf(type: ts.Type): Record<string, Known> {
    const symbols = this.checker.getPropertiesOfType(type);
    return Object.fromEntries(
      symbols.map((symbol) => [symbol.name, this.member(symbol, declarationOf(symbol))]),
    );
  }

  /** The public members without which a value can't be of this type. */
  private needsOf(type: ts.Type): string[] {
    return this.checker
      .getPropertiesOfType(type)
      .filter((symbol) => !(symbol.flags & ts.SymbolFlags.Optional) && isPublic(symbol) && isOurs(symbol))
      .map(({ name }) => name)
      .sort();
  }

  private hasMethods(type: ts.Type): boolean {
    return this.checker
      .getPropertiesOfType(type)
      .some(
        (symbol) =>
          symbol.flags & ts.SymbolFlags.Method || !isOurs(symbol) || symbol.flags & ts.SymbolFlags.Accessor,
      );
  }
}

export function isPublic(symbol: ts.Symbol): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return !(ts.getCombinedModifierFlags(declarationOf(symbol) as ts.Declaration) & hidden);
}

export function isOurs(symbol: ts.Symbol): boolean {
  return !declarationOf(symbol).getSourceFile().fileName.includes("/node_modules/");
}

export function declarationOf(symbol: ts.Symbol): ts.Node {
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (declaration === undefined) throw new Error(`${symbol.name} is declared nowhere`);
  return declaration;
}

function isParameterOptional(symbol: ts.Symbol): boolean {
  const declaration = declarationOf(symbol);
  if (!ts.isParameter(declaration)) return false;
  return declaration.questionToken !== undefined || declaration.initializer !== undefined;
}

/** `@mayBeEmpty` on a prop, `@mayBeEmpty NAME` on a function for its parameter. */
function mayBeEmpty(symbol: ts.Symbol): boolean {
  const declaration = declarationOf(symbol);
  if (!ts.isParameter(declaration)) return symbol.getJsDocTags().some(({ name }) => name === "mayBeEmpty");
  return ts
    .getJSDocTags(declaration.parent)
    .some(({ tagName, comment }) => tagName.text === "mayBeEmpty" && comment === symbol.name);
}

function literalOr(type: ts.Type, kind: "text" | "number"): Shape {
  return type.isStringLiteral() || type.isNumberLiteral() ? { oneOf: [type.value] } : kind;
}

/** Types that TypeScript makes of others, such as `Omit<…>`, have no name of their own. */
function nameOf(type: ts.Type): string | undefined {
  const alias = type.aliasSymbol;
  if (alias !== undefined) return isOurs(alias) && !type.aliasTypeArguments ? alias.name : undefined;
  const name = type.symbol?.name;
  return name === undefined || name.startsWith("__") ? undefined : name;
}
