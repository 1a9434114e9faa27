import type { Step } from "../core/analysis";
import type { Graph, Node } from "../core/graph";
import type { Problem } from "../core/problem";
import type { Layout } from "../core/vocabulary";
import { type Memory, remember } from "./infer";
import { inferStep } from "./step";

/** What was inferred before, by the order of axes; equal calls of later analyses are not inferred again. */
export type Memories = Map<Layout, Memory>;

/** Every node of a graph, or all up to where enough is known. */
export function inferGraph(
  { nodes, vocabulary }: Graph,
  memories: Memories,
  report: (problem: Problem, node: Node) => void,
  isEnough = (): boolean => false,
): readonly Step[] {
  const memoryOf = (layout: Layout): Memory => {
    const memory = memories.get(layout) ?? remember(layout);
    memories.set(layout, memory);
    return memory;
  };
  const steps: Step[] = [];
  for (const node of nodes) {
    if (isEnough()) break;
    steps.push(inferStep(node, vocabulary, steps, memoryOf, (problem) => report(problem, node)));
  }
  return steps;
}
