// npm run bench: time and memory of the app process, each case in turn and five times, beside the floor that is
// loading cdktf alone. A machine's noise hits all cases of a run alike: read the ratios.
import { join } from "node:path";
import { leaveNothingBehind } from "../../cli/process/interruption";
import { aligned } from "../../cli/screen/table";
import { casesOf, type Case } from "./cases";
import { measure, median, type Run } from "./measure";
import { complain, say } from "../../cli/application/say";

const ROUNDS = 5;
const dist = join(__dirname, "..", "..");
const cases = casesOf(
  ["voice-agent", "learning-app"],
  join(dist, "scripts", "bench", "subject.js"),
  join(dist, "main.js"),
);

/** Medians of a case over all rounds. */
type Medians = ReadonlyMap<string, Run>;

async function main(): Promise<void> {
  leaveNothingBehind();
  const runs = new Map<string, Run[]>(cases.map(({ name }) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, command } of cases) {
      complain(`round ${round} of ${ROUNDS}: ${name}`);
      const run = await measure(command, join(__dirname, "peak-memory.js"));
      if (round > 0) runs.get(name)?.push(run); // the first round warms the disk cache
    }
  }
  const medians = new Map([...runs].map(([name, all]) => [name, medianRun(all)]));
  const rows = cases.map((one) => row(one, medians));
  say(aligned([["case", "time", "of floor", "memory", "bar", "held"], ...rows]));
}

function medianRun(runs: readonly Run[]): Run {
  return {
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
  };
}

function row(one: Case, medians: Medians): string[] {
  const { milliseconds = NaN, megabytes = NaN } = medians.get(one.name) ?? {};
  const floor = medians.get(cases[0]?.name ?? "")?.milliseconds ?? NaN;
  const figures = [
    `${milliseconds.toFixed(0)} ms`,
    `${(milliseconds / floor).toFixed(2)} x`,
    `${megabytes.toFixed(0)} MB`,
  ];
  return [one.name, ...figures, ...verdict(one, { milliseconds, megabytes }, medians)];
}

function verdict({ timeBar, memoryBar }: Case, run: Run, medians: Medians): string[] {
  if (timeBar === undefined) return ["", ""];
  const times = run.milliseconds / (medians.get(timeBar.of)?.milliseconds ?? NaN);
  const bars = [
    `${timeBar.times} x ${timeBar.of.replace(/:.*/, "")}`,
    ...(memoryBar ? [`${memoryBar} MB`] : []),
  ];
  const isHeld = times <= timeBar.times && run.megabytes <= (memoryBar ?? Infinity);
  return [bars.join(", "), `${isHeld ? "yes" : "NO"} (${times.toFixed(2)} x)`];
}

void main();
