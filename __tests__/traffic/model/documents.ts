import { landscape, type Landscape, type Subnet } from "../../../traffic/model";
import { readTerraform } from "../../../traffic/terraform";
import { Document, ref } from "../documents/document";

export function landscapeOf({ json }: Document): Landscape {
  return landscape(readTerraform(json));
}

/** A VPC with one subnet and an internet gateway, and no route to it yet. */
export function lonelySubnet(): Document {
  return new Document()
    .add("aws_vpc.main", { cidr_block: "10.0.0.0/16" })
    .add("aws_internet_gateway.main", { vpc_id: ref("aws_vpc.main") })
    .add("aws_subnet.one", {
      vpc_id: ref("aws_vpc.main"),
      availability_zone: "eu-west-1a",
      cidr_block: "10.0.0.0/24",
    });
}

export function onlySubnet(document: Document): Subnet {
  const [subnet] = landscapeOf(document).subnets;
  if (subnet === undefined) throw new Error("no subnet");
  return subnet;
}
