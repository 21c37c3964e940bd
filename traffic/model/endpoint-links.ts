import type { Resource } from "../terraform";
import { Belongings, type Shelf } from "./catalogue";
import type { Endpoint } from "./endpoints";
import type { Subnet } from "./network";
import type { Parts } from "./parts";
import type { RouteTable } from "./routes";
import { ANYTHING, type Several } from "./several";

/** Subnets and route tables that are given to endpoints by resources of their own. */
export class EndpointLinks {
  private readonly tables: Belongings<Resource>;
  private readonly subnets: Belongings<Resource>;

  public constructor(
    shelf: Shelf,
    private readonly parts: Parts,
  ) {
    const { endpoints } = parts;
    const linked = (type: string): Belongings<Resource> =>
      new Belongings(shelf.ofType(type), ({ values }) => endpoints.several(values.vpc_endpoint_id));
    this.tables = linked("aws_vpc_endpoint_route_table_association");
    this.subnets = linked("aws_vpc_endpoint_subnet_association");
  }

  public tablesOf(endpoint: Endpoint): Several<RouteTable>[] {
    const known = this.tables
      .of(endpoint)
      .map(({ values }) => this.parts.routeTables.several(values.route_table_id));
    return this.tables.maybeOf(endpoint).length > 0 ? [...known, ANYTHING] : known;
  }

  public subnetsOf(endpoint: Endpoint): Several<Subnet>[] {
    const known = this.subnets.of(endpoint).map(({ values }) => this.parts.subnets.several(values.subnet_id));
    return this.subnets.maybeOf(endpoint).length > 0 ? [...known, ANYTHING] : known;
  }
}
