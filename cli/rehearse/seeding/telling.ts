import type { Seed, Seeds } from "./seed";
import { nameOf } from "./seeds";

/** What was seeded, and what could not be, in a line each; nothing if the stacks take nothing for there. */
export function tellSeeds({ seeds, notSeeded }: Seeds): string[] {
  return [
    ...(seeds.length > 0 ? [`seeded: ${seeds.map(described).join(", ")}`] : []),
    ...(notSeeded.length > 0 ? [`not seeded: ${notSeeded.join(", ")}`] : []),
  ];
}

function described(seed: Seed): string {
  if (seed.kind !== "VPC") return nameOf(seed);
  const parts = [
    counted(seed.subnets.length, "subnet"),
    counted(seed.securityGroups.length, "security group"),
  ];
  const known = parts.filter((part) => part !== "");
  return known.length === 0 ? nameOf(seed) : `${nameOf(seed)} with ${known.join(" and ")}`;
}

function counted(count: number, what: string): string {
  return count === 0 ? "" : `${count} ${what}${count === 1 ? "" : "s"}`;
}
