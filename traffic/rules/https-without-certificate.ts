import { fault, type Rule } from "./rule";

export const httpsWithoutCertificate: Rule = {
  code: "FY545",
  severity: "error",
  subject: "an HTTPS listener",
  allowed: "must have a certificate",
  fix: "set certificate_arn to the ARN of the validated certificate",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
  judge: ({ listeners }) =>
    listeners
      .filter(({ protocol, open }) => (protocol === "HTTPS" || protocol === "TLS") && !open)
      .filter(({ certificate }) => certificate === undefined)
      .map((listener) => fault(listener, "none")),
};
