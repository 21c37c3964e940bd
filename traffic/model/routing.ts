import { isReference, UNKNOWN, type Resource, type Value } from "../terraform";
import { Belongings, type Shelf } from "./catalogue";
import type { InternetGateway, Subnet, Vpc } from "./network";
import type { Parts } from "./parts";
import { routeTable, type RouteTable } from "./routes";
import { ANYTHING, exactly, type Several } from "./several";
import type { Known } from "./truth";

/** Attributes of a VPC that mean its main route table. */
const MAIN_TABLE = new Set(["main_route_table_id", "default_route_table_id"]);

/** Which table routes which subnet, and which routes are in it. */
export class Routing {
  private readonly routes: Belongings<Resource>;
  private readonly associations: Belongings<Resource>;
  private readonly mainAssociations: Belongings<Resource>;
  private readonly defaultTables: Belongings<RouteTable>;
  private readonly subnets: Belongings<Subnet>;
  private readonly attachments: Belongings<Resource>;
  private readonly untouched = new Map<Vpc, RouteTable>();

  public constructor(
    shelf: Shelf,
    private readonly parts: Parts,
  ) {
    const of = (type: string): Resource[] => shelf.ofType(type);
    const { vpcs, subnets, routeTables, internetGateways } = parts;
    this.routes = new Belongings(of("aws_route"), ({ values }) => this.tablesMeant(values.route_table_id));
    const associated = of("aws_route_table_association").filter(({ values }) => !isSet(values.gateway_id));
    this.associations = new Belongings(associated, ({ values }) => subnets.several(values.subnet_id));
    const main = of("aws_main_route_table_association");
    this.mainAssociations = new Belongings(main, ({ values }) => vpcs.several(values.vpc_id));
    const defaults = of("aws_default_route_table").flatMap(({ address }) => routeTables.at(address) ?? []);
    this.defaultTables = new Belongings(defaults, (table) => this.one(table.vpc));
    this.subnets = new Belongings(subnets.all, (subnet) => this.one(subnet.vpc));
    const attached = of("aws_internet_gateway_attachment");
    this.attachments = new Belongings(attached, ({ values }) =>
      internetGateways.several(values.internet_gateway_id),
    );
  }

  public subnetsOf(vpc: Vpc): readonly Subnet[] {
    return this.subnets.of(vpc);
  }

  public routesOf(table: RouteTable): readonly Resource[] {
    return this.routes.of(table);
  }

  public mayHaveOthers(table: RouteTable): boolean {
    return this.routes.maybeOf(table).length > 0;
  }

  /** The VPC that a gateway is attached to by a resource of its own. */
  public attachedTo(gateway: InternetGateway): Value {
    return this.attachments.of(gateway)[0]?.values.vpc_id;
  }

  /** The table of a subnet, or those that one of them is. */
  public tablesOf(subnet: Subnet): Several<RouteTable> {
    const [association] = this.associations.of(subnet);
    if (association !== undefined) return this.tablesMeant(association.values.route_table_id);
    return this.one(this.implicitTableOf(subnet));
  }

  private implicitTableOf(subnet: Subnet): Known<RouteTable> {
    if (subnet.open || this.associations.maybeOf(subnet).length > 0) return UNKNOWN;
    return subnet.vpc === UNKNOWN ? UNKNOWN : this.mainTableOf(subnet.vpc);
  }

  private mainTableOf(vpc: Vpc): Known<RouteTable> {
    const [association] = this.mainAssociations.of(vpc);
    if (association !== undefined) return this.oneTable(association.values.route_table_id);
    if (vpc.open || this.mainAssociations.maybeOf(vpc).length > 0) return UNKNOWN;
    const [table] = this.defaultTables.of(vpc);
    if (table !== undefined) return table;
    return this.defaultTables.maybeOf(vpc).length > 0 ? UNKNOWN : this.untouchedTableOf(vpc);
  }

  /** The main table as AWS makes it: it knows the way inside the VPC, and what routes add to it. */
  private untouchedTableOf(vpc: Vpc): RouteTable {
    const known = this.untouched.get(vpc);
    if (known !== undefined) return known;
    const { address } = vpc;
    const values = { vpc_id: { refersTo: [address] }, tags: { Name: `main route table of ${vpc.name}` } };
    const made = routeTable(
      { address, type: "aws_default_route_table", values, dependsOn: [], mentions: [] },
      this.parts,
    );
    this.untouched.set(vpc, made);
    return made;
  }

  private oneTable(value: Value): Known<RouteTable> {
    const { all, among, open } = this.tablesMeant(value);
    return all[0] === undefined || among || open ? UNKNOWN : all[0];
  }

  private tablesMeant(value: Value): Several<RouteTable> {
    if (!isReference(value) || !MAIN_TABLE.has(value.attribute ?? ""))
      return this.parts.routeTables.several(value);
    const vpc = this.parts.vpcs.one(value);
    const table = vpc === UNKNOWN || vpc === undefined ? UNKNOWN : this.defaultOf(vpc);
    return this.one(table);
  }

  /** `main_route_table_id` and `default_route_table_id` are the same until somebody makes another table the main one. */
  private defaultOf(vpc: Vpc): Known<RouteTable> {
    return (
      this.parts.routeTables.all.find((table) => table.vpc === vpc && isDefault(table)) ??
      this.untouchedTableOf(vpc)
    );
  }

  private one<T>(part: Known<T>): Several<T> {
    return part === UNKNOWN ? ANYTHING : exactly([part]);
  }
}

function isDefault({ address }: RouteTable): boolean {
  return /(^|\.)aws_default_route_table\./.test(address);
}

function isSet(value: Value): boolean {
  return value !== undefined && value !== null && value !== "";
}
