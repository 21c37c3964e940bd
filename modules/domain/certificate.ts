import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Token } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, problems, requireThat } from "../errors";
import {
  reserveName,
  expectArguments,
  expectOneStack,
  expectProps,
  expressionText,
  idPart,
  labelOf,
  literal,
  namingPath,
  quota,
} from "../foundation";
import type { PublicZone } from "./hosted-zone";
import { certificateNameFaults, provedName } from "./names";

const RECORD_TTL_SEC = 60;

export interface CertificateProps {
  /**
   * The name that it is shown for, up to 64 characters in lower case; `*.example.com` covers every host directly below
   * `example.com`, and not `example.com` itself. A change makes a new certificate, and then lets the old one go.
   */
  readonly domainName: string;

  /**
   * More names, up to 9 by default; a change makes a new certificate as well.
   * @default none
   */
  readonly alternativeNames?: readonly string[];

  /** Zone that all of its names lie in. */
  readonly hostedZone: PublicZone;
}

/** A certificate that a listener can show. */
export interface ListenerCertificate {
  /** Known only once the certificate is valid, so that whoever uses it waits. */
  readonly arn: string;
  /** What tells it from the listener's other certificates. */
  readonly label: string;
}

/**
 * A public certificate of AWS Certificate Manager, free of charge. Records in the hosted zone prove that the domain is
 * yours, now and at each renewal; an apply waits until it is issued: some minutes, 45 at most.
 * https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 *
 * @example
 * const certificate = new Certificate(stack, "Certificate", {
 *   domainName: "example.com",
 *   alternativeNames: ["*.example.com"],
 *   hostedZone: zone,
 * });
 */
export class Certificate extends Construct implements ListenerCertificate {
  public readonly arn: string;
  public readonly label: string;

  public constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id);
    expectProps(this, "Certificate", props);
    expectOneStack(this, props.hostedZone);
    const isKnown = !Token.isUnresolved(props.alternativeNames);
    const names = [props.domainName, ...((isKnown ? props.alternativeNames : []) ?? [])];
    const taken = this.reserveNames(names, props.hostedZone);
    addCheck(this, () => [
      ...taken,
      ...requireThat(isKnown, problems.alternativeNamesUnknown, "a Terraform token"),
      ...this.faults(names, props.hostedZone),
    ]);
    this.label = labelOf(namingPath(this));

    const certificate = this.request(names);
    this.arn = this.validate(certificate, this.createRecords(certificate, names, props.hostedZone));
  }

  private request(names: readonly string[]): AcmCertificate {
    return new AcmCertificate(this, "Resource", {
      domainName: names[0],
      subjectAlternativeNames: [...names],
      validationMethod: "DNS",
      options: { certificateTransparencyLoggingPreference: "ENABLED" },
      tags: { Name: names[0] ?? "" },
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /**
   * One record a proved name, under an id made of that name: which records there are is known before the certificate is.
   * ACM asks for the same record each time, so one that is left from another certificate is taken over.
   */
  private createRecords(
    certificate: AcmCertificate,
    names: readonly string[],
    zone: PublicZone,
  ): Route53Record[] {
    const asked = new Map([...names].reverse().map((name) => [provedName(name), name]));
    return [...asked].reverse().map(([proved, name]) => {
      const records = `${AcmCertificate.tfResourceType}.${certificate.friendlyUniqueId}.domain_validation_options`;
      const part = (attribute: string): string =>
        `\${one([for option in ${records} : option.${attribute} if option.domain_name == ${expressionText(this, name)}])}`;
      return new Route53Record(this, `Proof-${idPart(this, proved)}`, {
        zoneId: zone.zoneId,
        name: part("resource_record_name"),
        type: "CNAME",
        ttl: RECORD_TTL_SEC,
        records: [part("resource_record_value")],
        allowOverwrite: true,
      });
    });
  }

  private validate(certificate: AcmCertificate, records: readonly Route53Record[]): string {
    return new AcmCertificateValidation(this, "Validation", {
      certificateArn: certificate.arn,
      validationRecordFqdns: records.map(({ fqdn }) => fqdn),
      timeouts: { create: "45m" },
    }).certificateArn;
  }

  private reserveNames(names: readonly string[], zone: PublicZone): Fault[] {
    return [...new Set(names.map(provedName))].flatMap((name) =>
      reserveName(zone, problems.wildcardBesideName, name, this),
    );
  }

  private faults(names: readonly string[], zone: PublicZone): Fault[] {
    const known = names.map((name) => literal(name));
    return certificateNameFaults(known, literal(zone.zoneName), quota(this, "namesPerCertificate"));
  }
}

/**
 * A certificate that stands already, in the listener's region: issued by ACM, imported into it, or uploaded to IAM.
 *
 * @example
 * const certificate = existingCertificate("arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012");
 */
export function existingCertificate(arn: string): ListenerCertificate {
  return expectArguments("existingCertificate", { arn }, () => ({ arn, label: arn }));
}
