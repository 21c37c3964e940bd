import { expectation } from "./expectation";
import { learningApp } from "./learning-app";
import { voiceAgent } from "./voice-agent";
import type { Walkthrough } from "./walkthrough";

/** The walkthrough of each stack that has one, by the stack's id. */
const walkthroughs: Readonly<Record<string, Walkthrough>> = {
  "voice-agent": voiceAgent,
  "learning-app": learningApp,
};

/** For a stack without a walkthrough: what has to be true of any. */
const unlisted: Walkthrough = {
  expectations: ({ loadBalancers, services }) => [
    ...loadBalancers.map(({ name, state }) => expectation(`load balancer ${name}: state`, "active", state)),
    ...services.map(({ name, desired, running }) =>
      expectation(`service ${name}: running tasks`, desired, running),
    ),
  ],
  remark: ({ stack }) =>
    `no walkthrough is listed for ${stack}: only load balancers and services were looked at (commands/rehearse/walkthrough)`,
};

export function walkthroughOf(stack: string): Walkthrough {
  return walkthroughs[stack] ?? unlisted;
}
