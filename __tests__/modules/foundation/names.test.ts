import fc from "fast-check";
import { boundedName, labelOf } from "../../../modules/foundation";

const parts = fc.array(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 4 });
const longest = fc.integer({ min: 12, max: 64 });

describe("a bounded name", () => {
  it("is never longer than it may be, and has letters, digits and single hyphens within", () => {
    fc.assert(
      fc.property(parts, longest, (list, most) => {
        const name = boundedName(list, most);
        expect(name.length).toBeLessThanOrEqual(most);
        expect(name).toMatch(/^([A-Za-z0-9]+(-[A-Za-z0-9]+)*)?$|^-[0-9a-f]{8}$/);
      }),
    );
  });

  it("is the parts themselves, where they fit", () => {
    expect(boundedName(["voice-agent", "Front_Door", "SG"], 32)).toBe("voice-agent-Front-Door-SG");
  });

  it("keeps long names apart that begin alike", () => {
    const tail = fc.stringMatching(/^[a-z]{1,20}$/);
    fc.assert(
      fc.property(tail, tail, (one, other) => {
        fc.pre(one !== other);
        const name = (end: string): string => boundedName(["x".repeat(40), end], 32);
        expect(name(one)).not.toBe(name(other));
      }),
    );
  });

  it("is the same at every call", () => {
    expect(boundedName(["x".repeat(40)], 32)).toBe(`${"x".repeat(23)}-bd913ff6`);
  });
});

describe("a label", () => {
  it.each([
    ["stack/Agent", undefined, "Agent"],
    ["stack/Shop/Api", undefined, "Shop-Api"],
    ["stack/Agent/Task", "Task", "Agent"],
    ["stack/Task", "Task", "Task"],
    ["stack/Agent/Job", "Task", "Agent-Job"],
    ["stack", undefined, ""],
  ])("of %s without %s is %s", (path, part, label) => {
    expect(labelOf(path, part)).toBe(label);
  });
});
