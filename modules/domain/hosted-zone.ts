import { DataAwsRoute53Zone } from "@cdktf/provider-aws/lib/data-aws-route53-zone";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { addCheck, problems } from "../errors";
import { reserveName, expectProps, literal } from "../foundation";
import { zoneFaults } from "./names";

/** A public hosted zone, whoever made it. */
export interface PublicZone extends IConstruct {
  readonly zoneId: string;
  readonly zoneName: string;
}

export interface HostedZoneProps {
  /** Name of the domain, such as `example.com`, in lower case and without a dot at its end. A change replaces the zone. */
  readonly name: string;
}

/**
 * A new public hosted zone: 0.50 USD a month, and 0.40 USD a million queries other than those to alias records. It
 * answers for its name once the parent domain, or the registrar, names its `nameServers`.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/AboutHZWorkingWith.html https://aws.amazon.com/route53/pricing/
 *
 * @example
 * const zone = new HostedZone(stack, "Zone", { name: "example.com" });
 * new TerraformOutput(stack, "name_servers", { value: zone.nameServers });
 */
export class HostedZone extends Construct implements PublicZone {
  public readonly zoneId: string;
  public readonly zoneName: string;
  /** Four hosts, for the NS record in the parent domain. */
  public readonly nameServers: string[];

  public constructor(scope: Construct, id: string, props: HostedZoneProps) {
    super(scope, id);
    expectProps(this, "HostedZone", props);
    this.zoneName = props.name;
    const taken = reserveName(TerraformStack.of(this), problems.hostedZoneTwice, props.name, this);
    addCheck(this, () => [...taken, ...zoneFaults(literal(props.name))]);

    const zone = new Route53Zone(this, "Resource", { name: props.name, tags: { Name: props.name } });
    this.zoneId = zone.zoneId;
    this.nameServers = zone.nameServers;
  }
}

/**
 * A public hosted zone that stands already, found by its name. A private zone of the same name is passed over.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/AboutHZWorkingWith.html
 *
 * @example
 * const zone = new ExistingHostedZone(stack, "Zone", { name: "example.com" });
 */
export class ExistingHostedZone extends Construct implements PublicZone {
  public readonly zoneId: string;
  public readonly zoneName: string;

  public constructor(scope: Construct, id: string, props: HostedZoneProps) {
    super(scope, id);
    expectProps(this, "ExistingHostedZone", props);
    this.zoneName = props.name;
    addCheck(this, () => zoneFaults(literal(props.name)));

    this.zoneId = new DataAwsRoute53Zone(this, "Resource", { name: props.name, privateZone: false }).zoneId;
  }
}
