import { fault, type Rule } from "./rule";

/** Policies that still speak TLS 1.0 or 1.1; the first is what AWS takes if none is named through the API. */
const OUTDATED =
  /^ELBSecurityPolicy-(2016-08|2015-05|2014-|TLS-1-0-|TLS-1-1-|FS-2018-06$|FS-1-1-|TLS13-1-0-|TLS13-1-1-)/;

export const outdatedTlsPolicy: Rule = {
  code: "FY547",
  severity: "warning",
  subject: "an HTTPS listener's TLS policy",
  allowed: "must accept TLS 1.2 or newer only",
  fix: "use ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  judge: ({ listeners, kind }) =>
    listeners
      .filter(({ protocol, open }) => (protocol === "HTTPS" || protocol === "TLS") && !open)
      .flatMap((listener) => {
        const { sslPolicy } = listener;
        if (sslPolicy === undefined && kind !== "state")
          return [fault(listener, "none, for which the API takes ELBSecurityPolicy-2016-08")];
        return typeof sslPolicy === "string" && OUTDATED.test(sslPolicy) ? [fault(listener, sslPolicy)] : [];
      }),
};
