import type { AwsStack, RouteProps } from "../../modules";
import { httpsListener } from "./parts";
import { synthesize, type Synthesized } from "./synthesize";

export const RULE = "aws_lb_listener_rule";

/** A listener with one route, and the one rule that it becomes. */
export function routed(make: (stack: AwsStack) => RouteProps): {
  stack: Synthesized;
  values: Record<string, unknown>;
} {
  const stack = synthesize((scope) => {
    httpsListener(scope).listener.route("Api", make(scope));
  });
  return { stack, values: stack.only(RULE).values };
}
