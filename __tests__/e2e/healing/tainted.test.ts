import { join } from "node:path";
import { settingsOf } from "../../../stacks/settings-file";
import { untaintedTypes } from "../../support/state-page";
import { Stage } from "../stage";
import { Patient, typeOf, type StackId } from "./patient";
import { chunks, seeded, shuffled } from "./seeded";

/**
 * Every resource of a stack that stands is tainted, some at a time, and applied. One part in CI; all of both stacks, as
 * they are and with everything on, with FRONTYARD_HEALING=all. Other parts come with another FRONTYARD_SEED.
 */
const ALL = process.env["FRONTYARD_HEALING"] === "all";
const SEED = Number(process.env["FRONTYARD_SEED"] ?? 10);
const PART = ALL ? 20 : 12;
const EVERYTHING = join(__dirname, "../../../settings/everything.json");

const cases: readonly (readonly [StackId, string])[] = ALL
  ? [
      ["voice-agent", "as it is"],
      ["learning-app", "as it is"],
      ["voice-agent", "with everything on"],
      ["learning-app", "with everything on"],
    ]
  : [["voice-agent", "as it is"]];

describe.each(cases)("%s %s", (id, form) => {
  let stage: Stage;
  let patient: Patient;
  let whole: string[];
  let parts: string[][];
  let refusedTwice: string[];

  beforeAll(async () => {
    stage = await Stage.open();
    patient = await Patient.admit(stage, id, form === "as it is" ? {} : settingsOf(id, EVERYTHING));
    await patient.apply();
    whole = await patient.inventory();
    const addresses = await patient.addresses();
    const page = untaintedTypes();
    const isRefused = (address: string): boolean => page.has(typeOf(address));
    refusedTwice = addresses.filter(isRefused);
    const others = addresses.filter((address) => !isRefused(address) && !address.startsWith("aws_vpc."));
    const random = shuffled(others, seeded(SEED));
    parts = [...chunks(random, PART), addresses.filter((address) => address.startsWith("aws_vpc."))];
  });

  afterAll(async () => {
    patient.leave();
    await stage.close();
  });

  it("what heals by itself is there again after one apply, and the plan after it is empty", async () => {
    const chosen = ALL ? parts : [associationsOf(parts.flat()), ...parts.slice(0, 1)];
    for (const part of chosen) {
      expect(part.length).toBeGreaterThan(0);
      await patient.taint(part);
      await patient.apply();
      await patient.isWell();
      expect(await patient.inventory()).toEqual(whole);
      if (ALL) process.stderr.write(`${id} ${form}: ${part.length} healed: ${part.join(" ")}\n`);
    }
  });

  it("what AWS refuses to have twice is well after an untaint, as the page on state says", async () => {
    await patient.taint(refusedTwice);
    expect(await patient.tryToApply()).toBe(false);
    const still = await patient.tainted();
    const remedied = refusedTwice.filter((address) => still.includes(address));
    expect(remedied.length).toBeGreaterThan(0);
    await patient.untaint(remedied);
    await patient.apply();
    await patient.isWell();
    expect(await patient.inventory()).toEqual(whole);
    if (ALL) process.stderr.write(`${id} ${form}: untainted: ${remedied.join(" ")}\n`);
  });
});

/** Those that were lost while they were made anew before they were destroyed. */
function associationsOf(addresses: readonly string[]): string[] {
  return addresses.filter((address) => /^aws_\w*association\./.test(address));
}
