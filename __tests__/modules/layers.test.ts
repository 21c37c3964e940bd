import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { sourceFiles } from "../support/source-files";

/** Which folder of modules/ imports which, types included. */
function imports(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of sourceFiles(["modules"])) {
    const [, folder = "", ...below] = file.split("/");
    if (below.length === 0) continue;
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
      const [room, other = ""] = posix.join(posix.dirname(file), path).split("/");
      if (room !== "modules" || other === folder) continue;
      found.set(folder, (found.get(folder) ?? new Set()).add(other));
    }
  }
  return found;
}

/** The folders in the order in which each comes after all that it imports; those that are left are in a circle. */
function layered(graph: Map<string, Set<string>>): { order: string[]; circular: string[] } {
  const all = new Set([...graph.keys(), ...[...graph.values()].flatMap((some) => [...some])]);
  const order: string[] = [];
  for (let more = true; more;) {
    const next = [...all].filter(
      (one) => !order.includes(one) && [...(graph.get(one) ?? [])].every((below) => order.includes(below)),
    );
    order.push(...next);
    more = next.length > 0;
  }
  return { order, circular: [...all].filter((one) => !order.includes(one)) };
}

describe("the folders of modules/", () => {
  const graph = imports();

  it("import each other without a circle, types included", () => {
    expect(layered(graph).circular).toEqual([]);
    expect(layered(graph).order.length).toBeGreaterThan(10);
  });

  it("would be in a circle if alarms knew services", () => {
    const wrong = new Map([...graph, ["alarms", new Set([...(graph.get("alarms") ?? []), "fargate"])]]);
    expect(layered(wrong).circular).toEqual(expect.arrayContaining(["alarms", "fargate"]));
  });
});
