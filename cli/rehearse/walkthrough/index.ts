import { readFileSync } from "node:fs";
import { isPackaged } from "../../application/typed";
import { isJson, readJson } from "../../json";
import { expectation } from "./expectation";
import { learningApp, learningAppNetwork } from "./learning-app";
import { voiceAgent, voiceAgentNetwork } from "./voice-agent";
import type { Walkthrough } from "./walkthrough";

/** The walkthrough of each stack that has one, by the stack's id. */
const walkthroughs: Readonly<Record<string, Walkthrough>> = {
  "voice-agent": voiceAgent,
  "learning-app": learningApp,
  "voice-agent-network": voiceAgentNetwork,
  "learning-app-network": learningAppNetwork,
};

/** For a stack without a walkthrough, or changed from it: what has to be true of any. */
function anyStack(why?: (stack: string) => string): Walkthrough {
  return {
    expectations: ({ loadBalancers, services }) => [
      ...loadBalancers.map(({ name, state }) => expectation(`load balancer ${name}: state`, "active", state)),
      ...services.map(({ name, desired, running }) =>
        expectation(`service ${name}: running tasks`, desired, running),
      ),
    ],
    remark: ({ stack }) => `${why ? `${why(stack)}: ` : ""}only load balancers and services were looked at`,
  };
}

/**
 * `settings` is the file that changes the reference stacks, if there is one. A split, and a place for the state,
 * change nothing. In another project the names of these stacks say nothing.
 */
export function walkthroughOf(stack: string, settings = process.env.FRONTYARD_SETTINGS): Walkthrough {
  if (isPackaged()) return anyStack();
  if (settings && changes(stack.replace(/-network$/, ""), settings))
    return anyStack(() => `${settings} changes what the walkthrough shows`);
  return walkthroughs[stack] ?? anyStack((name) => `no walkthrough is listed for ${name}`);
}

function changes(stack: string, file: string): boolean {
  const settings = readJson(readFileSync(file, "utf8"))[stack];
  return isJson(settings) && Object.keys(settings).some((name) => !["split", "state"].includes(name));
}
