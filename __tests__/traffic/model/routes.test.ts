import { isPublic, UNKNOWN, wayOut } from "../../../traffic/model";
import { ref, type Body, type Document } from "../documents/document";
import { lonelySubnet, onlySubnet } from "./documents";

const TO_INTERNET: Body = { cidr_block: "0.0.0.0/0", gateway_id: ref("aws_internet_gateway.main") };
const SEPARATE: Body = {
  destination_cidr_block: "0.0.0.0/0",
  gateway_id: ref("aws_internet_gateway.main"),
};

function table(document: Document, body: Body = {}): Document {
  return document.add("aws_route_table.one", { vpc_id: ref("aws_vpc.main"), ...body });
}

function associated(document: Document): Document {
  const ids = { subnet_id: ref("aws_subnet.one"), route_table_id: ref("aws_route_table.one") };
  return document.add("aws_route_table_association.one", ids);
}

describe("a subnet's way out", () => {
  it("is none in a VPC as AWS makes it", () => {
    expect(wayOut(onlySubnet(lonelySubnet()))).toBeUndefined();
  });

  it("is a route in the table that is associated with it", () => {
    const inline = associated(table(lonelySubnet(), { route: [TO_INTERNET] }));
    expect(isPublic(onlySubnet(inline))).toBe(true);
  });

  it("is a route of its own in that table", () => {
    const document = associated(table(lonelySubnet()));
    document.add("aws_route.out", { ...SEPARATE, route_table_id: ref("aws_route_table.one") });
    expect(isPublic(onlySubnet(document))).toBe(true);
  });

  it("is not a route in a table of nobody's", () => {
    expect(isPublic(onlySubnet(table(lonelySubnet(), { route: [TO_INTERNET] })))).toBe(false);
  });

  it("is a route in the VPC's default table", () => {
    const document = lonelySubnet().add("aws_default_route_table.main", {
      default_route_table_id: ref("aws_vpc.main", "default_route_table_id"),
      route: [TO_INTERNET],
    });
    expect(isPublic(onlySubnet(document))).toBe(true);
  });

  it("is a route that is added to the VPC's main table", () => {
    const document = lonelySubnet().add("aws_route.out", {
      ...SEPARATE,
      route_table_id: ref("aws_vpc.main", "main_route_table_id"),
    });
    expect(isPublic(onlySubnet(document))).toBe(true);
  });

  it("is a route in a table that was made the main one", () => {
    const document = table(lonelySubnet(), { route: [TO_INTERNET] });
    const ids = { vpc_id: ref("aws_vpc.main"), route_table_id: ref("aws_route_table.one") };
    document.add("aws_main_route_table_association.main", ids);
    expect(isPublic(onlySubnet(document))).toBe(true);
  });

  it("is what its own table says, whatever the main one does", () => {
    const document = associated(table(lonelySubnet()));
    document.add("aws_route.out", {
      ...SEPARATE,
      route_table_id: ref("aws_vpc.main", "main_route_table_id"),
    });
    expect(isPublic(onlySubnet(document))).toBe(false);
  });

  it("may lead elsewhere: through a transit gateway", () => {
    const route = { cidr_block: "0.0.0.0/0", transit_gateway_id: "tgw-1" };
    const document = associated(table(lonelySubnet(), { route: [route] }));
    expect(wayOut(onlySubnet(document))).toEqual({ kind: "elsewhere", by: "transit_gateway_id" });
  });
});

describe("a subnet's way out is unknown", () => {
  const unknown = (document: Document): void => expect(wayOut(onlySubnet(document))).toBe(UNKNOWN);

  it("if a route may be in its table", () => {
    unknown(
      associated(table(lonelySubnet())).add("aws_route.out", { ...SEPARATE, route_table_id: "${var.table}" }),
    );
  });

  it("if there may be no such route", () => {
    const route = { ...SEPARATE, count: "${var.public ? 1 : 0}", route_table_id: ref("aws_route_table.one") };
    unknown(associated(table(lonelySubnet())).add("aws_route.out", route));
  });

  it("if another table may be associated with it", () => {
    const ids = { subnet_id: "${var.subnet}", route_table_id: ref("aws_route_table.one") };
    unknown(table(lonelySubnet()).add("aws_route_table_association.one", ids));
  });

  it("if its routes are made by a dynamic block", () => {
    unknown(associated(table(lonelySubnet(), { dynamic: { route: { for_each: "${var.routes}" } } })));
  });

  it("if its VPC was made by AWS", () => {
    const document = lonelySubnet().add("aws_default_vpc.main", {});
    document.at("aws_subnet.one").vpc_id = ref("aws_default_vpc.main");
    unknown(document);
  });

  it("if halves of the internet are routed", () => {
    unknown(associated(table(lonelySubnet(), { route: [{ ...TO_INTERNET, cidr_block: "0.0.0.0/1" }] })));
  });
});
