import fc from "fast-check";
import {
  CONDITIONS,
  startOrderFaults,
  type Starter,
} from "../../../../modules/fargate/container/start-order";

const one = (name: string, dependsOn: Starter["dependsOn"] = {}, rest: Partial<Starter> = {}): Starter => ({
  ...{ name, dependsOn, hasHealthCheck: false },
  ...rest,
});
const codes = (...containers: Starter[]): string[] => startOrderFaults(containers).map(({ code }) => code);
const given = (...containers: Starter[]): string[] =>
  startOrderFaults(containers).map((found) => found.given);

describe("the order in which containers start", () => {
  it("is free as long as nobody waits", () => {
    expect(codes(one("a"), one("b"))).toEqual([]);
  });

  it("may be a chain, and may meet again", () => {
    const ended = { essential: false };
    expect(
      codes(
        one("a", { b: "HEALTHY", c: "START" }),
        one("b", { d: "COMPLETE" }, { hasHealthCheck: true }),
        one("c", { d: "SUCCESS" }),
        one("d", {}, ended),
      ),
    ).toEqual([]);
  });

  it("fails when a container is waited for that is not there, or by itself", () => {
    expect(given(one("a", { b: "START" }))).toEqual(['"b", where there are: a']);
    expect(codes(one("a", { a: "START" }))).toEqual(["FY441"]);
  });

  it("fails at every circle, once", () => {
    const circle = [one("a", { b: "START" }), one("b", { c: "START" }), one("c", { b: "START" })];
    expect(given(...circle)).toEqual(["b after c after b"]);
    const two = [...circle, one("x", { y: "START" }), one("y", { x: "START" })];
    expect(codes(...two)).toEqual(["FY441", "FY441"]);
  });

  it("fails when an essential container has to end first", () => {
    for (const condition of ["COMPLETE", "SUCCESS"] as const)
      expect(codes(one("a", { b: condition }), one("b"))).toEqual(["FY443"]);
    for (const condition of ["COMPLETE", "SUCCESS"] as const)
      expect(codes(one("a", { b: condition }), one("b", {}, { essential: false }))).toEqual([]);
  });

  it("fails when a container has to be healthy that nobody asks", () => {
    expect(codes(one("a", { b: "HEALTHY" }), one("b"))).toEqual(["FY442"]);
    expect(codes(one("a", { b: "HEALTHY" }), one("b", {}, { hasHealthCheck: true }))).toEqual([]);
  });

  it("fails at a condition that ECS does not know", () => {
    expect(codes(one("a", { b: "start" as "START" }), one("b"))).toEqual(["FY444"]);
  });

  it("fails when the first container is not essential, and lets every other be", () => {
    expect(codes(one("a", {}, { essential: false }))).toEqual(["FY445"]);
    expect(codes(one("a"), one("b", {}, { essential: false }))).toEqual([]);
  });

  it("is not judged by names and conditions that are not known", () => {
    expect(codes(one("a", { b: "START" }), { hasHealthCheck: false })).toEqual([]);
    expect(codes(one("a", { b: undefined }), one("b"))).toEqual([]);
  });

  it("has no circle if everybody waits for those before, and one if the first waits for the last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }), fc.constantFrom(...CONDITIONS), (count, condition) => {
        const rest = { hasHealthCheck: true };
        const names = Array.from({ length: count }, (_, position) => `c${position}`);
        const chain = names.map((name, position) => {
          const before = position === 0 ? {} : { [`c${position - 1}`]: condition };
          return one(name, before, { ...rest, ...(position === 0 ? {} : { essential: false }) });
        });
        expect(codes(...chain).includes("FY441")).toBe(false);
        const [first, ...others] = chain;
        const closed = { ...first!, dependsOn: { [`c${count - 1}`]: condition } };
        expect(codes(closed, ...others).filter((code) => code === "FY441")).toHaveLength(1);
      }),
    );
  });
});
