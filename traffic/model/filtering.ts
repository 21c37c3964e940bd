import { UNKNOWN, type Resource, type Value } from "../terraform";
import { written } from "./attributes";
import { Belongings, type Shelf } from "./catalogue";
import type { NetworkAcl } from "./network-acls";
import type { Subnet, Vpc } from "./network";
import type { Parts } from "./parts";
import { ANYTHING, exactly, type Several } from "./several";
import type { Known } from "./truth";

/** Which network ACL filters which subnet, and which entries are in it. */
export class Filtering {
  private readonly entries: Belongings<Resource>;
  private readonly associations: Belongings<Resource>;
  private readonly bySubnetIds: Belongings<NetworkAcl>;
  private readonly defaults: Belongings<NetworkAcl>;

  public constructor(
    shelf: Shelf,
    private readonly parts: Parts,
  ) {
    const { networkAcls, subnets } = parts;
    this.entries = new Belongings(shelf.ofType("aws_network_acl_rule"), ({ values }) =>
      networkAcls.several(values.network_acl_id),
    );
    this.associations = new Belongings(shelf.ofType("aws_network_acl_association"), ({ values }) =>
      subnets.several(values.subnet_id),
    );
    const acls = [...shelf.ofType("aws_network_acl"), ...shelf.ofType("aws_default_network_acl")];
    const subnetIds = new Map<string, Value>(acls.map((one) => [one.address, written(one, "subnet_ids")]));
    this.bySubnetIds = new Belongings(networkAcls.all, ({ address }) =>
      subnets.several(subnetIds.get(address)),
    );
    const defaults = shelf.ofType("aws_default_network_acl");
    this.defaults = new Belongings(
      defaults.flatMap(({ address }) => networkAcls.at(address) ?? []),
      ({ vpc }): Several<Vpc> => (vpc === UNKNOWN ? ANYTHING : exactly([vpc])),
    );
  }

  public entriesOf(acl: NetworkAcl): readonly Resource[] {
    return this.entries.of(acl);
  }

  public mayHaveOthers(acl: NetworkAcl): boolean {
    return this.entries.maybeOf(acl).length > 0;
  }

  /** Undefined is the VPC's default, untouched. */
  public aclOf(subnet: Subnet): Known<NetworkAcl> | undefined {
    const [association] = this.associations.of(subnet);
    if (association !== undefined)
      return this.parts.networkAcls.one(association.values.network_acl_id) ?? UNKNOWN;
    const [acl] = this.bySubnetIds.of(subnet);
    if (acl !== undefined) return acl;
    const maybe = [...this.associations.maybeOf(subnet), ...this.bySubnetIds.maybeOf(subnet)];
    if (maybe.length > 0 || subnet.vpc === UNKNOWN || subnet.vpc.open) return UNKNOWN;
    const [standard] = this.defaults.of(subnet.vpc);
    if (standard !== undefined) return standard;
    return this.defaults.maybeOf(subnet.vpc).length > 0 ? UNKNOWN : undefined;
  }
}
