import "../../../../traffic/jest";
import {
  Certificate,
  ExistingHostedZone,
  existingCertificate,
  HttpListener,
  HttpsListener,
  type AwsStack,
  type HttpsListenerProps,
} from "../../../../modules";
import { TLS_POLICIES } from "../../../../modules/load-balancer/listeners/tls-policies";
import { check } from "../../../../traffic";
import { ARN, cluster, door, httpsListener, network, service, targets } from "../../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../../support/synthesize";

const LISTENER = "aws_lb_listener";
const secured = (props: Partial<HttpsListenerProps> = {}): Synthesized =>
  synthesize((stack) => {
    httpsListener(stack, props);
  });
const codes = (props: Partial<HttpsListenerProps>): string[] =>
  codesOf((stack) => httpsListener(stack, props));
const shows = (count: number): Partial<HttpsListenerProps> => ({
  certificates: Array.from({ length: count }, (_, position) => existingCertificate(`${ARN}${position}`)),
});

describe("an HTTPS listener", () => {
  it("stands on 443, speaks TLS 1.2 and 1.3 without CBC, and answers 404 to what it knows no way for", () => {
    const stack = secured();
    expect(stack.only(LISTENER).values).toEqual({
      load_balancer_arn: stack.only("aws_lb").ref("arn"),
      port: 443,
      protocol: "HTTPS",
      certificate_arn: `${ARN}one`,
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      mutual_authentication: { mode: "off" },
      default_action: [
        {
          type: "fixed-response",
          fixed_response: { content_type: "text/plain", message_body: "Not found", status_code: "404" },
        },
      ],
    });
    expect(stack.resources("aws_lb_listener_certificate")).toEqual([]);
  });

  it.each([
    [443, []],
    [8443, [8443]],
  ])("on port %s opens %j beside 80 and 443", (port, more) => {
    const open = secured({ port })
      .resources("aws_vpc_security_group_ingress_rule")
      .map((rule) => rule.at("from_port"));
    expect(open).toEqual([443, 80, ...more]);
  });

  it("shows its first certificate to all, and each other one to who asks for its names", () => {
    const stack = secured(shows(3));
    expect(stack.only(LISTENER).at("certificate_arn")).toBe(`${ARN}0`);
    const others = stack.resources("aws_lb_listener_certificate");
    expect(others.map((one) => [one.at("listener_arn"), one.at("certificate_arn")])).toEqual(
      [1, 2].map((position) => [stack.only(LISTENER).ref("arn"), `${ARN}${position}`]),
    );
  });

  it("keeps a certificate's address, whichever others come and go", () => {
    const before = secured(shows(3)).resources("aws_lb_listener_certificate").slice(1);
    const [first, , last] = shows(3).certificates ?? [];
    const after = secured({ certificates: [first!, last!] }).resources("aws_lb_listener_certificate");
    expect(after.map(({ address }) => address)).toEqual(before.map(({ address }) => address));
  });

  it("has 25 other certificates at most", () => {
    expect(codes(shows(26))).toEqual([]);
    expect(codes(shows(27))).toEqual(["FY382"]);
  });

  it("fails with two certificates that would have one address", () => {
    const old = ["a.b", "a-b"].map((name) =>
      existingCertificate(`arn:aws:iam::123456789012:server-certificate/${name}`),
    );
    expect(codes({ certificates: [existingCertificate(`${ARN}one`), ...old] })).toEqual(["FY381"]);
  });

  it.each(TLS_POLICIES)("speaks %s where that is asked for", (tlsPolicy) => {
    expect(secured({ tlsPolicy }).only(LISTENER).at("ssl_policy")).toBe(tlsPolicy);
  });

  it.each([
    "ELBSecurityPolicy-2016-08",
    "ELBSecurityPolicy-FS-2018-06",
    "ELBSecurityPolicy-TLS-1-1-2017-01",
    "ELBSecurityPolicy-TLS13-1-0-2021-06",
    "ELBSecurityPolicy-TLS13-1-1-2021-06",
    "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06",
    "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06",
    "",
  ])("fails with the outdated policy %j", (policy) => {
    expect(codes({ tlsPolicy: policy as HttpsListenerProps["tlsPolicy"] })).toEqual(["FY383"]);
  });

  it.each([
    [0, "max-age=0"],
    [31_536_000, "max-age=31536000"],
  ])("tells browsers to stay with HTTPS for %s seconds", (hstsMaxAgeSec, header) => {
    const listener = secured({ hstsMaxAgeSec }).only(LISTENER);
    expect(listener.at("routing_http_response_strict_transport_security_header_value")).toBe(header);
  });

  it.each<[Partial<HttpsListenerProps>, string]>([
    [{ hstsMaxAgeSec: 63_072_001 }, "FY384"],
    [{ hstsMaxAgeSec: 0.5 }, "FY384"],
    [{ certificates: [existingCertificate("arn:aws:acm:eu-west-1:123456789012:certificate/a")] }, "FY609"],
    [{ certificates: [existingCertificate("")] }, "FY608"],
    [{ respond: { statusCode: 302 } }, "FY355"],
  ])("fails with %j", (props, code) => {
    expect(codes(props)).toEqual([code]);
  });

  it.each([0, 65_536, 1.5])("fails on port %s", (port) => {
    expect(codes({ port })).toEqual(["FY331", "FY203"]);
  });

  it("passes with a server certificate of IAM, which has no region", () => {
    const certificates = [existingCertificate("arn:aws:iam::123456789012:server-certificate/old")];
    expect(codes({ certificates })).toEqual([]);
  });

  it("fails where it both forwards and answers", () => {
    const both = codesOf((stack) => {
      const home = network(stack);
      const listener = { loadBalancer: door(stack, home), forwardTo: targets(stack, home) };
      new HttpListener(stack, "Http", { ...listener, respond: { statusCode: 200 } });
    });
    expect(both).toEqual(["FY350"]);
  });
});

