import type { Each } from "../../../terraform-modules/engine/each";
import { entriesOf, nameOf, type Synthesized } from "../../../terraform-modules/engine/entries";
import type { JsonObject } from "../../../terraform-modules/engine/json";

const ZONES: Each = {
  list: "var.zones",
  item: "zone",
  samples: ["za", "zb"],
  member: (path) => {
    const sample = ["za", "zb"].find((zone) => path.includes(`/${zone}/`));
    return sample === undefined ? undefined : { sample, path: path.replace(`/${sample}/`, "/") };
  },
};
const at = (path: string, body: JsonObject = {}): JsonObject => ({ "//": { metadata: { path } }, ...body });
const read = (document: Synthesized) => entriesOf(document, [ZONES], (path) => path.replace(/^Net\//, ""));

describe("the name of a resource", () => {
  it.each([
    ["Vpc/Resource", "vpc"],
    ["LoadBalancer/SecurityGroup/From-Internet-80", "load_balancer_security_group_from_internet_80"],
    ["Alias/IPv4", "alias_ipv4"],
    ["SecurityGroup/To-var-port-of", "security_group_to"],
    ["Proof/*.example.com", "proof_example_com"],
  ])("at %s is %s", (path, name) => {
    expect(nameOf(path)).toBe(name);
  });
});

describe("the entries of a document", () => {
  const entries = read({
    resource: {
      aws_subnet: {
        Net_za_Subnet_1: at("app/Net/za/Subnet", { vpc_id: "${aws_vpc.Net_Vpc_2.id}" }),
        Net_zb_Subnet_3: at("app/Net/zb/Subnet"),
      },
      aws_vpc: { Net_Vpc_2: at("app/Net/Vpc") },
      aws_lb: {
        Door_4: at("app/Door", {
          subnets: ["${aws_subnet.Net_za_Subnet_1.id}", "${aws_subnet.unknown.id}"],
          depends_on: ["aws_subnet.Net_zb_Subnet_3", "data.aws_zone.Zone_5"],
          nested: { "//": "a comment", kept: "${data.aws_zone.Zone_5.id}" },
        }),
      },
    },
    data: { aws_zone: { Zone_5: at("app/Zone") } },
    output: { url: { value: "${aws_lb.Door_4.dns_name}" } },
  });
  const named = (name: string) => entries.find((entry) => entry.name === name);

  it("carry kind, type, name and path, and those of a family their sample", () => {
    expect(entries.map(({ kind, type, name, path, sample }) => [kind, type, name, path, sample])).toEqual([
      ["resource", "aws_subnet", "subnet", "Net/za/Subnet", "za"],
      ["resource", "aws_subnet", "subnet", "Net/zb/Subnet", "zb"],
      ["resource", "aws_vpc", "vpc", "Net/Vpc", undefined],
      ["resource", "aws_lb", "door", "Door", undefined],
      ["data", "aws_zone", "zone", "Zone", undefined],
      ["output", "output", "url", "url", undefined],
    ]);
  });

  it("refer to each other by name, and to a member of a family with its sample in marks", () => {
    expect(named("subnet")?.body).toEqual({ vpc_id: "${aws_vpc.vpc.id}" });
    expect(named("url")?.body).toEqual({ value: "${aws_lb.door.dns_name}" });
    expect(named("door")?.body).toEqual({
      subnets: ["${aws_subnet.subnet<<za>>.id}", "${aws_subnet.unknown.id}"],
      depends_on: ["aws_subnet.subnet<<zb>>", "data.aws_zone.zone"],
      nested: { kept: "${data.aws_zone.zone.id}" },
    });
  });

  it("need the path that CDKTF writes beside each", () => {
    expect(() => read({ resource: { aws_vpc: { Vpc: { cidr: "x" } } } })).toThrow("no construct path");
  });
});
