import type { Step } from "../core/analysis";
import type { Graph, Node } from "../core/graph";
import type { Op } from "../core/op";
import type { Problem } from "../core/problem";
import type { Layout, Vocabulary } from "../core/vocabulary";
import { type Memory, remember } from "./infer";
import { inferStep } from "./step";

/**
 * What was inferred before, by the order of axes, or by what is put in the place of another operator; equal calls of
 * later analyses are not inferred again.
 */
export type Memories = Map<Layout | Op, Memory>;

/** Every node of a graph, or all up to where enough is known; of some it may be known before what comes of them. */
export function inferGraph(
  { nodes, vocabulary }: Graph,
  memories: Memories,
  report: (problem: Problem, node: Node) => void,
  isEnough = (): boolean => false,
  inferred?: ReadonlyMap<number, Step>,
): readonly Step[] {
  const memoryOf = memoryIn(memories, vocabulary);
  const steps: Step[] = [];
  for (const node of nodes) {
    if (isEnough()) break;
    const known = inferred?.get(node.id);
    steps.push(
      known ? { ...known, node } : inferStep(node, vocabulary, steps, memoryOf, (problem) => report(problem, node)),
    );
  }
  return steps;
}

/** What was inferred before of calls in a vocabulary. */
export const memoryIn =
  (memories: Memories, { instead }: Vocabulary) =>
  (layout: Layout): Memory => {
    const key = instead?.by ?? layout;
    const memory = memories.get(key) ?? remember(layout, instead);
    memories.set(key, memory);
    return memory;
  };
