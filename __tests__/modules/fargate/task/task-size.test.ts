import fc from "fast-check";
import {
  smallestTaskSize,
  TASK_SIZES,
  taskSizeFaults,
  type TaskSize,
} from "../../../../modules/fargate/task/task-size";

const GIB = 1024;
const steps = (first: number, last: number, step: number): number[] =>
  Array.from({ length: (last - first) / step + 1 }, (_, position) => first + position * step);

/** The table of facts/aws-limits.md, written a second time and another way. */
const AWS: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1 * GIB, 2 * GIB],
  512: steps(1 * GIB, 4 * GIB, GIB),
  1024: steps(2 * GIB, 8 * GIB, GIB),
  2048: steps(4 * GIB, 16 * GIB, GIB),
  4096: steps(8 * GIB, 30 * GIB, GIB),
  8192: steps(16 * GIB, 60 * GIB, 4 * GIB),
  16384: steps(32 * GIB, 120 * GIB, 8 * GIB),
};
const ALL: TaskSize[] = Object.entries(AWS).flatMap(([cpu, sizes]) =>
  sizes.map((memoryMiB) => ({ cpu: Number(cpu), memoryMiB })),
);

const ask = fc.record(
  { cpu: fc.integer({ min: 1, max: 16384 }), memoryMiB: fc.integer({ min: 6, max: 122880 }) },
  { requiredKeys: [] },
);
const asks = fc.array(ask, { minLength: 1, maxLength: 10 });
const total = (list: readonly Partial<TaskSize>[], of: keyof TaskSize): number =>
  list.reduce((sum, each) => sum + (each[of] ?? 0), 0);

/** Price of an hour in us-east-1: 0.04048 USD a vCPU, 0.004445 USD a GB. */
const price = ({ cpu, memoryMiB }: TaskSize): number => (cpu / 1024) * 0.04048 + (memoryMiB / GIB) * 0.004445;

describe("the sizes of a Fargate task", () => {
  it("are those of AWS, no more and no fewer", () => {
    const sorted = (sizes: readonly TaskSize[]): string[] => sizes.map((size) => JSON.stringify(size)).sort();
    expect(sorted(TASK_SIZES)).toEqual(sorted(ALL));
  });
});

describe("the size that is picked", () => {
  it("holds what the containers ask for together", () => {
    fc.assert(
      fc.property(asks, (list) => {
        const size = smallestTaskSize(list);
        if (size === undefined) return;
        expect(size.cpu).toBeGreaterThanOrEqual(total(list, "cpu"));
        expect(size.memoryMiB).toBeGreaterThanOrEqual(total(list, "memoryMiB"));
      }),
    );
  });

  it("is the cheapest that does, and is missing only where none does", () => {
    fc.assert(
      fc.property(asks, (list) => {
        const fitting = ALL.filter(
          ({ cpu, memoryMiB }) => cpu >= total(list, "cpu") && memoryMiB >= total(list, "memoryMiB"),
        );
        const size = smallestTaskSize(list);
        expect(size === undefined).toBe(fitting.length === 0);
        expect(taskSizeFaults(list)).toHaveLength(fitting.length === 0 ? 1 : 0);
        if (size) expect(price(size)).toBe(Math.min(...fitting.map(price)));
      }),
    );
  });

  it("never shrinks when a container asks for more", () => {
    fc.assert(
      fc.property(asks, ask, (list, more) => {
        const before = smallestTaskSize(list);
        const after = smallestTaskSize([...list, more]);
        if (before === undefined) expect(after).toBeUndefined();
        else if (after) expect(after.cpu).toBeGreaterThanOrEqual(before.cpu);
        if (before && after) expect(price(after)).toBeGreaterThanOrEqual(price(before));
      }),
    );
  });

  it("is the smallest there is when nothing is asked for", () => {
    expect(smallestTaskSize([])).toEqual({ cpu: 256, memoryMiB: 512 });
    expect(smallestTaskSize([{}])).toEqual({ cpu: 256, memoryMiB: 512 });
  });

  it.each([
    [
      { cpu: 256, memoryMiB: 1025 },
      { cpu: 256, memoryMiB: 2048 },
    ],
    [
      { cpu: 256, memoryMiB: 2049 },
      { cpu: 512, memoryMiB: 3072 },
    ],
    [{ cpu: 257 }, { cpu: 512, memoryMiB: 1024 }],
    [
      { cpu: 4096, memoryMiB: 30721 },
      { cpu: 8192, memoryMiB: 32768 },
    ],
    [
      { cpu: 16384, memoryMiB: 122880 },
      { cpu: 16384, memoryMiB: 122880 },
    ],
  ])("of %j is %j", (wanted, size) => {
    expect(smallestTaskSize([wanted])).toEqual(size);
  });

  it("fails above the largest, and says what was asked for", () => {
    expect(taskSizeFaults([{ cpu: 16384 }, { cpu: 1, memoryMiB: 122881 }])).toMatchObject([
      { code: "FY403", given: "16385 CPU units and 122881 MiB" },
    ]);
  });

  it("fails for a figure that is none", () => {
    expect(taskSizeFaults([{ cpu: NaN }])).toMatchObject([{ code: "FY403" }]);
  });
});
