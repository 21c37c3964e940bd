import {
  conditionFaults,
  conditionsOf,
  isWithin,
  type KnownConditions,
} from "../../../../modules/load-balancer/routes/conditions";

const codesOf = (known: KnownConditions): string[] => conditionFaults(known).map(({ code }) => code);
const within = (narrow: KnownConditions, wide: KnownConditions): boolean =>
  isWithin(conditionsOf(narrow), conditionsOf(wide));

describe("conditions", () => {
  it.each<[string, KnownConditions]>([
    ["paths", { paths: ["/", "/api/*", "*.png", "/users/?", `/${"x".repeat(127)}`] }],
    ["hosts", { hosts: ["example.com", "*.example.com", "API.example.com", "a?.example.com"] }],
    ["methods", { methods: ["GET", "HEAD", "M-SEARCH", "X_Y"] }],
    ["headers", { headers: { "X-Version": ["*2*", "a b"], "user-agent": ["*curl*"] } }],
    ["query", { query: { version: ["2", "3*"], "a b": ["c"] } }],
    ["sources", { sources: ["10.0.0.0/8", "2001:db8::/32"] }],
    ["5 values in all", { paths: ["/1", "/2"], hosts: ["a.com"], methods: ["GET"], sources: ["10.0.0.0/8"] }],
    ["6 wildcards in all", { paths: ["/*/*/*", "/?/?/?"] }],
  ])("pass as %s", (_, known) => {
    expect(codesOf(known)).toEqual([]);
  });

  it.each<[string, KnownConditions, string]>([
    ["none", {}, "FY335"],
    ["a list without a value", { paths: [] }, "FY335"],
    ["a header without a value", { headers: { a: [] } }, "FY335"],
    ["a path without a slash", { paths: ["api"] }, "FY336"],
    ["a path with a query", { paths: ["/api=1"] }, "FY336"],
    ["a path of 129 characters", { paths: [`/${"x".repeat(128)}`] }, "FY336"],
    ["an empty path", { paths: [""] }, "FY336"],
    ["a path with a space", { paths: ["/a b"] }, "FY336"],
    ["a host without a dot", { hosts: ["localhost"] }, "FY337"],
    ["a host of one wildcard", { hosts: ["*"] }, "FY337"],
    ["a host with a digit at its end", { hosts: ["10.0.0.1"] }, "FY337"],
    ["a host with a wildcard at its end", { hosts: ["example.*"] }, "FY337"],
    ["a host with a port", { hosts: ["example.com:80"] }, "FY337"],
    ["a host with a scheme", { hosts: ["https://example.com"] }, "FY337"],
    ["a host of 129 characters", { hosts: [`${"x".repeat(125)}.com`] }, "FY337"],
    ["a method in lower case", { methods: ["get"] }, "FY338"],
    ["a method with a wildcard", { methods: ["*"] }, "FY338"],
    ["the header Host", { headers: { hOST: ["a.com"] } }, "FY339"],
    ["a header with a colon", { headers: { "a:": ["b"] } }, "FY339"],
    ["a header's name of 41 characters", { headers: { ["x".repeat(41)]: ["b"] } }, "FY339"],
    ["a header's value of 129 characters", { headers: { a: ["x".repeat(129)] } }, "FY339"],
    ["an empty key", { query: { "": ["b"] } }, "FY340"],
    ["a value that is no ASCII", { query: { a: ["ü"] } }, "FY340"],
    ["an address without a prefix", { sources: ["10.0.0.1"] }, "FY341"],
    ["6 values", { paths: ["/1", "/2", "/3"], headers: { a: ["1", "2", "3"] } }, "FY342"],
    ["7 wildcards", { paths: ["/*/*/*/*"], hosts: ["*.?.*.com"] }, "FY343"],
  ])("fail with %s", (_, known, code) => {
    expect(codesOf(known)).toEqual([code]);
  });

  it("are not judged where they are not known, and count all the same", () => {
    expect(codesOf({ paths: undefined, hosts: [undefined], headers: { a: undefined } })).toEqual([]);
    expect(
      codesOf({ paths: [undefined, undefined, "/a"], hosts: undefined, methods: ["GET", "PUT"] }),
    ).toEqual(["FY342"]);
  });
});

describe("a route lies within another", () => {
  it.each<[KnownConditions, KnownConditions]>([
    [{ paths: ["/a/b"] }, { paths: ["/a/*"] }],
    [{ paths: ["/a/b", "/c"] }, { paths: ["/a/*", "/c"] }],
    [{ paths: ["/a"], methods: ["GET"] }, { paths: ["/a"] }],
    [{ hosts: ["A.example.com"] }, { hosts: ["*.EXAMPLE.com"] }],
    [{ headers: { "X-A": ["One"] } }, { headers: { "x-a": ["one", "two"] } }],
    [{ sources: ["10.1.0.0/16"] }, { sources: ["10.0.0.0/8"] }],
    [{ query: { a: ["1"], b: ["2"] } }, { query: { a: ["1"] } }],
  ])("%j in %j, and not the other way round", (narrow, wide) => {
    expect(within(narrow, wide)).toBe(true);
    expect(within(wide, narrow)).toBe(false);
  });

  it.each<[KnownConditions, KnownConditions]>([
    [{ paths: ["/a"] }, { paths: ["/A"] }],
    [{ paths: ["/a"] }, { hosts: ["example.com"] }],
    [{ headers: { a: ["1"] } }, { headers: { b: ["1"] } }],
    [{ query: { a: ["1"] } }, { headers: { a: ["1"] } }],
    [{ paths: [undefined] }, { paths: ["*"] }],
    [{ paths: undefined }, { paths: ["*"] }],
    [{ paths: ["/a"] }, { paths: undefined }],
  ])("%j not in %j", (narrow, wide) => {
    expect(within(narrow, wide)).toBe(false);
  });
});
