import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerCertificate } from "@cdktf/provider-aws/lib/lb-listener-certificate";
import { Construct } from "constructs";
import { arnFaults, type ListenerCertificate } from "../../domain";
import { addCheck, type Fault, inRange, limits, problems, requireThat } from "../../errors";
import {
  expectCall,
  expectOneStack,
  expectProps,
  idPart,
  literal,
  numberText,
  providerRegion,
} from "../../foundation";
import type { LoadBalancer } from "../load-balancer";
import { actionsOf, checkOutcome, lifecycleOf } from "../routes/actions";
import { targetsOf, type FixedResponse, type Forward } from "../routes/outcome";
import type { Route, RouteProps } from "../routes/route";
import { Routes } from "../routes/routes";
import { mutualAuthentication, mutualTlsFaults, type MutualTls } from "./mutual-tls";
import { DEFAULT_TLS_POLICY, tlsPolicyFaults, type TlsPolicy } from "./tls-policies";

const HTTPS = 443;

export interface HttpsListenerProps {
  readonly loadBalancer: LoadBalancer;

  /** The first is shown to clients that name no host; the others to those that ask for one of their names. Up to 26. */
  readonly certificates: readonly ListenerCertificate[];

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
   * What the load balancer answers itself to requests that no route takes.
   * @default 404 where there is no forwardTo
   */
  readonly respond?: FixedResponse;

  /**
   * Port, 1 to 65535. On an internet-facing load balancer it is open to everyone.
   * @default 443
   */
  readonly port?: number;

  /**
   * Versions and ciphers of TLS, from a list of current ones.
   * @default ELBSecurityPolicy-TLS13-1-2-Res-2021-06
   */
  readonly tlsPolicy?: TlsPolicy;

  /**
   * Certificates that clients have to show.
   * @default none
   */
  readonly mutualTls?: MutualTls;

  /**
   * Seconds for which a browser that was here refuses plain HTTP for this host, 0 to 63072000 (header
   * Strict-Transport-Security). To take it back, set 0, at which browsers forget; left out, the listener goes on as before.
   * @default no header
   */
  readonly hstsMaxAgeSec?: number;
}

/**
 * A listener for HTTPS. It is made once its certificates are valid.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html
 *
 * @example
 * const https = new HttpsListener(stack, "Https", { loadBalancer: door, certificates: [certificate], forwardTo: targets });
 * new HttpListener(stack, "Http", { loadBalancer: door, redirectTo: https });
 */
export class HttpsListener extends Construct {
  public readonly arn: string;
  public readonly port: number;
  public readonly loadBalancer: LoadBalancer;
  /** For whoever has to wait for it. */
  public readonly listener: LbListener;

  private readonly routes: Routes;

  public constructor(scope: Construct, id: string, props: HttpsListenerProps) {
    super(scope, id);
    expectProps(this, "HttpsListener", props);
    const { loadBalancer } = props;
    this.loadBalancer = loadBalancer;
    [loadBalancer, ...props.certificates].forEach((one) => expectOneStack(this, one));
    this.port = props.port ?? HTTPS;
    addCheck(this, () => this.faults(props));
    checkOutcome(this, props, loadBalancer, false);

    this.listener = this.createListener(props);
    this.arn = this.listener.arn;
    this.presentOthers(props.certificates.slice(1));
    this.connect(props);
    this.routes = new Routes(this, "Routes", { arn: this.arn, loadBalancer, isEncrypted: true });
  }

  /** Sends requests that fit some conditions another way than the others, under an id that is unique here. */
  public route(id: string, props: RouteProps): Route {
    expectCall(this, "HttpsListener.route", { id });
    return this.routes.add(id, props);
  }

  private createListener(props: HttpsListenerProps): LbListener {
    const { hstsMaxAgeSec: maxAge } = props;
    return new LbListener(this, "Resource", {
      loadBalancerArn: props.loadBalancer.arn,
      port: this.port,
      protocol: "HTTPS",
      sslPolicy: props.tlsPolicy ?? DEFAULT_TLS_POLICY,
      certificateArn: props.certificates[0]?.arn,
      mutualAuthentication: mutualAuthentication(props.mutualTls),
      defaultAction: actionsOf(props),
      lifecycle: lifecycleOf(props),
      routingHttpResponseStrictTransportSecurityHeaderValue:
        maxAge === undefined ? undefined : `max-age=${numberText(maxAge)}`,
    });
  }

  private presentOthers(others: readonly ListenerCertificate[]): void {
    this.loadBalancer.countAgainstQuota({ certificates: others.length });
    new Set(others).forEach(({ arn, label }) => {
      const id = `Certificate-${idPart(this, label)}`;
      if (this.node.tryFindChild(id) !== undefined) return;
      new LbListenerCertificate(this, id, { listenerArn: this.arn, certificateArn: arn });
    });
  }

  private connect({ loadBalancer, forwardTo }: HttpsListenerProps): void {
    const groups = targetsOf(forwardTo).map(({ targetGroup }) => targetGroup);
    loadBalancer.listenOn(this.port);
    loadBalancer.sendTo(groups);
    groups.forEach((group) => group.addListener(this.listener, loadBalancer));
  }

  private faults(props: HttpsListenerProps): Fault[] {
    const { certificates, mutualTls, tlsPolicy, hstsMaxAgeSec } = props;
    const ids = certificates.map(({ label }) => idPart(this, label));
    const twice = ids.filter((id, position) => ids.indexOf(id) < position);
    const region = literal(providerRegion(this));
    return [
      ...inRange(limits.listenerPort, literal(this.port)),
      ...requireThat(certificates.length > 0, problems.certificateMissing, "none"),
      ...requireThat(twice.length === 0, problems.certificateTwice, twice.join(", ")),
      ...certificates.flatMap(({ arn }) => arnFaults(literal(arn), region)),
      ...tlsPolicyFaults(literal(tlsPolicy)),
      ...mutualTlsFaults(mutualTls),
      ...inRange(limits.hstsMaxAge, literal(hstsMaxAgeSec)),
    ];
  }
}
