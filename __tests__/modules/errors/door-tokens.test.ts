import {
  AliasRecord,
  Certificate,
  cognito,
  existingCertificate,
  ExistingHostedZone,
  HostedZone,
  HttpsListener,
  LoadBalancer,
  Network,
  oidc,
  TargetGroup,
  TrustStore,
  type AliasRecordProps,
  type AwsStack,
  type CertificateProps,
  type CognitoProps,
  type FixedResponse,
  type HttpsListenerProps,
  type OidcProps,
  type Redirect,
  type RouteConditions,
  type TargetGroupProps,
  type TlsPolicy,
  type TrustStoreProps,
} from "../../../modules";
import { httpsListener } from "../../support/parts";
import type { All } from "../../support/every-prop";
import { codesOf, newStack, synthesizeStack } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

const stack: AwsStack = newStack();
const { text, number, list } = variablesOf(stack);

const network = new Network(stack, "Network", { zones: ["us-east-1a", "us-east-1b"] });
const door = new LoadBalancer(stack, "Door", { network, scheme: "internet-facing" });
const targetProps: All<TargetGroupProps, "name" | "healthCheck" | "deregistrationDelaySec" | "protocol"> = {
  network,
  port: number("tg_port"),
  stickinessSec: number("tg_stickiness"),
  stickinessCookieName: text("tg_cookie"),
  slowStartSec: number("tg_slow"),
  algorithm: text("tg_algorithm") as "round_robin",
};
const targets = new TargetGroup(stack, "Targets", targetProps);

const zone = new HostedZone(stack, "Zone", { name: text("zone") });
const found = new ExistingHostedZone(stack, "Found", { name: text("found_zone") });
const certificateProps: All<CertificateProps> = {
  domainName: text("domain"),
  alternativeNames: [`*.${text("sub_domain")}`],
  hostedZone: zone,
};
const certificate = new Certificate(stack, "Certificate", certificateProps);
const aliasProps: All<AliasRecordProps> = { hostedZone: found, name: text("alias"), loadBalancer: door };
new AliasRecord(stack, "Alias", aliasProps);

const storeProps: All<TrustStoreProps> = {
  bucket: text("ca_bucket"),
  key: text("ca_key"),
  objectVersion: text("ca_version"),
  name: text("ca_name"),
};
const trustStore = new TrustStore(stack, "Clients", storeProps);
const other = new TargetGroup(stack, "Other", { network, port: number("other_port") });
const respond: All<FixedResponse, "contentType"> = { statusCode: number("status"), body: text("body") };
const httpsProps: All<HttpsListenerProps, "respond"> = {
  loadBalancer: door,
  certificates: [certificate, existingCertificate(text("given_arn")), existingCertificate(text("other_arn"))],
  forwardTo: [
    { targetGroup: targets, weight: number("weight") },
    { targetGroup: other, weight: 1 },
  ],
  stickinessSec: number("https_stickiness"),
  port: number("https_port"),
  tlsPolicy: text("tls_policy") as TlsPolicy,
  mutualTls: { mode: "verify", trustStore, ignoreExpiry: false },
  hstsMaxAgeSec: number("hsts"),
};
const https = new HttpsListener(stack, "Https", httpsProps);
const session = { scope: text("scope"), sessionTimeoutSec: number("session"), cookieName: text("cookie") };
const cognitoProps: All<CognitoProps, "onUnauthenticated"> = {
  ...session,
  userPoolArn: text("pool"),
  userPoolClientId: text("pool_client"),
  userPoolDomain: text("pool_domain"),
};
const oidcProps: All<OidcProps, "onUnauthenticated"> = {
  ...session,
  issuer: text("issuer"),
  authorizationEndpoint: text("authorization"),
  tokenEndpoint: text("token"),
  userInfoEndpoint: text("user_info"),
  clientId: text("client"),
  clientSecret: text("secret"),
};
const conditions: All<RouteConditions, "sources"> = {
  paths: [text("path")],
  hosts: list("hosts"),
  methods: [text("method")],
  headers: { "X-Version": [text("header")] },
  query: { version: [text("query")] },
};
https.route("Respond", {
  ...conditions,
  respond,
  priority: number("priority"),
  signIn: cognito(cognitoProps),
});
const redirectTo: All<Redirect, "protocol" | "permanent"> = {
  host: text("to_host"),
  port: number("to_other_port"),
  path: text("to_path"),
  query: text("to_query"),
};
https.route("Redirect", { sources: [text("source")], redirectTo });
https.route("Forward", { paths: [text("third_path")], forwardTo: other, signIn: oidc(oidcProps) });

