import { Emulator } from "../../emulator/emulator";
import type { Parts } from "../../cli/terraform/parts/find-parts";
import { Journal } from "../../cli/screen/journal";
import { chooseProgress } from "../../cli/screen/screen";
import { Initialization } from "../../cli/rehearse/steps/stack-steps";
import { StepFailure } from "../../cli/rehearse/steps/step-failure";
import { Terraform } from "../../cli/terraform/terraform";
import { awsSettings, terraformEnvironment } from "../../cli/terraform/terraform-environment";
import type { Workplace } from "../../cli/rehearse/workplace";
import { LASTING, type Change } from "./catalogue";
import { lost, type Effect } from "../../cli/terraform/effect";
import { SHOP, type Shape } from "./shape";
import { synthesizeShop, Walk } from "./walk";

/** Shops that are changed side by side: Terraform waits for AWS most of the time. */
const LANES = 3;

/** What came of one change. */
export interface Outcome {
  readonly what: string;
  readonly effect: Effect;
  /** What it gives up of what should last, announced beforehand. */
  readonly givesUp: readonly string[];
}

export interface Circumstances {
  readonly workplace: Workplace;
  readonly parts: Parts;
  /** The file that runs now: the emulator's process runs it too. */
  readonly program: string;
}

/** Makes every change to a shop that stands, forth and back; outcomes are in the order of the changes. */
export async function makeChanges(
  changes: readonly Change[],
  circumstances: Circumstances,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly journal: Journal }> {
  const { workplace, parts, program } = circumstances;
  const lanes = Array.from({ length: Math.min(LANES, changes.length) }, (_, index) => `shop-${index + 1}`);
  const progress = await chooseProgress(lanes);
  const journal = new Journal(progress);
  const { folder, emulatorSettings: settingsFile } = workplace;
  const emulator = await Emulator.start({ folder, settingsFile, moto: parts.moto.name, program });
  const initialization = new Initialization();
  const outcomes = new Map<Change, Outcome[]>();
  const queue = [...changes];
  await Promise.all(
    lanes.map(async (lane) => {
      try {
        const terraform = terraformFor(lane, emulator.url, circumstances);
        const walk = new Walk(lane, workplace.outdir, terraform);
        synthesizeShop(lane, SHOP, workplace.outdir);
        await journal.step(lane, "init", () => initialization.run(lane, terraform));
        await journal.step(lane, "apply", () => walk.start(SHOP));
        for (let next = queue.shift(); next !== undefined; next = queue.shift())
          outcomes.set(next, await makeChange(next, walk, journal));
      } catch (problem) {
        journal.blame({ lane, step: "changes", problem });
      }
      progress.leave(lane);
    }),
  );
  await progress.close();
  await emulator.end();
  return { outcomes: changes.flatMap((change) => outcomes.get(change) ?? []), journal };
}

async function makeChange(change: Change, walk: Walk, journal: Journal): Promise<Outcome[]> {
  const { forth, back, to, from = {}, backTo = {}, givesUp = [] } = change;
  const before = { ...SHOP, ...from };
  await walk.start(before);
  const step = (what: string, shape: Partial<Shape>): Promise<Outcome> =>
    journal.step(walk.id, what, async () => {
      const effect = await walk.change({ ...before, ...shape });
      const surprises = lost(effect, LASTING).filter(
        (address) => !givesUp.some((type) => address.startsWith(`${type}.`)),
      );
      if (surprises.length > 0)
        throw new StepFailure(`replaced, though it should last: ${surprises.join(", ")}`);
      return { what, effect, givesUp };
    });
  const there = await step(forth, to);
  return back === undefined ? [there] : [there, await step(back, backTo)];
}

function terraformFor(lane: string, url: string, { workplace, parts }: Circumstances): Terraform {
  const aws = awsSettings({ url, region: "us-east-1", folder: workplace.folder });
  return new Terraform({
    folder: workplace.stackFolder(lane),
    env: terraformEnvironment(process.env, {
      ...{ ...aws, ...workplace.scratch },
      ...workplace.providerSettings(parts.provider),
    }),
    logFile: (step) => workplace.logFile(lane, step),
  });
}
