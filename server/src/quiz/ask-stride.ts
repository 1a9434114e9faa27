import { argOf, type Model, outputsOf, type Step } from "../core/analysis";
import { type Message, say } from "../core/message";
import { literal, type Value } from "../core/value";
import { parameterOf, wordFor } from "../core/vocabulary";
import { keyOf } from "./ask-shape";
import { withArgument } from "./changed";
import type { Draft, Wrong } from "./made-up";
import { slidesOf } from "./slips";
import { callOf, pathOf, type Subject, shown, sizesIn } from "./subject";

/** What breaks where the stride is doubled? */
export function askStride(subject: Subject, model: Model, deck: Draft["deck"]): Draft | undefined {
  const { step, label, spelling, args } = subject;
  const stride = args["stride"];
  if (label === undefined || !slidesOf(subject).length || !Array.isArray(stride)) return undefined;
  const word = wordFor(spelling, "stride");
  if (spelling.implied.includes(word) || parameterOf(spelling, word) !== "stride") return undefined;
  const span = argOf(step, "stride")?.value.span ?? step.node.opSpan;
  const doubled = stride.map((one: number) => 2 * one);
  const [one] = doubled;
  const value: Value = doubled.every((other: number) => other === one)
    ? literal(one, span)
    : { kind: "list", items: doubled.map((side: number) => literal(side, span)), span };
  const changed = withArgument(model, step, "stride", value);
  const [first] = changed.problems.filter(({ problem }) => problem.severity === "error");
  const { steps } = changed.model;
  // Where the layer itself, or nothing that can be named, is refused, there is nothing to think about.
  if (first && (first.node.id === step.node.id || !first.node.row)) return undefined;
  const behind = model.steps.filter(
    ({ node }) => node.id > step.node.id && node.row && reads(model, node.id, step.node.id),
  );
  if (behind.length < 2) return undefined;
  const nothing = say`Nothing: every layer still fits`;
  const fits = behind
    .filter(({ node }) => node.id !== first?.node.id && (!first || node.id < first.node.id))
    .flatMap(({ node }): readonly Wrong[] => {
      const now = stillFits(model.steps[node.id]!, steps[node.id]!, steps);
      return now ? [{ text: named(node), why: now }] : [];
    });
  const explanation = first ? first.problem.message : lastShape(model, steps);
  return {
    deck,
    asks: ["stride", ...keyOf(subject), first ? first.node.label : "", graphKey(model)],
    prompt: say`If the ${`\`${word}\``} of layer ${`\`${label}\``}, ${`\`${callOf(subject)}\``}, is doubled to ${shownList(doubled)}, which layer breaks first?`,
    answer: first ? named(first.node) : nothing,
    ...(explanation && { explanation }),
    choices: {
      right: first ? named(first.node) : nothing,
      wrong: [
        ...(first ? [{ text: nothing, why: say`${named(first.node)} no longer fits: ${first.problem.message}` }] : []),
        ...fits.slice(-3).reverse(),
      ],
    },
    tags: ["sizes"],
    operators: [spelling.op.name],
  };
}

const named = (node: Step["node"]): Message =>
  node.label.startsWith(node.op) ? say`${`\`${pathOf(node)}\``}` : say`${`\`${pathOf(node)}\``} (${node.op})`;

/** Whether a node reads another, directly or by way of others. */
function reads({ steps }: Model, node: number, source: number): boolean {
  const open = [node];
  const seen = new Set<number>();
  while (open.length) {
    const one = open.pop()!;
    if (one === source) return true;
    if (one < source || seen.has(one)) continue;
    seen.add(one);
    for (const edge of steps[one]!.node.inputs) if (edge.node !== undefined) open.push(edge.node);
  }
  return false;
}

function stillFits(before: Step, after: Step, steps: readonly Step[]): Message | undefined {
  const [was, is] = [outputsOf(before)?.[0], outputsOf(after)?.[0]];
  const edge = after.node.inputs[0];
  const read = outputsOf(steps[edge?.node ?? -1])?.[edge?.port ?? 0];
  if (!was || !is || !read || ![was, is, read].every(sizesIn)) return undefined;
  return say`It still fits: it reads ${shown(read)} and gives ${shown(is)}`;
}

/** What has become of the shape that the model gives. */
function lastShape(model: Model, steps: readonly Step[]): Message | undefined {
  const [edge] = model.graph.outputs;
  const shape = (all: readonly Step[]) => outputsOf(all[edge?.node ?? -1])?.[edge?.port ?? 0];
  const [before, now] = [model.steps, steps].map((all) => shape(all) && shown(shape(all)!));
  if (before === undefined || now === undefined) return undefined;
  return before === now ? say`The model still gives ${before}` : say`The model then gives ${now} instead of ${before}`;
}

const shownList = (sizes: readonly number[]): string =>
  sizes.every((size) => size === sizes[0]) ? String(sizes[0]) : `[${sizes.join(", ")}]`;

const graphKey = ({ graph: { nodes } }: Model): string =>
  nodes.map(({ op, inputs }) => `${op}<${inputs.map(({ node }) => node).join()}`).join(";");
