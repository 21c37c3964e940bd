import {
  AliasRecord,
  Certificate,
  existingCertificate,
  ExistingHostedZone,
  HostedZone,
  type CertificateProps,
} from "../../../../modules";
import { ARN, door, httpsListener, network } from "../../../support/parts";
import { variablesOf } from "../../../support/variables";
import { bad, type BadInput, type BadInputs } from "./case";

const names = (...all: readonly string[]): Partial<CertificateProps> => ({
  domainName: all[0] ?? "",
  alternativeNames: all.slice(1),
});
const certificates = (...all: readonly Partial<CertificateProps>[]): BadInput =>
  bad((scope) => {
    const hostedZone = new ExistingHostedZone(scope, "Zone", { name: "example.com" });
    all.forEach(
      (props, position) =>
        new Certificate(scope, `Certificate${position}`, { domainName: "example.com", hostedZone, ...props }),
    );
  });
const aliases = (...all: readonly string[]): BadInput =>
  bad((scope) => {
    const hostedZone = new HostedZone(scope, "Zone", { name: "example.com" });
    const loadBalancer = door(scope, network(scope));
    all.forEach(
      (name, position) => new AliasRecord(scope, `Alias${position}`, { hostedZone, name, loadBalancer }),
    );
  });
const shows = (arn: string): BadInput =>
  bad((scope) => httpsListener(scope, { certificates: [existingCertificate(arn)] }));

export const domain: BadInputs<"6"> = {
  FY601: bad((scope) => new HostedZone(scope, "Zone", { name: "example.com." })),
  FY602: certificates(names("*.*.example.com")),
  FY603: certificates(names(`${"a".repeat(53)}.example.com`)),
  FY604: certificates(names(...Array.from({ length: 11 }, (_, position) => `w${position}.example.com`))),
  FY605: certificates(names("example.org")),
  FY606: certificates(names("example.com", "www.example.com", "www.example.com")),
  FY607: certificates(names("example.com"), names("*.example.com")),
  FY608: shows("arn:aws:acm:us-east-1:1:certificate/a"),
  FY609: shows(ARN.replace("us-east-1", "eu-west-1") + "a"),
  FY610: aliases("https://www.example.com.example.com"),
  FY611: aliases("www.example.com", "www.example.com"),
  FY613: bad((scope) => {
    const hostedZone = new HostedZone(scope, "Zone", { name: "example.com" });
    const alternativeNames = variablesOf(scope).list("names");
    new Certificate(scope, "Certificate", { domainName: "example.com", alternativeNames, hostedZone });
  }),
  FY612: bad((scope) => {
    ["One", "Two"].forEach((id) => new HostedZone(scope, id, { name: "example.com" }));
  }),
};
