import { Stage } from "../stage";
import { Patient } from "./patient";
import { seeded } from "./seeded";

/**
 * Applies that are stopped in the middle, and applies in which calls are refused. A few in CI; all of the campaign with
 * FRONTYARD_HEALING=all, other ones with FRONTYARD_SEED.
 */
const ALL = process.env["FRONTYARD_HEALING"] === "all";
const SEED = Number(process.env["FRONTYARD_SEED"] ?? 10);
const MOMENTS = ALL ? 20 : 3;
const REFUSED_RUNS = ALL ? 6 : 1;

let stage: Stage;
let patient: Patient;
let whole: string[];

beforeAll(async () => {
  stage = await Stage.open();
  patient = await Patient.admit(stage, "voice-agent", {});
  await patient.apply();
  whole = await patient.inventory();
});

afterAll(async () => {
  patient.leave();
  await stage.close();
});

/** Figures of the campaign go to the screen. */
function tell(text: string): void {
  if (ALL) process.stderr.write(`${text}\n`);
}

it(`SIGINT at ${MOMENTS} moments: applying again converges, and nothing is there twice`, async () => {
  const random = seeded(SEED);
  let stops = 0;
  while (stops < MOMENTS) {
    await patient.reset();
    for (let isStopped = true; isStopped && stops < MOMENTS;) {
      const moment = 1 + Math.floor(random() * 20);
      isStopped = await patient.stopApplyAfter(moment);
      if (!isStopped) break;
      stops += 1;
      const tainted = await patient.tainted();
      const remedied = await patient.remedy();
      tell(
        `stop ${stops} after change ${moment}: ${tainted.length} tainted, remedied: ${remedied.join(" ")}`,
      );
    }
    await patient.heal();
    expect(await patient.inventory()).toEqual(whole);
  }
  expect(stops).toBe(MOMENTS);
});

it(`calls refused with 403 in ${REFUSED_RUNS} applies: applying again converges`, async () => {
  const random = seeded(SEED + 1);
  for (let run = 0; run < REFUSED_RUNS; run += 1) {
    await patient.reset();
    const refused = new Set(Array.from({ length: 8 }, () => 20 + Math.floor(random() * 120)));
    const actions: string[] = [];
    patient.gate.watch(({ number, action }) => {
      if (!refused.has(number)) return "pass";
      actions.push(action);
      return "refuse";
    });
    expect(await patient.tryToApply()).toBe(false);
    tell(`refused ${actions.join(" ")}: tainted ${(await patient.tainted()).join(" ")}`);
    patient.gate.watch();
    await patient.heal();
    expect(await patient.inventory()).toEqual(whole);
  }
});
