import { LbListenerRule, type LbListenerRuleCondition } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { dependable, Token } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, inRange, limits, problems, requireThat } from "../../errors";
import { expectProps, literal, literals } from "../../foundation";
import type { LoadBalancer } from "../load-balancer";
import { actionsOf, checkOutcome, lifecycleOf } from "./actions";
import {
  conditionFaults,
  conditionsOf,
  type Condition,
  type KnownConditions,
  type RouteConditions,
  type Values,
} from "./conditions";
import { loopFaults, targetsOf, type FixedResponse, type Forward, type Redirect } from "./outcome";
import { signInFaults, type SignIn } from "./sign-in";

const HTTPS = 443;
const CONDITIONS = ["paths", "hosts", "methods", "headers", "query", "sources"] as const;

/** Conditions, and one of `forwardTo`, `redirectTo` and `respond`. */
export interface RouteProps extends RouteConditions {
  /**
   * Who gets the requests: a target group, or up to 5 with weights.
   * @default nobody
   */
  readonly forwardTo?: Forward;

  /**
   * Seconds that a client stays with the one of several target groups that it got first, 1 to 604800.
   * @default each request is sent by weight
   */
  readonly stickinessSec?: number;

  /**
   * Where clients are sent instead.
   * @default nowhere
   */
  readonly redirectTo?: Redirect;

  /**
   * What the load balancer answers itself.
   * @default nothing
   */
  readonly respond?: FixedResponse;

  /**
   * Sign-in before anything else, made by `cognito` or `oidc`; on HTTPS listeners only.
   * @default anybody
   */
  readonly signIn?: SignIn;

  /**
   * Place among the listener's routes, 1 to 50000: the lowest that fits takes the request. 1 to 99 come before every
   * route without a priority, 49136 to 50000 after.
   * @default from the route itself: the more specific, the earlier
   */
  readonly priority?: number;
}

/** The listener that a route belongs to. */
export interface RouteOwner {
  readonly arn: string;
  readonly loadBalancer: LoadBalancer;
  readonly isEncrypted: boolean;
}

/**
 * A rule of a listener: requests that fit its conditions go its way. Made by a listener's `route`.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
 */
export class Route extends Construct {
  public readonly arn: string;
  public readonly conditions: readonly Condition[];
  /** As it was given by hand. */
  public readonly priority: number | undefined;

  private readonly rule: LbListenerRule;

  public constructor(scope: Construct, id: string, owner: RouteOwner, props: RouteProps) {
    super(scope, id);
    expectProps(this, "Route", props);
    const known = this.checkConditions(props);
    checkOutcome(this, props, owner.loadBalancer, true);
    this.conditions = conditionsOf(known);
    this.priority = props.priority;
    addCheck(this, () => [
      ...inRange(limits.routePriority, literal(props.priority)),
      ...this.loops(known, props.redirectTo),
    ]);
    if (props.signIn !== undefined) this.askToSignIn(props.signIn, owner);

    this.rule = new LbListenerRule(this, "Resource", {
      listenerArn: owner.arn,
      priority: props.priority,
      condition: terraformConditions(props),
      action: actionsOf(props, props.signIn),
      lifecycle: lifecycleOf(props),
    });
    this.arn = this.rule.arn;
    this.connect(owner.loadBalancer, props);
  }

  /**
   * Takes its place among the listener's routes, once those that stood where it shall stand have moved on.
   * @internal
   */
  public setPriority(priority: number | undefined, successors: readonly Route[]): void {
    if (priority !== undefined) this.rule.priority = priority;
    if (successors.length > 0) this.rule.dependsOn = successors.map(({ rule }) => dependable(rule));
  }

  private checkConditions(props: RouteProps): KnownConditions {
    const given = Object.fromEntries(
      CONDITIONS.filter((name) => props[name] !== undefined).map((name) => [name, props[name]]),
    ) as RouteConditions;
    const known = knownConditions(given);
    addCheck(this, () => [
      ...requireThat(
        !Token.isUnresolved(given.headers),
        problems.headerPattern,
        "a Terraform token",
        "headers",
      ),
      ...requireThat(
        !Token.isUnresolved(given.query),
        problems.queryStringPattern,
        "a Terraform token",
        "query",
      ),
      ...conditionFaults(known),
    ]);
    return known;
  }

  private loops(known: KnownConditions, redirectTo: Redirect | undefined): Fault[] {
    return redirectTo === undefined ? [] : loopFaults(known, redirectTo, literals(redirectTo));
  }

  /** The load balancer itself talks to the identity provider, over HTTPS. */
  private askToSignIn(signIn: SignIn, { loadBalancer, isEncrypted }: RouteOwner): void {
    addCheck(this, () => [
      ...requireThat(isEncrypted, problems.signInWithoutHttps, "one for HTTP"),
      ...signInFaults(signIn, literals(signIn.props)),
    ]);
    loadBalancer.securityGroup.reachInternet(HTTPS);
  }

  private connect(loadBalancer: LoadBalancer, { forwardTo }: RouteProps): void {
    const groups = targetsOf(forwardTo).map(({ targetGroup }) => targetGroup);
    loadBalancer.countAgainstQuota({ rules: 1 });
    loadBalancer.sendTo(groups);
    groups.forEach((group) => group.addListener(this.rule, loadBalancer));
  }
}

/** Values that are tokens become undefined, one by one where the list itself is known. */
function knownConditions({ headers, query, ...lists }: RouteConditions): KnownConditions {
  const known = (values: readonly string[] | undefined): Values =>
    literal(values)?.map((value) => literal(value));
  const mapped = (record: Readonly<Record<string, readonly string[]>>): Record<string, Values> =>
    Object.fromEntries(Object.entries(record).map(([name, values]) => [name, known(values)]));
  return {
    ...mapped(lists),
    ...(headers && { headers: mapped(headers) }),
    ...(query && { query: mapped(query) }),
  };
}

function terraformConditions(given: RouteConditions): LbListenerRuleCondition[] {
  const { paths, hosts, methods, headers, query, sources } = given;
  return [
    ...(paths === undefined ? [] : [{ pathPattern: { values: [...paths] } }]),
    ...(hosts === undefined ? [] : [{ hostHeader: { values: [...hosts] } }]),
    ...(methods === undefined ? [] : [{ httpRequestMethod: { values: [...methods] } }]),
    ...Object.entries(headers ?? {}).map(([httpHeaderName, values]) => ({
      httpHeader: { httpHeaderName, values: [...values] },
    })),
    ...Object.entries(query ?? {}).map(([key, values]) => ({
      queryString: values.map((value) => ({ key, value })),
    })),
    ...(sources === undefined ? [] : [{ sourceIp: { values: [...sources] } }]),
  ];
}
