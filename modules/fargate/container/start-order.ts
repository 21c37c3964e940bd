import type { Fault } from "../../errors";
import { fault, problems, requireThat } from "../../errors";

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
export function startOrderFaults(containers: readonly Starter[]): Fault[] {
  const [first] = containers;
  return [
    ...requireThat(first?.essential !== false, problems.firstContainerNotEssential, "essential: false"),
    ...containers.flatMap((container) => edgesOf(container).flatMap((edge) => edgeFaults(edge, containers))),
    ...cycleFaults(containers),
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

function edgeFaults({ from, to, condition }: Edge, containers: readonly Starter[]): Fault[] {
  if (condition !== undefined && !CONDITIONS.includes(condition))
    return [fault(problems.dependsOnCondition, condition)];
  const other = containers.find(({ name }) => name === to);
  if (other === undefined) {
    const names = containers.map(({ name }) => name);
    const holds = names.includes(undefined);
    return requireThat(
      holds,
      problems.dependsOnUnknownContainer,
      `${JSON.stringify(to)}, where there are: ${names.join(", ")}`,
    );
  }
  const at = `${from.name ?? "a container"} on ${to}: ${condition}`;
  const endsTheTask = (condition === "COMPLETE" || condition === "SUCCESS") && other.essential !== false;
  return [
    ...requireThat(!endsTheTask, problems.completeButEssential, at),
    ...requireThat(condition !== "HEALTHY" || other.hasHealthCheck, problems.healthyWithoutHealthCheck, at),
  ];
}

/** A container that waits for itself, over however many others; each circle is told once. */
function cycleFaults(containers: readonly Starter[]): Fault[] {
  const circles = containers.flatMap((container) => circleThrough(container, containers));
  const told = new Set<string>();
  return circles.flatMap((circle) => {
    const key = [...circle].sort().join(" ");
    if (told.has(key)) return [];
    told.add(key);
    return [fault(problems.dependsOnCycle, [...circle, circle[0]].join(" after "))];
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
