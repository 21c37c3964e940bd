import { fault, type Rule } from "./rule";

/** TLS 1.2 and newer, but with ciphers without forward secrecy. */
const WEAK = /^ELBSecurityPolicy-(TLS13-1-2-Ext[12]-|TLS-1-2-Ext-)/;

export const weakTlsCiphers: Rule = {
  code: "FY569",
  severity: "warning",
  subject: "an HTTPS listener's TLS policy",
  allowed: "must have only ciphers with forward secrecy",
  fix: "use ELBSecurityPolicy-TLS13-1-2-Res-2021-06, or ELBSecurityPolicy-TLS13-1-2-2021-06 for older clients",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  judge: ({ listeners }) =>
    listeners
      .filter(({ open }) => !open)
      .flatMap((listener) => {
        const { sslPolicy } = listener;
        return typeof sslPolicy === "string" && WEAK.test(sslPolicy) ? [fault(listener, sslPolicy)] : [];
      }),
};
