import fc from "fast-check";
import {
  anyOf,
  eachOf,
  every,
  exactly,
  not,
  some,
  UNKNOWN,
  type Several,
  type Truth,
} from "../../../traffic/model";

const truth = fc.constantFrom<Truth>(true, false, UNKNOWN);
const truths = fc.array(truth, { maxLength: 5 });
const several = fc.record({ all: truths, among: fc.boolean(), open: fc.boolean() });
const itself = (one: Truth): Truth => one;

describe("truths", () => {
  it("combine as if the unknown were either", () => {
    expect([every([]), every([true, UNKNOWN]), every([false, UNKNOWN])]).toEqual([true, UNKNOWN, false]);
    expect([some([]), some([false, UNKNOWN]), some([true, UNKNOWN])]).toEqual([false, UNKNOWN, true]);
  });

  it("obey De Morgan", () => {
    fc.assert(fc.property(truths, (all) => not(every(all)) === some(all.map(not))));
  });
});

describe("several", () => {
  it("are asked like a list if they are exact", () => {
    fc.assert(
      fc.property(
        truths,
        (all) => anyOf(exactly(all), itself) === some(all) && eachOf(exactly(all), itself) === every(all),
      ),
    );
  });

  it("say nothing for certain that some other number of them would deny", () => {
    const holds = (group: Several<Truth>): boolean => {
      const narrower = { ...group, among: false, open: false };
      const [any, each] = [anyOf(group, itself), eachOf(group, itself)];
      return (
        (any !== false || some(narrower.all) === false) && (each !== true || every(narrower.all) === true)
      );
    };
    fc.assert(fc.property(several, holds));
  });

  it("that are open are never all", () => {
    expect(eachOf({ all: [true], among: false, open: true }, itself)).toBe(UNKNOWN);
    expect(anyOf({ all: [false], among: false, open: true }, itself)).toBe(UNKNOWN);
  });

  it("among which some are meant are certain only if they agree", () => {
    expect(anyOf({ all: [true, false], among: true, open: false }, itself)).toBe(UNKNOWN);
    expect(anyOf({ all: [true, true], among: true, open: false }, itself)).toBe(true);
    expect(eachOf({ all: [false, false], among: true, open: false }, itself)).toBe(false);
  });
});
