import { UNKNOWN, type TaskDefinition } from "../model";
import { fault, type Fault, type Rule } from "./rule";

interface Sizes {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** MiB of memory for each number of CPU units. */
const SIZES: ReadonlyMap<number, Sizes> = new Map([
  [512, { least: 1024, most: 4096, step: 1024 }],
  [1024, { least: 2048, most: 8192, step: 1024 }],
  [2048, { least: 4096, most: 16384, step: 1024 }],
  [4096, { least: 8192, most: 30720, step: 1024 }],
  [8192, { least: 16384, most: 61440, step: 4096 }],
  [16384, { least: 32768, most: 122880, step: 8192 }],
]);

const SMALLEST = [512, 1024, 2048];

export const invalidFargateSize: Rule = {
  code: "FY536",
  severity: "error",
  subject: "a Fargate task",
  allowed: "must have a combination of CPU and memory that Fargate offers",
  fix: "use a combination from AWS's table, such as 256 CPU units with 512 MiB",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  judge: ({ taskDefinitions }) =>
    taskDefinitions.filter(({ isForFargate }) => isForFargate === true).flatMap(faults),
};

function faults(task: TaskDefinition): Fault[] {
  const { cpu, memoryMiB } = task;
  if (cpu === UNKNOWN || memoryMiB === UNKNOWN || task.open) return [];
  if (cpu === undefined || memoryMiB === undefined)
    return [fault(task, cpu === undefined ? "no cpu" : "no memory")];
  return isOffered(cpu, memoryMiB) ? [] : [fault(task, `${cpu} CPU units and ${memoryMiB} MiB`)];
}

function isOffered(cpu: number, memoryMiB: number): boolean {
  if (cpu === 256) return SMALLEST.includes(memoryMiB);
  const sizes = SIZES.get(cpu);
  if (sizes === undefined) return false;
  const { least, most, step } = sizes;
  return memoryMiB >= least && memoryMiB <= most && (memoryMiB - least) % step === 0;
}
