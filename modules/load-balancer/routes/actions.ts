import type { LbListenerRuleAction } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { TerraformResourceLifecycle } from "cdktf";
import { addCheck, problems, requireThat } from "../../errors";
import { literal, literals, numberText } from "../../foundation";
import type { LoadBalancer } from "../load-balancer";
import type { IConstruct } from "constructs";
import {
  isSeveral,
  outcomeFaults,
  targetsOf,
  weightFaults,
  type FixedResponse,
  type Forward,
  type Outcome,
  type Redirect,
} from "./outcome";
import type { SignIn } from "./sign-in";

/** What a listener answers to a request that no route takes, if nothing else was said. */
const NOT_FOUND: FixedResponse = { statusCode: 404, body: "Not found" };

/** Checks where a listener or a route sends requests. */
export function checkOutcome(
  scope: IConstruct,
  outcome: Outcome,
  loadBalancer: LoadBalancer,
  isRequired: boolean,
): void {
  const { forwardTo } = outcome;
  const targets = targetsOf(forwardTo);
  const networks = new Set([loadBalancer.network, ...targets.map(({ targetGroup }) => targetGroup.network)]);
  addCheck(scope, () => [
    ...outcomeFaults(outcome, literals({ ...outcome, forwardTo: undefined }), isRequired),
    ...(forwardTo === undefined || !isSeveral(forwardTo)
      ? []
      : weightFaults(
          targets.map(({ targetGroup }) => targetGroup),
          forwardTo.map(({ weight }) => literal(weight)),
        )),
    ...requireThat(networks.size === 1, problems.listenerInOtherVpc, "two networks"),
  ]);
}

/** The same actions serve a listener's default and a rule. */
export function actionsOf(outcome: Outcome, signIn?: SignIn): LbListenerRuleAction[] {
  const last = endOf(outcome);
  return signIn === undefined
    ? [last]
    : [
        { ...signInAction(signIn), order: 1 },
        { ...last, order: 2 },
      ];
}

/** The lifecycle of whoever forwards: replaced together with a target group that has an exact name. */
export function lifecycleOf({ forwardTo }: Outcome): TerraformResourceLifecycle | undefined {
  const triggers = targetsOf(forwardTo).flatMap(
    ({ targetGroup }) => targetGroup.forwarderLifecycle()?.replaceTriggeredBy ?? [],
  );
  return triggers.length === 0 ? undefined : { replaceTriggeredBy: triggers };
}

function endOf({ forwardTo, stickinessSec, redirectTo, respond }: Outcome): LbListenerRuleAction {
  if (forwardTo !== undefined) return forward(forwardTo, stickinessSec);
  if (redirectTo !== undefined) return redirect(redirectTo);
  return fixedResponse(respond ?? NOT_FOUND);
}

function forward(to: Forward, stickinessSec: number | undefined): LbListenerRuleAction {
  if (!isSeveral(to)) return { type: "forward", targetGroupArn: to.arn };
  const targetGroup = to.map(({ targetGroup: { arn }, weight }) => ({ arn, weight }));
  const stickiness = stickinessSec === undefined ? undefined : { enabled: true, duration: stickinessSec };
  return { type: "forward", forward: { targetGroup, stickiness } };
}

function redirect({ permanent = true, port, ...to }: Redirect): LbListenerRuleAction {
  const statusCode = permanent ? "HTTP_301" : "HTTP_302";
  return {
    type: "redirect",
    redirect: { ...to, ...(port === undefined ? {} : { port: numberText(port) }), statusCode },
  };
}

function fixedResponse({
  statusCode,
  body,
  contentType = "text/plain",
}: FixedResponse): LbListenerRuleAction {
  return {
    type: "fixed-response",
    fixedResponse: { statusCode: numberText(statusCode), contentType, messageBody: body },
  };
}

function signInAction(signIn: SignIn): LbListenerRuleAction {
  const { scope = "openid", sessionTimeoutSec: sessionTimeout = 604_800 } = signIn.props;
  const { cookieName = "AWSELBAuthSessionCookie", onUnauthenticated = "authenticate" } = signIn.props;
  const session = { scope, sessionTimeout, sessionCookieName: cookieName };
  const common = { ...session, onUnauthenticatedRequest: onUnauthenticated };
  if (signIn.with === "cognito") {
    const { userPoolArn, userPoolClientId, userPoolDomain } = signIn.props;
    const authenticateCognito = { ...common, userPoolArn, userPoolClientId, userPoolDomain };
    return { type: "authenticate-cognito", authenticateCognito };
  }
  const { issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint } = signIn.props;
  const { clientId, clientSecret } = signIn.props;
  const endpoints = { issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint };
  return { type: "authenticate-oidc", authenticateOidc: { ...common, ...endpoints, clientId, clientSecret } };
}
