import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { judge, readSynthesized } from "../../traffic";
import { judgeLast, problemAt, type Problem } from "../errors";
import { writtenTokens } from "../state";
import { TRAFFIC_CONTEXT } from "../foundation/contexts";

type Document = Parameters<typeof readSynthesized>[0];

/** What the stacks of an app would be written as, while it has so many constructs. */
interface Written {
  readonly constructs: number;
  readonly documents: ReadonlyMap<TerraformStack, Document>;
}

/** By the root of the app: each stack is judged beside all others, and all are written out once for that. */
const written = new WeakMap<IConstruct, Written>();

/**
 * Has a stack judged by the traffic rules whenever it is synthesized: what is certain to break stops the synth, as bad
 * input does, and so does a token that would be written. Warnings and notes are for `npm run check`.
 */
export function judgeTraffic(stack: TerraformStack): void {
  let judged: { readonly by: Written; readonly problems: readonly Problem[] } | undefined;
  judgeLast(stack, () => {
    if (stack.node.tryGetContext(TRAFFIC_CONTEXT) === "off") return [];
    const by = writtenBelow(stack.node.root);
    // A stack is asked twice in a synth, when it is prepared and when it is written, with nothing new in between.
    if (judged?.by !== by) judged = { by, problems: errorsIn(stack, by) };
    return judged.problems;
  });
}

function errorsIn(stack: TerraformStack, { documents }: Written): Problem[] {
  const document = documents.get(stack) ?? documentOf(stack);
  const tokens = writtenTokens(document);
  if (tokens.length > 0) return tokens.map((found) => problemAt(stack.node.path, found));
  const others = [...documents.values()].filter((other) => other !== document);
  return judge(readSynthesized(document, others))
    .findings.filter(({ severity }) => severity === "error")
    .map(({ code, subject, allowed, got, fix, address, constructPath }) => ({
      ...{ code, subject, allowed, fix, given: got },
      path: constructPath ?? `${stack.node.path}: ${address}`,
    }));
}

/** All stacks of the app: those whose states one reads are judged with it, and none may have its names. */
function writtenBelow(root: IConstruct): Written {
  const constructs = root.node.findAll();
  const known = written.get(root);
  if (known?.constructs === constructs.length) return known;
  const stacks = constructs.filter((one) => TerraformStack.isStack(one));
  const documents = new Map(stacks.map((stack) => [stack, documentOf(stack)]));
  const now = { constructs: constructs.length, documents };
  written.set(root, now);
  return now;
}

function documentOf(stack: TerraformStack): Document {
  return JSON.parse(JSON.stringify(stack.toTerraform())) as Document;
}
