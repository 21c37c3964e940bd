import { TerraformOutput } from "cdktf";
import { AwsStack, Certificate, ExistingHostedZone, HostedZone, HttpsListener } from "../../../modules";
import { door, network } from "../../support/parts";
import { codesOf, newApp, problemsIn, synthesize } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

const zone = (stack: AwsStack): ExistingHostedZone =>
  new ExistingHostedZone(stack, "Zone", { name: "example.com" });
const certified = (domainName: string, ...alternativeNames: string[]) =>
  synthesize((stack) => {
    const certificate = new Certificate(stack, "Certificate", {
      ...{ domainName, alternativeNames, hostedZone: zone(stack) },
    });
    const loadBalancer = door(stack, network(stack));
    new HttpsListener(stack, "Https", { loadBalancer, certificates: [certificate] });
  });

describe("a certificate", () => {
  const stack = certified("example.com", "*.example.com", "www.example.com");
  const certificate = stack.only("aws_acm_certificate");
  const records = stack.resources("aws_route53_record");

  it("is asked for with all its names, logged in public, and replaced without a gap", () => {
    expect(certificate.values).toEqual({
      domain_name: "example.com",
      subject_alternative_names: ["example.com", "*.example.com", "www.example.com"],
      validation_method: "DNS",
      options: { certificate_transparency_logging_preference: "ENABLED" },
      tags: { Name: "example.com" },
      lifecycle: { create_before_destroy: true },
    });
  });

  it("is proved by one record a name, which a wildcard shares with the name below it", () => {
    expect(records.map(({ id }) => id.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "Certificate_Proof-example-com",
      "Certificate_Proof-www-example-com",
    ]);
  });

  it("has records whose content is known only once it was asked for, and whose number is known before", () => {
    const of = (attribute: string, name: string): string =>
      `\${one([for option in ${certificate.address}.domain_validation_options : option.${attribute} if option.domain_name == "${name}"])}`;
    expect(records.map(({ values }) => values)).toEqual(
      ["example.com", "www.example.com"].map((name) => ({
        zone_id: expect.stringMatching(/^\$\{data\.aws_route53_zone\.Zone_\w+\.zone_id\}$/) as string,
        name: of("resource_record_name", name),
        type: "CNAME",
        ttl: 60,
        records: [of("resource_record_value", name)],
        allow_overwrite: true,
      })),
    );
  });

  it("is shown only once it is valid", () => {
    const validation = stack.only("aws_acm_certificate_validation");
    expect(validation.at("validation_record_fqdns")).toEqual(records.map((record) => record.ref("fqdn")));
    expect(validation.at("certificate_arn")).toBe(certificate.ref("arn"));
    expect(stack.only("aws_lb_listener").at("certificate_arn")).toBe(validation.ref("certificate_arn"));
  });

  it("keeps the records that it has when a name is added", () => {
    const more = certified("example.com", "*.example.com", "www.example.com", "a.example.com");
    expect(more.addresses()).toEqual(expect.arrayContaining(stack.addresses()));
    expect(more.addresses()).toHaveLength(stack.addresses().length + 1);
  });

  it("of a wildcard alone is proved by the name below it", () => {
    const [record, ...others] = certified("*.example.com").resources("aws_route53_record");
    expect(others).toEqual([]);
    expect(record!.text("name")).toContain('option.domain_name == "*.example.com"');
  });

  it("takes a name that is set at deploy time, and one below it", () => {
    const made = synthesize((scope) => {
      const domainName = variablesOf(scope).text("domain");
      const hostedZone = new ExistingHostedZone(scope, "Zone", { name: domainName });
      const names = { domainName, alternativeNames: [`*.${domainName}`, `www.${domainName}`] };
      new Certificate(scope, "Certificate", { ...names, hostedZone });
    });
    const found = made.resources("aws_route53_record");
    expect(found.map(({ id }) => id.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "Certificate_Proof-var-domain",
      "Certificate_Proof-www-var-domain",
    ]);
    expect(found.map((record) => / == (.*)\]\)\}$/.exec(record.text("name"))?.[1])).toEqual([
      '"${var.domain}"',
      '"www.${var.domain}"',
    ]);
  });
});

describe("two certificates of one zone", () => {
  const codes = (...names: readonly string[]): string[] =>
    codesOf((stack) => {
      const hostedZone = zone(stack);
      names.forEach(
        (domainName, position) => new Certificate(stack, `C${position}`, { domainName, hostedZone }),
      );
    });

  it("pass with different names", () => {
    expect(codes("example.com", "www.example.com")).toEqual([]);
  });

  it("fail where one record would prove both", () => {
    expect(codes("example.com", "*.example.com")).toEqual(["FY607"]);
  });
});

it("a certificate fails with a zone of another stack", () => {
  const app = newApp();
  const [one, two] = ["one", "two"].map((id) => new AwsStack(app, id, { region: "us-east-1" }));
  new Certificate(two!, "Certificate", { domainName: "example.com", hostedZone: zone(one!) });
  expect(problemsIn(app).map(({ code }) => code)).toEqual(["FY017"]);
});

it("a new zone is public, and tells its name servers", () => {
  const stack = synthesize((scope) => {
    const { nameServers } = new HostedZone(scope, "Zone", { name: "example.com" });
    new TerraformOutput(scope, "name_servers", { value: nameServers });
  });
  const made = stack.only("aws_route53_zone");
  expect(made.values).toEqual({ name: "example.com", tags: { Name: "example.com" } });
  expect(stack.at("output.name_servers.value")).toBe(made.ref("name_servers"));
});

it("a zone that is there already is looked for among the public ones", () => {
  const stack = synthesize((scope) => {
    zone(scope);
  });
  const found = Object.values(stack.at("data.aws_route53_zone") ?? {});
  expect(found).toEqual([{ name: "example.com", private_zone: false }]);
  expect(stack.types()).toEqual([]);
});
