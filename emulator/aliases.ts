/**
 * Other names of what stands in the emulated account. moto chooses ids and ARNs itself; whoever asks goes on calling
 * things as the stack does, and hears that name back.
 */
export class Aliases {
  private pairs: readonly (readonly [given: string, made: string])[] = [];

  /** Adds names: given by the stack, and made by moto. */
  add(names: Readonly<Record<string, unknown>>): void {
    const texts = Object.entries(names).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    );
    const inUrls = [encodeURIComponent, encodedButSlashes].flatMap((encode) =>
      texts.map(([given, made]) => [encode(given), encode(made)] as const),
    );
    const all = new Map([...this.pairs, ...texts, ...inUrls]);
    // The longest first: an ARN may begin with another.
    this.pairs = [...all].sort(([one], [other]) => other.length - one.length);
  }

  /** A question, as moto understands it. */
  inward(text: string): string {
    return this.pairs.reduce((known, [given, made]) => known.replaceAll(given, () => made), text);
  }

  /** An answer, as the stack understands it. */
  outward(text: string): string {
    return this.pairs.reduce((told, [given, made]) => told.replaceAll(made, () => given), text);
  }
}

/** As IAM gives policies back. */
function encodedButSlashes(text: string): string {
  return encodeURIComponent(text).replaceAll("%2F", "/");
}
