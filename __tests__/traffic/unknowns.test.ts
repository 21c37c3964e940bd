import fc from "fast-check";
import { callingDocument } from "./documents/calling";
import type { Document } from "./documents/document";
import { type Body } from "./documents/document";
import { soundDocument } from "./documents/sound";

const NOT_KNOWN = "${var.later}";

/** Puts one place of a document, counted through, to what nobody knows before the plan. */
function withUnknown(places: readonly number[], document = soundDocument()): Document {
  const all = leavesOf(document);
  for (const place of places) all[place % all.length]?.();
  return document;
}

/** One function a value of the document, each of which makes that value unknown. */
function leavesOf(document: Document): (() => void)[] {
  return Object.values(document.resource)
    .flatMap((byName) => Object.values(byName))
    .flatMap((body) => within(body));
}

function within(parent: Body | unknown[]): (() => void)[] {
  return Object.entries(parent).flatMap(([key, value]) => {
    if (key === "depends_on") return [];
    const here = () => {
      (parent as Body)[key] = NOT_KNOWN;
    };
    return typeof value === "object" && value !== null ? [here, ...within(value as Body)] : [here];
  });
}

const COUNT = leavesOf(soundDocument()).length;

describe("what is not known yet", () => {
  it("never alarms, whichever value it is", () => {
    for (let place = 0; place < COUNT; place += 1) expect(withUnknown([place]).told()).toEqual([]);
  });

  it("never alarms where services call each other", () => {
    const count = leavesOf(callingDocument()).length;
    for (let place = 0; place < count; place += 1)
      expect(withUnknown([place], callingDocument()).told()).toEqual([]);
  });

  it("never alarms in any combination", () => {
    const places = fc.array(fc.nat(COUNT - 1), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(places, (some) => withUnknown(some).told().length === 0),
      { numRuns: 150 },
    );
  });

  it("never alarms about how many there are of something", () => {
    const document = soundDocument();
    const addresses = Object.entries(document.resource).flatMap(([type, byName]) =>
      Object.keys(byName).map((name) => `${type}.${name}`),
    );
    for (const address of addresses) {
      const one = soundDocument();
      one.at(address).count = NOT_KNOWN;
      expect(one.told()).toEqual([]);
    }
  });

  it("never alarms about things of other files", () => {
    const document = soundDocument();
    document.at("aws_lb.door").subnets = ["subnet-1", "subnet-2"];
    document.at("aws_lb.door").security_groups = ["sg-1"];
    document.block("aws_ecs_service.web", "network_configuration").subnets = ["subnet-3"];
    document.at("aws_lb_target_group.api").vpc_id = "vpc-1";
    expect(document.told()).toEqual([]);
  });

  it("never alarms about what a module may add", () => {
    const document = soundDocument();
    document.remove("aws_vpc_security_group_ingress_rule.web");
    expect(document.told()).not.toEqual([]);
    document.rest.module = { rules: { group: "${aws_security_group.web.id}" } };
    expect(document.told()).toEqual([]);
  });
});
