import { callingDocument, withSettings } from "../documents/calling";
import { ref, type Body, type Document } from "../documents/document";

/** What there is to say, but for passwords in addresses. */
const told = (document: Document): string[] =>
  document
    .findings()
    .filter(({ code }) => code !== "FY568")
    .map(({ code, got }) => `${code} ${got}`);
const naming = (value: string, name = "ORDERS"): Document =>
  withSettings(callingDocument(), [{ name, value }]);
const connect = (document: Document, service: string): Body =>
  document.block(`aws_ecs_service.${service}`, "service_connect_configuration");

describe("a service that names another one", () => {
  it("is fine where the way is open and the port is right", () => {
    expect(told(callingDocument())).toEqual([]);
  });

  it.each([
    ["http://orders:9000", []],
    ["HTTP://ORDERS:9000/path?x=1", []],
    ["orders:9000", []],
    ["other:1,orders:9000", []],
    ["postgres://user:p%40ss@orders:9000/db", []],
    ["jdbc:postgresql://orders:9000/db", []],
    ["dns:///orders:9000", []],
    ['{"url":"http://orders:9000"}', []],
    ["http://orders", ["80"]],
    ["https://orders/v1", ["443"]],
    ["http://orders:9090", ["9090"]],
    ["mongodb://one:27017,orders:27017/db", ["27017"]],
    ["postgres://user:p@ss@orders/db", ["5432"]],
    ["kafka1:9092;orders:9092", ["9092"]],
    ["server=orders:8080", ["8080"]],
  ])("%s is read with its port", (value, wrong) => {
    expect(told(naming(value))).toEqual(
      wrong.map((port) => `FY577 ORDERS with orders:${port}, and api is found on 9000`),
    );
  });

  it.each([
    "orders",
    "orders:7",
    "redis:9000",
    "orders.example.com:9001",
    "my-orders:1234",
    "tcp:orders:1:2",
    "",
  ])("%j names nobody", (value) => {
    expect(told(naming(value))).toEqual([]);
  });

  it.each([
    "CORS_ORIGINS",
    "ALLOWED_HOSTS",
    "TRUSTED_PROXIES",
    "NO_PROXY",
    "PUBLIC_URL",
    "OAUTH_REDIRECT_URL",
  ])("%s says who may come, and is no call", (name) => {
    expect(told(naming("http://orders:1234", name))).toEqual([]);
  });

  it("is told by the command as well", () => {
    const document = withSettings(callingDocument(), [], { command: ["proxy", "--to=http://orders:80"] });
    expect(told(document)).toEqual(["FY577 a command with orders:80, and api is found on 9000"]);
  });

  it("is never told with what else is in the value", () => {
    const [finding] = naming("http://user:hunter2@orders:1")
      .findings()
      .filter(({ code }) => code === "FY577");
    expect(finding).toBeDefined();
    expect(JSON.stringify(finding)).not.toContain("hunter2");
  });
});

