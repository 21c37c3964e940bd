import { mermaidOf } from "../../picture";
import { allScenes, sceneIn, stackScenes } from "./scenes";
import { townOf } from "./town";

const NODE = /^\s+([a-z]+\d*)[[(]+".*"[\])]+$/;
const EDGE = /^ {2}([a-z]+\d*) (?:-->|-\.->|-\.-x)(?:\|"([^"]*)"\|)? ([a-z]+\d*)$/;
const FRAME = /^\s+subgraph [a-z]+\["[^"]*"\]$|^\s+end$|^flowchart TB$|^$/;

interface Chart {
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
  readonly others: readonly string[];
}

function chartIn(text: string): Chart {
  const lines = text.split("\n");
  return {
    nodes: lines.filter((one) => !FRAME.test(one)).flatMap((one) => NODE.exec(one)?.[1] ?? []),
    edges: lines.flatMap((one) => {
      const [, from, , to] = EDGE.exec(one) ?? [];
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
    others: lines.filter((one) => !FRAME.test(one) && !NODE.test(one) && !EDGE.test(one)),
  };
}

describe("the Mermaid text", () => {
  it.each(allScenes())("of %s is made of nodes, frames and edges between nodes", (_, scene) => {
    const { nodes, edges, others } = chartIn(mermaidOf(scene));
    expect(others).toEqual([]);
    expect(nodes).toEqual([...new Set(nodes)]);
    expect(edges.flat().filter((one) => !nodes.includes(one))).toEqual([]);
  });

  it.each(allScenes())("of %s closes every frame that it opens", (_, scene) => {
    const text = mermaidOf(scene);
    expect(text.match(/^\s+end$/gm)?.length ?? 0).toBe(text.match(/subgraph/g)?.length ?? 0);
  });

  it("is the same every time", () => {
    for (const [, scene] of allScenes()) expect(mermaidOf(scene)).toBe(mermaidOf(scene));
  });

  it("shows what is closed as closed", () => {
    const text = mermaidOf(stackScenes().learningApp);
    expect(text).toContain('internet -.-x|"8080 closed: private subnets, no public address"| service2');
    expect(text).toContain('balancer1 -.-x|"8080 closed: BACKEND_SG admits only FRONTEND_SG"| service2');
    expect(text).toContain('service1 -->|"backend:8080"| service2');
  });

  it("is not broken by names that hold its own signs", () => {
    const name = 'end "x" --> ]|`<b>`; %%';
    const scene = sceneIn("odd", townOf({ zones: ["a"], services: [{ name, port: 80, paths: ['a"|b'] }] }));
    expect(chartIn(mermaidOf(scene)).others).toEqual([]);
  });
});
