import "../../../../traffic/jest";
import { HttpListener, type AwsStack, type RouteProps } from "../../../../modules";
import { check } from "../../../../traffic";
import { cluster, door, httpsListener, network, service, targets } from "../../../support/parts";
import { codesOf, synthesize } from "../../../support/synthesize";

const RULE = "aws_lb_listener_rule";
const GONE = { respond: { statusCode: 410 } };

describe("services behind one door", () => {
  const build = (scope: AwsStack): void => {
    const home = cluster(scope);
    const [shop, blog] = ["Shop", "Blog"].map((id, position) => {
      const group = targets(
        scope,
        home.network,
        { port: 8000 + position, name: id.toLowerCase() },
        `${id}Targets`,
      );
      service(scope, home, { targetGroup: group }, id);
      return group;
    });
    const listener = new HttpListener(scope, "Http", { loadBalancer: door(scope, home.network) });
    listener.route("Shop", { paths: ["/shop/*"], forwardTo: shop! });
    listener.route("Blog", { paths: ["/blog/*"], forwardTo: blog! });
    listener.route("Both", {
      paths: ["/*"],
      forwardTo: [
        { targetGroup: shop!, weight: 1 },
        { targetGroup: blog!, weight: 1 },
      ],
    });
  };
  const stack = synthesize(build);

  it("wait for every route that leads to them", () => {
    const edges = stack.named("aws_ecs_service", "Shop").list("depends_on");
    const rules = stack.resources(RULE).filter(({ id }) => /Shop|Both/.test(id));
    expect(edges.filter((edge) => String(edge).startsWith(RULE))).toEqual(
      rules.map(({ address }) => address).reverse(),
    );
  });

  it("are connected once, by however many routes they are reached", () => {
    const inbound = stack
      .resources("aws_vpc_security_group_ingress_rule")
      .filter((rule) => rule.at("referenced_security_group_id") !== undefined);
    expect(inbound.map((rule) => rule.at("from_port")).sort()).toEqual([8000, 8001]);
  });

  it("take their routes with them when a target group of an exact name is replaced", () => {
    const arn = (id: string): string => `${stack.named("aws_lb_target_group", id).address}.arn`;
    const triggers = (id: string): unknown => stack.named(RULE, id).at("lifecycle.replace_triggered_by");
    expect(triggers("Http_Routes_Shop")).toEqual([arn("Shop")]);
    expect(triggers("Http_Routes_Both")).toEqual([arn("Shop"), arn("Blog")]);
  });

  it("answer 404 to what no route takes", () => {
    expect(stack.only("aws_lb_listener").at("default_action")).toEqual([
      {
        type: "fixed-response",
        fixed_response: { content_type: "text/plain", message_body: "Not found", status_code: "404" },
      },
    ]);
  });

  it("leave the traffic rules nothing to find", () => {
    expect(check(JSON.stringify(stack.document)).findings).toEqual([]);
  });

  it("are reached through their routes, and say so", () => {
    expect(JSON.stringify(stack.document)).toCarry({ from: "internet", to: "Shop", port: 80 });
    expect(JSON.stringify(stack.document)).not.toCarry({ from: "internet", to: "Shop", port: 443 });
  });
});

describe("routes of one listener", () => {
  const codes = (...all: readonly Partial<RouteProps>[]): string[] =>
    codesOf((scope) => {
      const { listener } = httpsListener(scope);
      all.forEach((props, position) => listener.route(`Route${position}`, { ...GONE, ...props }));
    });

  it("fail where one hides another behind it", () => {
    expect(codes({ paths: ["/a/*"], priority: 1 }, { paths: ["/a/b"] }, { paths: ["/a/c"] })).toEqual([
      "FY347",
      "FY347",
    ]);
  });

  it("fail where two are the same, whatever the order of their values and the case of their hosts", () => {
    expect(codes({ hosts: ["a.com", "b.com"] }, { hosts: ["B.com", "a.com"] })).toEqual(["FY346"]);
  });

  it("pass where they overlap in part", () => {
    expect(codes({ paths: ["/a/*"], priority: 1 }, { paths: ["*/b"] })).toEqual([]);
  });

  it("are 100 at most on one load balancer, on however many listeners", () => {
    const problems = (count: number): string[] =>
      codesOf((scope) => {
        const { listener, door: loadBalancer } = httpsListener(scope);
        const http = new HttpListener(scope, "Http", { loadBalancer });
        for (let each = 0; each < count; each += 1)
          (each % 2 === 0 ? listener : http).route(`R${each}`, { paths: [`/${each}`], ...GONE });
      });
    expect(problems(100)).toEqual([]);
    expect(problems(101)).toEqual(["FY348"]);
  });

  it("fail to lead into another network", () => {
    const problems = codesOf((scope) => {
      const elsewhere = targets(scope, network(scope, {}, "Elsewhere"));
      httpsListener(scope).listener.route("Api", { paths: ["/a"], forwardTo: elsewhere });
    });
    expect(problems).toEqual(["FY334"]);
  });

  it.each<[string, RouteProps]>([
    ["a path that it names", { paths: ["/a", "/b"], redirectTo: { path: "/b", host: "#{host}" } }],
    [
      "a host that it names",
      { hosts: ["www.example.com", "Example.com"], redirectTo: { host: "example.com" } },
    ],
    ["both", { hosts: ["example.com"], paths: ["/a"], redirectTo: { host: "example.com", path: "/a" } }],
    ["a path that it names, with another query", { paths: ["/a"], redirectTo: { path: "/a", query: "b=c" } }],
  ])("fail to redirect to %s, for ever", (_, props) => {
    expect(codesOf((scope) => httpsListener(scope).listener.route("Moved", props))).toEqual(["FY358"]);
  });

  it.each<[string, RouteProps]>([
    ["another path", { paths: ["/a"], redirectTo: { path: "/b" } }],
    [
      "a path that fits a pattern, as another route may take it",
      { paths: ["/*"], redirectTo: { path: "/b" } },
    ],
    [
      "a path that it names at another host",
      { paths: ["/a"], redirectTo: { host: "b.example.com", path: "/a" } },
    ],
    ["a path that it names at another port", { paths: ["/a"], redirectTo: { path: "/a", port: 8443 } }],
    ["a host that it names with HTTP", { hosts: ["a.io"], redirectTo: { host: "a.io", protocol: "HTTP" } }],
    [
      "a path that it names with a query that it does not",
      { paths: ["/a"], query: { old: ["1"] }, redirectTo: { path: "/a", query: "new=1" } },
    ],
  ])("may redirect to %s", (_, props) => {
    expect(codesOf((scope) => httpsListener(scope).listener.route("Moved", props))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["props that are none", undefined],
    ["a text where a list of paths belongs", { paths: "/a", ...GONE }],
    ["a path that is none", { paths: ["/a", null], ...GONE }],
    ["a number as a source", { sources: [10], ...GONE }],
    ["a list where headers belong", { headers: ["a"], ...GONE }],
    ["a number as a header's value", { headers: { "X-Version": [2] }, ...GONE }],
    ["a value of a query that is none", { query: { version: [undefined] }, ...GONE }],
    ["an ARN where a target group belongs", { paths: ["/a"], forwardTo: "arn" }],
    ["a weight without a target group", { paths: ["/a"], forwardTo: [{ weight: 1 }] }],
    ["a sign-in of another make", { paths: ["/a"], signIn: "cognito", ...GONE }],
  ])("are refused at once with %s", (_, props) => {
    expect(codesOf((scope) => httpsListener(scope).listener.route("Api", props as RouteProps))).toEqual([
      "FY018",
    ]);
  });
});