describe("an HTTP listener beside an HTTPS one", () => {
  const system = (stack: AwsStack, isSecured: boolean): void => {
    const home = cluster(stack);
    const forwardTo = targets(stack, home.network);
    const loadBalancer = door(stack, home.network);
    service(stack, home, { targetGroup: forwardTo });
    if (!isSecured) {
      new HttpListener(stack, "Http", { loadBalancer, forwardTo });
      return;
    }
    const hostedZone = new ExistingHostedZone(stack, "Zone", { name: "example.com" });
    const certificates = [new Certificate(stack, "Certificate", { domainName: "example.com", hostedZone })];
    const redirectTo = new HttpsListener(stack, "Https", { loadBalancer, certificates, forwardTo });
    new HttpListener(stack, "Http", { loadBalancer, redirectTo });
  };
  const before = synthesize((stack) => system(stack, false));
  const after = synthesize((stack) => system(stack, true));
  const redirect = after.named(LISTENER, "Http_");

  it("redirects to it, for good, and to the very address that was asked", () => {
    expect(redirect.at("default_action")).toEqual([
      { type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } },
    ]);
  });

  it("does so only once there is something to redirect to", () => {
    expect(redirect.list("depends_on")).toEqual([after.named(LISTENER, "Https_").address]);
  });

  it("keeps its address, and so does everything else", () => {
    expect(after.addresses()).toEqual(expect.arrayContaining(before.addresses()));
  });

  it("differs in its action alone, and the service in whom it waits for", () => {
    const changed = before.types().flatMap((type) =>
      before.resources(type).filter((one) => {
        const now = after.named(type, one.id);
        const strip = (values: object): string => JSON.stringify({ ...values, depends_on: [] });
        return strip(now.values) !== strip(one.values);
      }),
    );
    expect(changed.map(({ address }) => address)).toEqual([redirect.address]);
  });

  it("leaves the traffic rules nothing to find", () => {
    expect(check(JSON.stringify(after.document)).findings).toEqual([]);
  });

  it("lets visitors in on 443 alone", () => {
    const text = JSON.stringify(after.document);
    expect(text).toCarry({ from: "internet", to: "Service", port: 443 });
    expect(text).not.toCarry({ from: "internet", to: "Service", port: 80 });
  });

  it("has the service wait for the one that forwards", () => {
    const edges = after.only("aws_ecs_service").list("depends_on");
    expect(edges).toContain(after.named(LISTENER, "Https_").address);
    expect(edges).not.toContain(redirect.address);
  });
});

describe("what is renamed", () => {
  const made = (
    ids: { certificate: string; route: string },
    renamed: Record<string, string> = {},
  ): Synthesized =>
    synthesize(
      (stack) => {
        const hostedZone = new ExistingHostedZone(stack, "Zone", { name: "example.com" });
        const other = new Certificate(stack, ids.certificate, { domainName: "example.com", hostedZone });
        const { listener } = httpsListener(stack, {
          certificates: [existingCertificate(`${ARN}one`), other],
        });
        listener.route(ids.route, { paths: ["/a"], respond: { statusCode: 410 } });
      },
      { stack: { renamed } },
    );
  const before = made({ certificate: "Old", route: "Former" });
  const after = made(
    { certificate: "New", route: "Present" },
    { New: "Old", "Https/Routes/Present": "Https/Routes/Former" },
  );

  it("keeps its place among the routes, and with the listener", () => {
    expect(after.only("aws_lb_listener_rule").at("priority")).toBe(
      before.only("aws_lb_listener_rule").at("priority"),
    );
    const [one] = [after, before].map((stack) => stack.only("aws_lb_listener_certificate").address);
    expect(one).toBe(before.only("aws_lb_listener_certificate").address);
  });
});