describe("values at the door that nobody knows before the apply", () => {
  const made = synthesizeStack(stack);
  const whole = JSON.stringify(made.document);

  it("are reported by no check and crash none", () => {
    expect(made.resources("aws_lb_listener_rule")).toHaveLength(3);
  });

  it("reach Terraform by their names, each of them", () => {
    const unused = made
      .addresses()
      .filter((address) => address.startsWith("var.") && !new RegExp(`${address}\\b`).test(whole));
    expect(unused).toEqual([]);
    expect(whole.includes("max-age=${tostring(var.hsts)}")).toBe(true);
    expect(whole.includes("*.${var.sub_domain}")).toBe(true);
  });

  it("leave no stand-in of CDKTF behind", () => {
    expect(whole).not.toMatch(/TfToken|e\+2\d\d/);
  });

  it("give each certificate beside the first an address that they don't change", () => {
    const ids = made
      .resources("aws_lb_listener_certificate")
      .map(({ id }) => id.replace(/_[0-9A-F]{8}$/, ""));
    expect(ids).toEqual(["Https_Certificate-var-given-arn", "Https_Certificate-var-other-arn"]);
  });
});

describe("odd input at the door", () => {
  it.each(["", "\0", "../../x", "日本", "x".repeat(5000), "${var.x}", "%{if}", "]}"])(
    "as each text at once leads to our error and to no other: %.20j",
    (odd) => {
      const codes = codesOf((scope) => {
        const hostedZone = new HostedZone(scope, "Zone", { name: odd });
        const { listener, door: loadBalancer } = httpsListener(scope, {
          certificates: [existingCertificate(odd), existingCertificate(`${odd}2`)],
          tlsPolicy: odd as TlsPolicy,
          respond: { statusCode: 200, body: odd, contentType: odd as "text/plain" },
        });
        new Certificate(scope, "Certificate", { domainName: odd, alternativeNames: [odd], hostedZone });
        new AliasRecord(scope, "Alias", { hostedZone, name: odd, loadBalancer });
        new TrustStore(scope, "Store", { bucket: odd, key: odd, name: odd, objectVersion: odd });
        const all = { paths: [odd], hosts: [odd], methods: [odd], headers: { [odd]: [odd] }, sources: [odd] };
        listener.route("Api", {
          ...all,
          query: { [odd]: [odd] },
          redirectTo: { host: odd, path: odd, query: odd },
        });
      });
      const expected = ["FY336", "FY337", "FY338", "FY341", "FY356", "FY383", "FY388", "FY389"];
      expect(codes).toEqual(
        expect.arrayContaining([...expected, "FY601", "FY602", "FY606", "FY608", "FY610"]),
      );
    },
  );

  it.each([NaN, Infinity, -Infinity, -1, 0.5, 2 ** 53, -0.1])(
    "as each number at once leads to our error and to no other: %s",
    (odd) => {
      const codes = codesOf((scope) => {
        const { listener, home } = httpsListener(scope, {
          port: odd,
          hstsMaxAgeSec: odd,
          respond: { statusCode: odd },
        });
        const targetGroup = new TargetGroup(scope, "T", {
          network: home,
          port: odd,
          stickinessSec: odd,
          slowStartSec: odd,
        });
        const forwardTo = [{ targetGroup, weight: odd }];
        listener.route("Api", { paths: ["/a"], forwardTo, stickinessSec: odd, priority: odd });
      });
      const expected = ["FY302", "FY331", "FY344", "FY352", "FY354", "FY355", "FY384", "FY391", "FY393"];
      expect(codes).toEqual(expect.arrayContaining(expected));
    },
  );
});
