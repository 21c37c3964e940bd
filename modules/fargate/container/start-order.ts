import type { Finding } from "../../errors";
import { finding, unless } from "../../errors";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html */
export const CONDITIONS = ["START", "COMPLETE", "SUCCESS", "HEALTHY"] as const;
export type Condition = (typeof CONDITIONS)[number];

/** A container as far as the order of starting goes. An unknown name (a Terraform token) is undefined. */
export interface Starter {
  readonly name?: string | undefined;
  readonly essential?: boolean | undefined;
  readonly hasHealthCheck: boolean;
  readonly dependsOn?: Readonly<Record<string, Condition | undefined>> | undefined;
}

/** What is wrong with the order in which the containers of one task start. */
export function startOrderFindings(containers: readonly Starter[]): Finding[] {
  const [first] = containers;
  return [
    ...unless(first?.essential !== false, "FY445", "essential: false"),
    ...containers.flatMap((container) =>
      edgesOf(container).flatMap((edge) => edgeFindings(edge, containers)),
    ),
    ...cycleFindings(containers),
  ];
}

interface Edge {
  readonly from: Starter;
  readonly to: string;
  readonly condition: Condition | undefined;
}

function edgesOf(from: Starter): Edge[] {
  return Object.entries(from.dependsOn ?? {}).map(([to, condition]) => ({ from, to, condition }));
}

function edgeFindings({ from, to, condition }: Edge, containers: readonly Starter[]): Finding[] {
  if (condition !== undefined && !CONDITIONS.includes(condition)) return [finding("FY444", condition)];
  const other = containers.find(({ name }) => name === to);
  if (other === undefined) {
    const names = containers.map(({ name }) => name);
    const holds = names.includes(undefined);
    return unless(holds, "FY440", `${JSON.stringify(to)}, where there are: ${names.join(", ")}`);
  }
  const at = `${from.name ?? "a container"} on ${to}: ${condition}`;
  const endsTheTask = (condition === "COMPLETE" || condition === "SUCCESS") && other.essential !== false;
  return [
    ...unless(!endsTheTask, "FY443", at),
    ...unless(condition !== "HEALTHY" || other.hasHealthCheck, "FY442", at),
  ];
}

/** A container that waits for itself, over however many others; each circle is told once. */
function cycleFindings(containers: readonly Starter[]): Finding[] {
  const circles = containers.flatMap((container) => circleThrough(container, containers));
  const told = new Set<string>();
  return circles.flatMap((circle) => {
    const key = [...circle].sort().join(" ");
    if (told.has(key)) return [];
    told.add(key);
    return [finding("FY441", [...circle, circle[0]].join(" after "))];
  });
}

function circleThrough(start: Starter, containers: readonly Starter[]): string[][] {
  const way = (name: string, passed: readonly string[]): string[] | undefined => {
    if (passed.includes(name)) return name === start.name ? [...passed] : undefined;
    const next = containers.find((container) => container.name === name);
    for (const to of Object.keys(next?.dependsOn ?? {})) {
      const found = way(to, [...passed, name]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const found = start.name === undefined ? undefined : way(start.name, []);
  return found === undefined ? [] : [found];
}
