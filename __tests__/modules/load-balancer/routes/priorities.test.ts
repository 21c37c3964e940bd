import fc from "fast-check";
import {
  conditionsOf,
  isWithin,
  type KnownConditions,
} from "../../../../modules/load-balancer/routes/conditions";
import { placesOf, type Ranked } from "../../../../modules/load-balancer/routes/priorities";

const route = (id: string, known: KnownConditions, priority?: Ranked["priority"]): Ranked => ({
  id,
  conditions: conditionsOf(known),
  priority,
});
const prioritiesOf = (routes: readonly Ranked[]): (number | undefined)[] =>
  placesOf(routes).map(({ priority }) => priority);

const words = fc.stringMatching(/^[a-z]{1,12}$/);
const paths = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 4 }), fc.constantFrom("", "/*", "*", "/?"))
  .map(([parts, end]) => `/${parts.join("/")}${end}`);
const hosts = fc
  .tuple(fc.constantFrom("", "*.", "a.", "*.a."), words)
  .map(([start, word]) => `${start}${word}.com`);
const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(of, { minLength: 1, maxLength: 2 });
const optional = { requiredKeys: [] as [] };
const conditions = fc
  .record(
    {
      paths: some(paths),
      hosts: some(hosts),
      methods: some(fc.constantFrom("GET", "PUT", "POST")),
      headers: fc.dictionary(words, some(words), { minKeys: 1, maxKeys: 2 }),
      sources: some(fc.constantFrom("10.0.0.0/8", "10.1.0.0/16", "0.0.0.0/0")),
    },
    optional,
  )
  .filter((known) => Object.keys(known).length > 0);
const routes = (maxLength: number): fc.Arbitrary<Ranked[]> =>
  fc
    .array(conditions, { minLength: 1, maxLength })
    .map((all) => all.map((known, position) => route(`Route${position}`, known)));

