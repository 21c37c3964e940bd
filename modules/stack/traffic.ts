import { TerraformStack } from "cdktf";
import { judge, readSynthesized } from "../../traffic";
import { judgeLast, problemAt, type Problem } from "../errors";
import { writtenTokens } from "../state";
import { TRAFFIC_CONTEXT } from "./contexts";

/**
 * Has a stack judged by the traffic rules whenever it is synthesized: what is certain to break stops the synth, as bad
 * input does, and so does a token that would be written. Warnings and notes are for `npm run check`.
 */
export function judgeTraffic(stack: TerraformStack): void {
  let judged: { readonly constructs: number; readonly problems: readonly Problem[] } | undefined;
  judgeLast(stack, () => {
    if (stack.node.tryGetContext(TRAFFIC_CONTEXT) === "off") return [];
    const constructs = stacksBeside(stack).flatMap(({ node }) => node.findAll()).length;
    // A stack is asked twice in a synth, when it is prepared and when it is written, with nothing new in between.
    if (judged?.constructs !== constructs) judged = { constructs, problems: errorsIn(stack) };
    return judged.problems;
  });
}

function errorsIn(stack: TerraformStack): Problem[] {
  const document = documentOf(stack);
  const tokens = writtenTokens(document);
  if (tokens.length > 0) return tokens.map((found) => problemAt(stack.node.path, found));
  return judge(readSynthesized(document, stacksBeside(stack).map(documentOf)))
    .findings.filter(({ severity }) => severity === "error")
    .map(({ code, subject, allowed, got, fix, address, constructPath }) => ({
      ...{ code, subject, allowed, fix, given: got },
      path: constructPath ?? `${stack.node.path}: ${address}`,
    }));
}

function documentOf(stack: TerraformStack): Parameters<typeof readSynthesized>[0] {
  return JSON.parse(JSON.stringify(stack.toTerraform())) as Parameters<typeof readSynthesized>[0];
}

/** All stacks of the app: those whose states it reads are judged with it, and none may have its names. */
function stacksBeside(stack: TerraformStack): TerraformStack[] {
  return stack.node.root.node.findAll().filter((one) => TerraformStack.isStack(one));
}
