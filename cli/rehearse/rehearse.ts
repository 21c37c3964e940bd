import { leaveNothingBehind, unlessInterrupted } from "../process/interruption";
import { howToLook } from "./kept";
import type { Parts } from "../terraform/parts/find-parts";
import type { Ready, Wish } from "./preparation";
import { exitCodes, prepare } from "./preparation";
import { commonLane, Rehearsal } from "./rehearsal";
import { Journal } from "../screen/journal";
import { chooseProgress } from "../screen/screen";
import { summary } from "./report/summary";
import { Workplace } from "./workplace";
import { complain, say } from "../application/say";

/**
 * `npm run rehearse`: resolves to the exit code. `program` is the file that runs now: the emulator's process runs it too.
 */
export async function rehearse(wish: Wish, program: string): Promise<number> {
  leaveNothingBehind();
  const workplace = new Workplace();
  const prepared = await prepare(wish, workplace);
  await unlessInterrupted();
  if ("lines" in prepared) {
    for (const line of prepared.lines) complain(line);
    workplace.remove();
    return prepared.exitCode;
  }
  say(partsLine(prepared.parts));
  const { rehearsal, failed } = await perform(prepared, { keep: wish.keep, workplace, program });
  if (wish.keep && !failed) return keep(rehearsal, prepared.stacks, workplace);
  await rehearsal.emulator?.end();
  await unlessInterrupted();
  closeWorkplace(workplace, failed);
  return failed ? exitCodes.failed : exitCodes.well;
}

interface Circumstances {
  readonly keep: boolean;
  readonly workplace: Workplace;
  readonly program: string;
}

async function perform(
  { stacks, application, parts }: Ready,
  { keep, workplace, program }: Circumstances,
): Promise<{ rehearsal: Rehearsal; failed: boolean }> {
  const progress = await chooseProgress([commonLane, ...stacks]);
  const journal = new Journal(progress);
  const rehearsal = new Rehearsal({
    ...{ stacks, application, parts, keep, workplace, program, journal },
    leave: (lane) => progress.leave(lane),
  });
  await rehearsal.run();
  await unlessInterrupted();
  await progress.close();
  say(summary(journal, { stacks, keep, commonLane }));
  return { rehearsal, failed: journal.failures.length > 0 };
}

function keep(rehearsal: Rehearsal, stacks: readonly string[], workplace: Workplace): number {
  rehearsal.emulator?.keep();
  workplace.keep();
  const folders = stacks.map((name) => ({ name, folder: workplace.stackFolder(name) }));
  say(
    `\n${howToLook({ folder: workplace.folder, stacks: folders, settings: rehearsal.settings(stacks[0] ?? "") })}`,
  );
  return exitCodes.well;
}

function closeWorkplace(workplace: Workplace, failed: boolean): void {
  if (!failed) return workplace.remove();
  workplace.keepEvidence();
  say(`logs, state and what was synthesized: ${workplace.folder}`);
}

function partsLine({ terraform, provider, moto }: Parts): string {
  const source =
    provider.kind === "mirror"
      ? `${provider.mirror.version} from ${provider.mirror.folder}`
      : "from the registry (a download of some 150 MB; a local mirror saves it)";
  return `terraform ${terraform.version}, hashicorp/aws ${source}, AWS emulated by moto (${moto.name})\n`;
}
