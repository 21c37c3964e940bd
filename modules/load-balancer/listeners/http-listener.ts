import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { Construct } from "constructs";
import { addCheck, inRange, limits, problems, requireThat } from "../../errors";
import { expectCall, expectOneStack, expectProps, literal, numberText } from "../../foundation";
import type { LoadBalancer } from "../load-balancer";
import { actionsOf, checkOutcome, lifecycleOf } from "../routes/actions";
import { targetsOf, type FixedResponse, type Forward, type Outcome } from "../routes/outcome";
import type { Route, RouteProps } from "../routes/route";
import { Routes } from "../routes/routes";
import type { HttpsListener } from "./https-listener";

const HTTP = 80;

export interface HttpListenerProps {
  readonly loadBalancer: LoadBalancer;

  /**
   * Who gets the requests that no route takes: a target group, or up to 5 with weights.
   * @default nobody: they are answered with 404
   */
  readonly forwardTo?: Forward;

  /**
   * Seconds that a client stays with the one of several target groups that it got first, 1 to 604800.
   * @default each request is sent by weight
   */
  readonly stickinessSec?: number;

  /**
   * The HTTPS listener that every browser is sent to instead, with 301 and the very path and query it asked for.
   * @default no redirect
   */
  readonly redirectTo?: HttpsListener;

  /**
   * What the load balancer answers itself to requests that no route takes.
   * @default 404 where there is no forwardTo and no redirectTo
   */
  readonly respond?: FixedResponse;

  /**
   * Port, 1 to 65535. On an internet-facing load balancer it is open to everyone.
   * @default 80
   */
  readonly port?: number;
}

/**
 * A listener for plain HTTP. Beside an HTTPS listener it redirects; the change from one to the other is made in place.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
 *
 * @example
 * new HttpListener(stack, "Http", { loadBalancer: door, forwardTo: targets });
 */
export class HttpListener extends Construct {
  public readonly arn: string;
  public readonly port: number;
  public readonly loadBalancer: LoadBalancer;
  /** Whether it only sends browsers on to HTTPS. */
  public readonly isRedirecting: boolean;
  /** Where a browser finds it. */
  public readonly url: string;

  private readonly routes: Routes;

  public constructor(scope: Construct, id: string, props: HttpListenerProps) {
    super(scope, id);
    expectProps(this, "HttpListener", props);
    const { loadBalancer, redirectTo } = props;
    this.loadBalancer = loadBalancer;
    expectOneStack(this, loadBalancer);
    this.isRedirecting = redirectTo !== undefined;
    this.port = props.port ?? HTTP;
    this.url = `http://${loadBalancer.dnsName}${this.port === HTTP ? "" : `:${numberText(this.port)}`}`;
    addCheck(this, () => [
      ...inRange(limits.listenerPort, literal(this.port)),
      ...requireThat(
        (redirectTo?.loadBalancer ?? loadBalancer) === loadBalancer,
        problems.redirectToOtherLoadBalancer,
        "two load balancers",
      ),
    ]);

    const listener = this.createListener(loadBalancer, props);
    this.arn = listener.arn;
    this.routes = new Routes(this, "Routes", { arn: this.arn, loadBalancer, isEncrypted: false });
  }

  /** Sends requests that fit some conditions another way than the others, under an id that is unique here. */
  public route(id: string, props: RouteProps): Route {
    expectCall(this, "HttpListener.route", { id });
    return this.routes.add(id, props);
  }

  /** It redirects only once there is something to redirect to. */
  private createListener(
    loadBalancer: LoadBalancer,
    { redirectTo, ...props }: HttpListenerProps,
  ): LbListener {
    const to = redirectTo && { protocol: "HTTPS" as const, port: redirectTo.port };
    const outcome: Outcome = { ...props, redirectTo: to };
    checkOutcome(this, outcome, loadBalancer, false);
    const listener = new LbListener(this, "Resource", {
      loadBalancerArn: loadBalancer.arn,
      port: this.port,
      protocol: "HTTP",
      defaultAction: actionsOf(outcome),
      lifecycle: lifecycleOf(outcome),
      ...(redirectTo && { dependsOn: [redirectTo.listener] }),
    });
    const groups = targetsOf(outcome.forwardTo).map(({ targetGroup }) => targetGroup);
    loadBalancer.listenOn(this.port);
    loadBalancer.sendTo(groups);
    groups.forEach((group) => group.addListener(listener, loadBalancer));
    return listener;
  }
}