describe("the way to a service that is named", () => {
  const shut = (cut: (document: Document) => unknown): string[] => {
    const document = callingDocument();
    cut(document);
    return told(document).filter((text) => text.startsWith("FY576"));
  };

  it.each<[string, (document: Document) => unknown, string]>([
    [
      "the client uses no Service Connect",
      (document) => delete document.at("aws_ecs_service.web").service_connect_configuration,
      "web does not use Service Connect",
    ],
    [
      "the client has it switched off",
      (document) => (connect(document, "web").enabled = false),
      "web does not use Service Connect",
    ],
    [
      "the client is in another namespace",
      (document) => {
        document.add("aws_service_discovery_http_namespace.other", { name: "other" });
        connect(document, "web").namespace = ref("aws_service_discovery_http_namespace.other", "arn");
      },
      "web is in another Service Connect namespace than api",
    ],
    [
      "the server does not let it in",
      (document) => document.remove("aws_vpc_security_group_ingress_rule.call"),
      "api does not admit 9090 from web",
    ],
    [
      "the client may not go there",
      (document) =>
        document
          .remove("aws_vpc_security_group_egress_rule.call")
          .remove("aws_vpc_security_group_egress_rule.web_out"),
      "web may not talk to 9090 of api",
    ],
    [
      "the proxy listens elsewhere",
      (document) => ((connect(document, "api").service as Body[])[0]!.ingress_port_override = 15000),
      "api does not admit 15000 from web",
    ],
  ])("is shut where %s", (_, cut, cause) => {
    expect(shut(cut)).toEqual([`FY576 ORDERS_URL with orders:9000 of api, while ${cause}`]);
  });

  it("is told with all that is in the way, and how to open it", () => {
    const document = callingDocument().remove("aws_vpc_security_group_ingress_rule.call");
    delete document.at("aws_ecs_service.web").service_connect_configuration;
    expect(document.findings().filter(({ code }) => code === "FY576")).toMatchObject([
      {
        severity: "error",
        got: "ORDERS_URL with orders:9000 of api, while web does not use Service Connect and api does not admit 9090 from web",
        fix: "give web a service_connect_configuration with the namespace of api and add to api an ingress rule for TCP 9090 from web",
      },
    ]);
  });

  it.each<[string, (document: Document) => unknown]>([
    [
      "a rule may come from elsewhere",
      (document) => (document.rest.module = { m: { g: ref("aws_security_group.api") } }),
    ],
    [
      "the server may not be there",
      (document) => (document.at("aws_ecs_service.api").count = "${var.count}"),
    ],
    [
      "the client may not be there",
      (document) => (document.at("aws_ecs_service.web").count = "${var.count}"),
    ],
    [
      "the container has hosts of its own",
      (document) =>
        withSettings(document, [{ name: "A", value: "orders:9000" }], {
          extraHosts: [{ hostname: "orders", ipAddress: "10.0.0.9" }],
        }),
    ],
    [
      "the value is a variable",
      (document) => withSettings(document, [{ name: "A", value: "http://${var.host}:9000" }]),
    ],
  ])("is not judged where %s", (_, cut) => {
    const document = callingDocument().remove("aws_vpc_security_group_ingress_rule.call");
    expect(told(document)).not.toEqual([]);
    cut(document);
    expect(told(document)).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ["the namespace is a variable", "namespace", "${var.namespace}"],
    ["the namespace is told by a name", "namespace", "elsewhere"],
    ["Service Connect is a variable's matter", "enabled", "${var.on}"],
  ])("is not judged where %s", (_, name, value) => {
    const document = callingDocument();
    connect(document, "web")[name] = value;
    expect(told(document)).toEqual([]);
  });

  it("has the namespace of the cluster by default, and the alias of the discovery name", () => {
    const document = callingDocument();
    document.at("aws_ecs_cluster.main").service_connect_defaults = [
      { namespace: ref("aws_service_discovery_http_namespace.main", "arn") },
    ];
    for (const service of ["web", "api"]) delete connect(document, service).namespace;
    (connect(document, "api").service as Body[])[0]!.client_alias = [{ port: 9000 }];
    withSettings(document, [{ name: "ORDERS_URL", value: "http://api.shop:9001" }]);
    expect(told(document)).toEqual(["FY577 ORDERS_URL with api.shop:9001, and api is found on 9000"]);
  });

  it("is that of Cloud Map's DNS too, which asks for the tasks' own port", () => {
    const document = callingDocument().remove("aws_vpc_security_group_ingress_rule.call");
    delete document.at("aws_ecs_service.web").service_connect_configuration;
    delete document.at("aws_ecs_service.api").service_connect_configuration;
    document
      .add("aws_service_discovery_private_dns_namespace.dns", { name: "shop.internal" })
      .add("aws_service_discovery_service.api", {
        name: "orders",
        dns_config: [{ namespace_id: ref("aws_service_discovery_private_dns_namespace.dns") }],
      });
    document.at("aws_ecs_service.api").service_registries = [
      { registry_arn: ref("aws_service_discovery_service.api", "arn") },
    ];
    withSettings(document, [{ name: "ORDERS_URL", value: "http://orders.shop.internal:9090" }]);
    expect(told(document)).toEqual([
      "FY576 ORDERS_URL with orders.shop.internal:9090 of api, while api does not admit 9090 from web",
    ]);
  });

  it("may lead to any of several that have the name", () => {
    const document = callingDocument();
    const copy = structuredClone(document.at("aws_ecs_service.api"));
    document.add("aws_ecs_service.old", { ...copy, name: "old" });
    document.block("aws_ecs_service.old", "network_configuration").security_groups = [
      ref("aws_security_group.door"),
    ];
    expect(shut(() => undefined)).toEqual([]);
    expect(told(document).filter((text) => text.startsWith("FY576"))).toEqual([]);
  });
});

describe("a load balancer that is named", () => {
  const behind = (name: string, domain = "api.example.com"): Document =>
    naming(name).add("aws_route53_record.door", {
      name: domain,
      type: "A",
      alias: [{ name: ref("aws_lb.door", "dns_name") }],
    });

  it.each([
    ["https://api.example.com/v1", []],
    ["http://api.example.com", []],
    ["http://other.example.com:8080", []],
    [
      "http://api.example.com:8080",
      ["FY577 ORDERS with api.example.com:8080, and door is found on 443 and 80"],
    ],
  ])("as %s is found on the ports that it listens on", (value, expected) => {
    expect(told(behind(value))).toEqual(expected);
  });

  it("is known by its own name in a state, whatever the letters' size", () => {
    const document = naming("http://Door-1.elb.amazonaws.com:81");
    document.at("aws_lb.door").dns_name = "Door-1.elb.amazonaws.com";
    expect(told(document)).toEqual([
      "FY577 ORDERS with door-1.elb.amazonaws.com:81, and door is found on 443 and 80",
    ]);
  });

  it("is not judged where the name may lead elsewhere, or other ports may be open", () => {
    const elsewhere = behind("http://api.example.com:8080");
    elsewhere.add("aws_route53_record.cdn", {
      name: "api.example.com",
      type: "CNAME",
      records: ["cdn.example.net"],
    });
    expect(told(elsewhere)).toEqual([]);
    const open = behind("http://api.example.com:8080");
    open.rest.module = { m: { door: ref("aws_lb.door", "arn") } };
    expect(told(open)).toEqual([]);
  });

  it("has to admit the client if it is internal", () => {
    const document = behind("https://api.example.com");
    document.at("aws_lb.door").internal = true;
    document.remove("aws_vpc_security_group_ingress_rule.door_443");
    expect(told(document)).toContain(
      "FY576 ORDERS with api.example.com:443 of door, while door does not admit 443 from web",
    );
  });
});
