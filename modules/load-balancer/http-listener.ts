import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { Construct } from "constructs";
import { check, inRange, unless } from "../errors";
import { expectShape, literal, numberText } from "../stack";
import type { LoadBalancer } from "./load-balancer";
import type { TargetGroup } from "./target-group";

const HTTP = 80;

export interface HttpListenerProps {
  readonly loadBalancer: LoadBalancer;

  /** Who gets the requests. */
  readonly forwardTo: TargetGroup;

  /**
   * Port, 1 to 65535. On an internet-facing load balancer it is open to everyone.
   * @default 80
   */
  readonly port?: number;
}

/**
 * A listener for plain HTTP that forwards every request to one target group.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
 *
 * @example
 * new HttpListener(stack, "Http", { loadBalancer: door, forwardTo: targets });
 */
export class HttpListener extends Construct {
  public readonly arn: string;
  public readonly loadBalancer: LoadBalancer;
  public readonly port: number;
  /** Where a browser finds it. */
  public readonly url: string;

  public constructor(scope: Construct, id: string, props: HttpListenerProps) {
    super(scope, id);
    expectShape(this, props, { loadBalancer: "object", forwardTo: "object" });
    const { loadBalancer, forwardTo } = props;
    this.loadBalancer = loadBalancer;
    this.port = props.port ?? HTTP;
    this.url = `http://${loadBalancer.dnsName}${this.port === HTTP ? "" : `:${numberText(this.port)}`}`;
    check(this, () => [
      ...inRange("FY331", literal(this.port), [1, 65535]),
      ...unless(loadBalancer.network === forwardTo.network, "FY334", "two networks"),
    ]);

    const listener = new LbListener(this, "Resource", {
      loadBalancerArn: loadBalancer.arn,
      port: this.port,
      protocol: "HTTP",
      defaultAction: [{ type: "forward", targetGroupArn: forwardTo.arn }],
      lifecycle: forwardTo.forwarderLifecycle(),
    });
    this.arn = listener.arn;
    loadBalancer.listenOn({ port: this.port, targetGroup: forwardTo });
    forwardTo.forwardedBy(listener, loadBalancer);
  }
}
