import type { Fault } from "../../errors";
import { problems, requireThat } from "../../errors";
import { temporarySum, type KnownFolders } from "../container/folder-faults";

/** CPU units (1024 are 1 vCPU) and memory of a task. */
export interface TaskSize {
  readonly cpu: number;
  readonly memoryMiB: number;
}

/** What a container asks for; nothing asked is nothing reserved. */
export interface Ask {
  readonly cpu?: number | undefined;
  readonly memoryMiB?: number | undefined;
}

/** What containers ask for; folders in memory need room where nothing else is asked. */
export function asksOf(containers: readonly (Ask & KnownFolders)[]): Ask[] {
  return containers.map(({ cpu, memoryMiB, temporaryMiB }) => ({
    cpu,
    memoryMiB: memoryMiB ?? temporarySum(temporaryMiB),
  }));
}

interface Row {
  readonly cpu: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html, Linux. */
const ROWS: readonly Row[] = [
  { cpu: 256, least: 512, most: 1024, step: 512 },
  { cpu: 256, least: 2048, most: 2048, step: 1024 },
  { cpu: 512, least: 1024, most: 4096, step: 1024 },
  { cpu: 1024, least: 2048, most: 8192, step: 1024 },
  { cpu: 2048, least: 4096, most: 16384, step: 1024 },
  { cpu: 4096, least: 8192, most: 30720, step: 1024 },
  { cpu: 8192, least: 16384, most: 61440, step: 4096 },
  { cpu: 16384, least: 32768, most: 122880, step: 8192 },
];

/** All sizes that Fargate has, smallest first. Price grows with both figures, so the first that fits is the cheapest. */
export const TASK_SIZES: readonly TaskSize[] = ROWS.flatMap(({ cpu, least, most, step }) =>
  Array.from({ length: (most - least) / step + 1 }, (_, position) => ({
    cpu,
    memoryMiB: least + position * step,
  })),
);

/** The smallest size that holds what the containers ask for together; undefined if none does. */
export function smallestTaskSize(asks: readonly Ask[]): TaskSize | undefined {
  const { cpu, memoryMiB } = sum(asks);
  return TASK_SIZES.find((size) => size.cpu >= cpu && size.memoryMiB >= memoryMiB);
}

export function taskSizeFaults(asks: readonly Ask[]): Fault[] {
  const { cpu, memoryMiB } = sum(asks);
  return requireThat(
    smallestTaskSize(asks) !== undefined,
    problems.taskTooLarge,
    `${cpu} CPU units and ${memoryMiB} MiB`,
  );
}

function sum(asks: readonly Ask[]): TaskSize {
  return {
    cpu: asks.reduce((total, ask) => total + (ask.cpu ?? 0), 0),
    memoryMiB: asks.reduce((total, ask) => total + (ask.memoryMiB ?? 0), 0),
  };
}
