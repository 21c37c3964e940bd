import { WebAcl, type LoadBalancerProps } from "../../../modules";
import { door, network } from "../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

type Attributes = Omit<Partial<LoadBalancerProps>, "network">;
const made = (attributes: Attributes): Synthesized =>
  synthesize((scope) => {
    door(scope, network(scope), attributes);
  });
const codes = (attributes: Attributes): string[] =>
  codesOf((scope) => door(scope, network(scope), attributes));
const OPTIONAL = [
  ...["client_keep_alive", "desync_mitigation_mode", "preserve_host_header", "enable_zonal_shift"],
  ...["enable_deletion_protection", "lifecycle", "access_logs"],
];

describe("attributes of a load balancer", () => {
  it("that nobody chose are left to AWS", () => {
    const balancer = made({}).only("aws_lb");
    expect(OPTIONAL.filter((name) => balancer.at(name) !== undefined)).toEqual([]);
  });

  it("are what was chosen", () => {
    const balancer = made({
      ...{ clientKeepAliveSec: 604_800, desyncMitigationMode: "strictest" },
      ...{ preserveHostHeader: true, zonalShift: true },
    }).only("aws_lb");
    expect(OPTIONAL.map((name) => balancer.at(name))).toEqual([
      ...[604_800, "strictest", true, true],
      ...[undefined, undefined, undefined],
    ]);
  });

  it("let requests pass that could be smuggled only under a name that says so", () => {
    expect(made({ desyncMitigationMode: "unsafe-monitor" }).only("aws_lb").at("desync_mitigation_mode")).toBe(
      "monitor",
    );
    for (const mode of ["monitor", "", "toString"])
      expect(codes({ desyncMitigationMode: mode as "defensive" })).toEqual(["FY328"]);
  });

  it.each([59, 604_801, 60.5, NaN])("fail with a client's connection of %s seconds", (clientKeepAliveSec) => {
    expect(codes({ clientKeepAliveSec })).toEqual(["FY329"]);
  });

  it.each([60, 604_800])("pass with a client's connection of %s seconds", (clientKeepAliveSec) => {
    expect(codes({ clientKeepAliveSec })).toEqual([]);
  });
});

describe("a flag that is a text, as an environment variable is,", () => {
  it.each(["deletionProtection", "preserveHostHeader", "zonalShift"])(
    "fails as %s: it would be off",
    (name) => {
      expect(codes({ [name]: "true" })).toEqual(["FY018"]);
    },
  );
});

describe("deletion protection", () => {
  it("is AWS's own and Terraform's, which refuses before anything is destroyed", () => {
    const balancer = made({ deletionProtection: true }).only("aws_lb");
    expect(balancer.at("enable_deletion_protection")).toBe(true);
    expect(balancer.at("lifecycle")).toEqual({ prevent_destroy: true });
  });

  it("that is off leaves no trace", () => {
    expect(made({ deletionProtection: false }).document).toEqual(made({}).document);
  });
});

describe("a load balancer with a web ACL", () => {
  const stack = synthesize((scope) => {
    door(scope, network(scope)).protectWith(new WebAcl(scope, "Firewall"));
  });

  it("has it by an association, so that the load balancer itself stays as it is", () => {
    const association = stack.only("aws_wafv2_web_acl_association");
    expect(association.at("resource_arn")).toBe(stack.only("aws_lb").ref("arn"));
    expect(association.at("web_acl_arn")).toBe(stack.only("aws_wafv2_web_acl").ref("arn"));
    expect(association.id).toMatch(/^Door_WebAcl_/);
  });

  it("may have one that stands", () => {
    const arn =
      "arn:aws-us-gov:wafv2:us-gov-west-1:123456789012:regional/webacl/all/0a1b2c3d-1111-2222-3333-444455556666";
    const other = synthesize((scope) => door(scope, network(scope)).protectWith({ arn }));
    expect(other.only("aws_wafv2_web_acl_association").at("web_acl_arn")).toBe(arn);
    expect(other.resources("aws_wafv2_web_acl")).toEqual([]);
  });

  it.each([
    "",
    "all",
    "arn:aws:waf-regional:us-east-1:123456789012:webacl/0a1b2c3d-1111-2222-3333-444455556666",
    "arn:aws:wafv2:us-east-1:123456789012:global/webacl/cdn/0a1b2c3d-1111-2222-3333-444455556666",
  ])("fails with %j in the place of its ARN", (arn) => {
    expect(codesOf((scope) => door(scope, network(scope)).protectWith({ arn }))).toEqual(["FY818"]);
  });

  it("fails with nothing in its place", () => {
    expect(
      codesOf((scope) => door(scope, network(scope)).protectWith(undefined as unknown as WebAcl)),
    ).toEqual(["FY018"]);
  });
});