describe("priorities", () => {
  it("of 100 routes of any kind are 100 numbers from 100 to 50000", () => {
    fc.assert(
      fc.property(fc.array(conditions, { minLength: 100, maxLength: 100 }), (all) => {
        const found = prioritiesOf(all.map((known, position) => route(`Route${position}`, known)));
        expect(new Set(found).size).toBe(100);
        expect(found.every((one) => Number.isInteger(one) && one! >= 100 && one! <= 50_000)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it.each<[string, (position: number) => KnownConditions]>([
    ["hosts", (position) => ({ hosts: [`h${position}.example.com`] })],
    [
      "hosts with wildcards",
      (position) => ({ hosts: [`*.h${position}.com`], paths: ["/*"], methods: ["GET"] }),
    ],
    ["paths of one length", (position) => ({ paths: [`/p${String(position).padStart(3, "0")}/*`] })],
    ["headers", (position) => ({ headers: { a: [`${position}`] } })],
    ["values that nobody knows", () => ({ paths: undefined })],
  ])("of 250 routes by %s, all of one class, are 250 numbers", (_, known) => {
    const all = Array.from({ length: 250 }, (_each, position) => route(`Route${position}`, known(position)));
    expect(new Set(prioritiesOf(all)).size).toBe(250);
  });

  it("stay when a route is added at the end", () => {
    fc.assert(
      fc.property(routes(40), conditions, (all, known) => {
        expect(prioritiesOf([...all, route("Another", known)]).slice(0, -1)).toEqual(prioritiesOf(all));
      }),
      { numRuns: 200 },
    );
  });

  it("stay when a route is added anywhere, but for a collision in a hundred cases", () => {
    const cases = fc.sample(fc.tuple(routes(20), conditions, fc.nat(20)), {
      numRuns: 2000,
      seed: 20_261_121,
    });
    const moved = cases.filter(([all, known, place]) => {
      const position = Math.min(place, all.length);
      const more = [...all.slice(0, position), route("Another", known), ...all.slice(position)];
      const after = prioritiesOf(more).filter((_, index) => index !== position);
      return JSON.stringify(after) !== JSON.stringify(prioritiesOf(all));
    });
    expect(moved.length / cases.length).toBeLessThan(0.01);
  });

  it("follow the ids: conditions that change within their class change no number", () => {
    const before = prioritiesOf([route("Api", { paths: ["/abc/*"] })]);
    expect(prioritiesOf([route("Api", { paths: ["/xyz/*"] })])).toEqual(before);
    expect(prioritiesOf([route("Other", { paths: ["/abc/*"] })])).not.toEqual(before);
  });

  it("put a route before any other that it lies within, in whatever order they are declared", () => {
    fc.assert(
      fc.property(routes(12), (all) => {
        const found = prioritiesOf(all);
        all.forEach((narrow, one) =>
          all.forEach((wide, other) => {
            const isNarrower =
              isWithin(narrow.conditions, wide.conditions) && !isWithin(wide.conditions, narrow.conditions);
            if (isNarrower) expect(found[one]).toBeLessThan(found[other]!);
          }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, KnownConditions[]]>([
    [
      "an exact path before longer patterns before shorter ones",
      [
        { paths: ["/a"] },
        { paths: ["/api/v1/*"] },
        { paths: ["/api/*"] },
        { paths: ["/*"] },
        { paths: ["*"] },
      ],
    ],
    [
      "an exact host before patterns before any host",
      [{ hosts: ["a.example.com"] }, { hosts: ["*.example.com"] }, { paths: ["/a"] }],
    ],
    [
      "more conditions before fewer",
      [
        { paths: ["/a"], methods: ["GET"], headers: { a: ["b"] } },
        { paths: ["/a"], methods: ["GET"] },
        { paths: ["/a"] },
      ],
    ],
    ["a path before what has none", [{ paths: ["/*"] }, { methods: ["GET"], headers: { a: ["b"] } }]],
    [
      "long patterns of one class in order",
      [
        { paths: [`/${"x".repeat(60)}/*`] },
        { paths: [`/${"x".repeat(55)}*`] },
        { paths: [`/${"x".repeat(50)}*`] },
      ],
    ],
  ])("have %s", (_, all) => {
    for (const order of [all, [...all].reverse()]) {
      const found = prioritiesOf(order.map((known) => route(JSON.stringify(known), known)));
      const sorted = [...found].sort((one, other) => one! - other!);
      expect(order === all ? found : [...found].reverse()).toEqual(sorted);
    }
  });
});

describe("a priority that is written by hand", () => {
  const [automatic] = prioritiesOf([route("Api", { paths: ["/a/*"] })]);

  it("wins: the route that would have had the number takes another", () => {
    const [api, hand] = prioritiesOf([
      route("Api", { paths: ["/a/*"] }),
      route("Hand", { paths: ["/b"] }, automatic),
    ]);
    expect(hand).toBe(automatic);
    expect(api).not.toBe(automatic);
  });

  it("leaves all numbers apart, even where it leaves no room between a narrower and a wider route", () => {
    const everywhere = Array.from({ length: 49_990 }, (_, position) => position + 1);
    const found = prioritiesOf([
      ...everywhere.map((priority) => route("Hand", { methods: ["PUT"] }, priority)),
      ...["/a/b/*", "/a/*", "/a/b/c/*"].map((path) => route("Api", { paths: [path] })),
    ]);
    expect(new Set(found).size).toBe(found.length);
  });

  it("is left alone if it is a token, and takes no number from anyone", () => {
    const found = prioritiesOf([
      route("Token", { paths: ["/b"] }, "token"),
      route("Api", { paths: ["/a/*"] }),
    ]);
    expect(found).toEqual([undefined, automatic]);
  });

  it("can come before all others, or after them", () => {
    const all = Array.from({ length: 100 }, (_, position) =>
      route(`R${position}`, { hosts: [`h${position}.com`] }),
    );
    const found = prioritiesOf([...all, route("Last", { paths: ["*"] })]);
    expect(Math.min(...found.map((one) => one!))).toBeGreaterThan(99);
    expect(Math.max(...found.map((one) => one!))).toBeLessThan(49_136);
  });
});

describe("a route that comes upon a number that is taken", () => {
  const twins = ["/abc/*", "/xyz/*"].map((path) => route("Same", { paths: [path] }));

  it("takes the next, and the holder waits until it has moved there", () => {
    const [first, second] = placesOf(twins);
    expect(second).toEqual({ priority: first!.priority! + 1, passed: [0] });
    expect(first!.passed).toEqual([]);
  });
});
