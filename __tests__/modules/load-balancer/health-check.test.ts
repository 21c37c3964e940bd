import fc from "fast-check";
import {
  healthCheckFaults,
  timeoutFaults,
  type HealthCheck,
} from "../../../modules/load-balancer/health-check";

const codesOf = (check: HealthCheck): string[] => healthCheckFaults(check).map(({ code }) => code);

const ranges = [
  ["port", "FY310", 1, 65535],
  ["intervalSec", "FY303", 5, 300],
  ["timeoutSec", "FY304", 2, 120],
  ["healthyThreshold", "FY306", 2, 10],
  ["unhealthyThreshold", "FY306", 2, 10],
] as const;

describe.each(ranges)("%s of a health check", (name, code, least, most) => {
  it(`passes from ${least} to ${most}`, () => {
    fc.assert(
      fc.property(fc.integer({ min: least, max: most }), (value) =>
        expect(codesOf({ [name]: value })).toEqual([]),
      ),
    );
  });

  it.each([least - 1, most + 1, least + 0.5, -least, NaN, Infinity, -Infinity, 2 ** 53])(
    "fails for %s",
    (value) => {
      expect(codesOf({ [name]: value })).toEqual([code]);
    },
  );
});

describe("a health check", () => {
  it("passes when nothing is given: there is a default for everything", () => {
    expect(codesOf({})).toEqual([]);
  });

  it("names every problem at once", () => {
    const bad = {
      path: "health",
      port: 0,
      intervalSec: 0,
      timeoutSec: 0,
      healthyThreshold: 0,
      unhealthyThreshold: 0,
      matcher: "",
    };
    expect(codesOf(bad)).toEqual(["FY307", "FY310", "FY303", "FY304", "FY306", "FY306", "FY308"]);
  });

  it.each(["/", "/health", "/a?b=c", `/${"x".repeat(1023)}`])("passes with path %.20s", (path) => {
    expect(codesOf({ path })).toEqual([]);
  });

  it.each(["", "health", "http://host/health", "/a b", "/a\n", `/${"x".repeat(1024)}`])(
    "fails with path %.20j",
    (path) => {
      expect(codesOf({ path })).toEqual(["FY307"]);
    },
  );

  it.each(["200", "200,204", "200-299", "200-299,301", "499", "200-200"])(
    "passes with matcher %s",
    (matcher) => {
      expect(codesOf({ matcher })).toEqual([]);
    },
  );

  it.each(["", "199", "500", "299-200", "200-500", "200,", "200, 204", "2xx", "0200", "200-"])(
    "fails with matcher %j",
    (matcher) => {
      expect(codesOf({ matcher })).toEqual(["FY308"]);
    },
  );

  it("fails when the timeout is not shorter than the interval", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (interval, timeout) => {
        expect(timeoutFaults(interval, timeout).length).toBe(timeout < interval ? 0 : 1);
      }),
    );
    expect(timeoutFaults(5, 5)).toMatchObject([{ code: "FY305", given: "5 of 5 seconds" }]);
  });

  it("is not judged by a value that is not known", () => {
    expect(timeoutFaults(undefined, 5)).toEqual([]);
    expect(timeoutFaults(5, undefined)).toEqual([]);
  });
});
