import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { addCheck, problems } from "../errors";
import type { LoadBalancer } from ".";
import { reserveName, expectOneStack, expectProps, literal } from "../foundation";
import type { PublicZone } from "../domain/hosted-zone";
import { recordNameFaults } from "../domain/names";

export interface AliasRecordProps {
  /** Zone that the name lies in. */
  readonly hostedZone: PublicZone;

  /** The zone's own name, or one below it: `example.com`, `www.example.com`, `*.example.com`. A change replaces the records. */
  readonly name: string;

  readonly loadBalancer: LoadBalancer;
}

/**
 * The name by which visitors know a load balancer: an A and an AAAA record, free of charge, as their queries are. The
 * AAAA record is silent while the load balancer has IPv4 addresses only.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-elb-load-balancer.html
 *
 * @example
 * const alias = new AliasRecord(stack, "Alias", { hostedZone: zone, name: "voice.example.com", loadBalancer: door });
 */
export class AliasRecord extends Construct {
  public readonly name: string;
  /** Where a browser finds it, once there is an HTTPS listener on port 443. */
  public readonly url: string;

  public constructor(scope: Construct, id: string, props: AliasRecordProps) {
    super(scope, id);
    expectProps(this, "AliasRecord", props);
    const { hostedZone, name, loadBalancer } = props;
    [hostedZone, loadBalancer].forEach((base) => expectOneStack(this, base));
    this.name = name;
    this.url = `https://${name}`;
    const taken = reserveName(hostedZone, problems.aliasRecordNameTaken, name, this);
    addCheck(this, () => [...taken, ...recordNameFaults(literal(name), literal(hostedZone.zoneName))]);

    this.createRecord("Ipv4", "A", props);
    this.createRecord("Ipv6", "AAAA", props);
  }

  private createRecord(id: string, type: string, { hostedZone, name, loadBalancer }: AliasRecordProps): void {
    new Route53Record(this, id, {
      zoneId: hostedZone.zoneId,
      name,
      type,
      alias: { name: loadBalancer.dnsName, zoneId: loadBalancer.hostedZoneId, evaluateTargetHealth: true },
    });
  }
}
