import { isPackaged } from "../../application/typed";
import { expectation } from "./expectation";
import { learningApp } from "./learning-app";
import { voiceAgent } from "./voice-agent";
import type { Walkthrough } from "./walkthrough";

/** The walkthrough of each stack that has one, by the stack's id. */
const walkthroughs: Readonly<Record<string, Walkthrough>> = {
  "voice-agent": voiceAgent,
  "learning-app": learningApp,
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

/** `settings` is the file that changes the reference stacks, if there is one; in another project their names say nothing. */
export function walkthroughOf(stack: string, settings = process.env.FRONTYARD_SETTINGS): Walkthrough {
  if (isPackaged()) return anyStack();
  if (settings) return anyStack(() => `${settings} changes what the walkthrough shows`);
  return walkthroughs[stack] ?? anyStack((name) => `no walkthrough is listed for ${name}`);
}
