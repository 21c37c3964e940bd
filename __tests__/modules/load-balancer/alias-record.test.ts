import { AliasRecord, HostedZone } from "../../../modules";
import { door, network } from "../../support/parts";
import { codesOf, synthesize } from "../../support/synthesize";

describe.each(["example.com", "www.example.com", "*.example.com"])("an alias record for %s", (name) => {
  const urls: string[] = [];
  const stack = synthesize((scope) => {
    const hostedZone = new HostedZone(scope, "Zone", { name: "example.com" });
    urls.push(
      new AliasRecord(scope, "Alias", { hostedZone, name, loadBalancer: door(scope, network(scope)) }).url,
    );
  });
  const balancer = stack.only("aws_lb");

  it.each([
    ["A", "Alias_Ipv4"],
    ["AAAA", "Alias_Ipv6"],
  ])("leads to the load balancer with type %s", (type, id) => {
    expect(stack.named("aws_route53_record", id).values).toEqual({
      zone_id: stack.only("aws_route53_zone").ref("zone_id"),
      name,
      type,
      alias: {
        name: balancer.ref("dns_name"),
        zone_id: balancer.ref("zone_id"),
        evaluate_target_health: true,
      },
    });
  });

  it("is all that there is, and overwrites nothing that somebody else has made", () => {
    expect(stack.resources("aws_route53_record")).toHaveLength(2);
    expect(stack.resources("aws_route53_record").map((one) => one.at("allow_overwrite"))).toEqual([
      undefined,
      undefined,
    ]);
    expect(urls).toEqual([`https://${name}`]);
  });
});

it("an alias record fails for a name that leads elsewhere already", () => {
  const codes = codesOf((scope) => {
    const hostedZone = new HostedZone(scope, "Zone", { name: "example.com" });
    const home = network(scope);
    for (const id of ["One", "Two"]) {
      const loadBalancer = door(scope, home, {}, id);
      new AliasRecord(scope, `${id}Alias`, { hostedZone, name: "example.com", loadBalancer });
    }
  });
  expect(codes).toEqual(["FY611"]);
});
