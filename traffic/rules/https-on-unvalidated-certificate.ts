import { UNKNOWN, type Landscape, type Listener } from "../model";
import { fault, type Fault, type Rule } from "./rule";

export const httpsOnUnvalidatedCertificate: Rule = {
  code: "FY546",
  severity: "error",
  subject: "an HTTPS listener",
  allowed: "must wait until its certificate is validated",
  fix: "take certificate_arn from aws_acm_certificate_validation, or make the listener depend on it",
  page: "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
  judge: (landscape) =>
    landscape.kind === "state" ? [] : landscape.listeners.flatMap((one) => faults(one, landscape)),
};

function faults(listener: Listener, { certificates, order }: Landscape): Fault[] {
  const { certificate } = listener;
  if (certificate === undefined || certificate === UNKNOWN || certificate.needsValidation !== true) return [];
  const validations = certificates.filter(({ isValidation }) => isValidation);
  const waits = validations.map(({ address }) => order.isAfter(listener, address));
  const mayWait = waits.includes(true) || (validations.length > 0 && waits.includes(UNKNOWN));
  return mayWait ? [] : [fault(listener, `${certificate.name}, as soon as it is requested`)];
}
