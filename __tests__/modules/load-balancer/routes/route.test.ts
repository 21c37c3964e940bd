import type { network } from "../../../support/parts";
import { httpsListener, targets } from "../../../support/parts";
import { routed, RULE } from "../../../support/routed";
import { synthesize } from "../../../support/synthesize";

const GONE = { respond: { statusCode: 410 } };

describe("a route", () => {
  it("becomes a rule of its listener, with every condition it was given", () => {
    const { stack, values } = routed(() => ({
      paths: ["/api/*"],
      hosts: ["api.example.com"],
      methods: ["GET"],
      headers: { "X-Version": ["2"] },
      sources: ["10.0.0.0/8"],
      ...GONE,
    }));
    expect(values).toEqual({
      listener_arn: stack.only("aws_lb_listener").ref("arn"),
      priority: expect.any(Number) as number,
      condition: [
        { path_pattern: { values: ["/api/*"] } },
        { host_header: { values: ["api.example.com"] } },
        { http_request_method: { values: ["GET"] } },
        { http_header: { http_header_name: "X-Version", values: ["2"] } },
        { source_ip: { values: ["10.0.0.0/8"] } },
      ],
      action: [
        { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "410" } },
      ],
    });
  });

  it("asks for each key of a query string, and takes any of its values", () => {
    const { values } = routed(() => ({ query: { version: ["2", "3"], beta: ["yes"] }, ...GONE }));
    expect(values.condition).toEqual([
      {
        query_string: [
          { key: "version", value: "2" },
          { key: "version", value: "3" },
        ],
      },
      { query_string: [{ key: "beta", value: "yes" }] },
    ]);
  });

  it("answers itself, with a body and its type", () => {
    const respond = { statusCode: 200, body: "{}", contentType: "application/json" } as const;
    expect(routed(() => ({ paths: ["/a"], respond })).values.action).toEqual([
      {
        type: "fixed-response",
        fixed_response: { status_code: "200", message_body: "{}", content_type: "application/json" },
      },
    ]);
  });

  it.each([
    [undefined, "HTTP_301"],
    [true, "HTTP_301"],
    [false, "HTTP_302"],
  ])("redirects, permanent %s, with %s", (permanent, status) => {
    const redirectTo = { host: "new.example.com", port: 8443, path: "/v2/#{path}", permanent };
    expect(routed(() => ({ paths: ["/a"], redirectTo })).values.action).toEqual([
      {
        type: "redirect",
        redirect: { host: "new.example.com", port: "8443", path: "/v2/#{path}", status_code: status },
      },
    ]);
  });

  it("forwards by weights, and lets a client stay", () => {
    const { stack, values } = routed((scope) => ({
      paths: ["/a"],
      stickinessSec: 60,
      forwardTo: (["One", "Two"] as const).map((id, position) => ({
        targetGroup: targets(scope, scope.node.findChild("Network") as ReturnType<typeof network>, {}, id),
        weight: position === 0 ? 90 : 10,
      })),
    }));
    const arn = (id: string): string => stack.named("aws_lb_target_group", id).ref("arn");
    expect(values.action).toEqual([
      {
        type: "forward",
        forward: {
          target_group: [
            { arn: arn("One"), weight: 90 },
            { arn: arn("Two"), weight: 10 },
          ],
          stickiness: { enabled: true, duration: 60 },
        },
      },
    ]);
  });

  it("has an address made of its listener's id and its own", () => {
    const { stack } = routed(() => ({ paths: ["/a"], ...GONE }));
    expect(stack.only(RULE).id).toMatch(/^Https_Routes_Api_[0-9A-F]{8}$/);
  });

  it("takes the priority that it was given", () => {
    expect(routed(() => ({ paths: ["/a"], priority: 7, ...GONE })).values.priority).toBe(7);
  });

  it("stays where it is when another is declared before it", () => {
    const prioritiesOf = (ids: readonly string[]): Record<string, unknown> => {
      const stack = synthesize((scope) => {
        const { listener } = httpsListener(scope);
        ids.forEach((id) => listener.route(id, { paths: [`/${id}/*`], ...GONE }));
      });
      return Object.fromEntries(stack.resources(RULE).map((rule) => [rule.id, rule.values]));
    };
    const before = prioritiesOf(["Shop", "Blog", "Admin"]);
    expect(prioritiesOf(["Shop", "Another", "Blog", "Admin"])).toMatchObject(before);
    expect(prioritiesOf(["Admin", "Blog", "Shop"])).toEqual(before);
  });

  it("moves off a number that is claimed by hand before the claimant gets it", () => {
    const free = synthesize((scope) => {
      httpsListener(scope).listener.route("Api", { paths: ["/a/*"], ...GONE });
    }).only(RULE);
    const priority = Number(free.at("priority"));
    const stack = synthesize((scope) => {
      const { listener } = httpsListener(scope);
      listener.route("Api", { paths: ["/a/*"], ...GONE });
      listener.route("Hand", { paths: ["/b"], priority, ...GONE });
    });
    expect(stack.named(RULE, "Https_Routes_Hand").at("priority")).toBe(priority);
    expect(stack.named(RULE, "Https_Routes_Api").at("priority")).toBe(priority + 1);
  });
});
