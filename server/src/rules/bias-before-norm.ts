import { argOf, type Inner, type Model, type Outcome, type Step } from "../core/analysis";
import { type Message, say } from "../core/message";
import type { Op } from "../core/op";
import { rule } from "../core/rule";
import { setArgument } from "../core/set-argument";

export const biasBeforeNorm = rule({
  id: "bias-before-norm",
  summary: "A bias right before a normalisation has no effect.",
  why: "The normalisation subtracts the mean of every channel, and a constant with it. The weights are stored and trained for nothing.",
  severity: "warning",
  check(model, report) {
    const biased = model.steps.filter(hasBias);
    if (!biased.length) return;
    const readers = readersIn(model);
    const norms = new Map(biased.map((step) => [step, cancels(step, readers(step))]));
    const idle = idleIn(model, norms);
    for (const [step, norm] of norms) {
      if (!norm || step.node.shares !== undefined || !keysOf(step).every((key) => idle.get(key))) continue;
      const written = argOf(step, "bias")?.value.span;
      const fix = setArgument(step, "bias", "false");
      report(step, say`the bias is cancelled by ${norm.name}`, {
        ...(written && { span: written }),
        ...(fix && { fixes: [fix] }),
        related: [{ span: norm.step.node.opSpan, message: say`normalised here` }],
      });
    }
  },
});

const hasBias = ({ spelling, args, outcome }: Step): boolean =>
  args?.["bias"] === true &&
  outcome?.calls.length === 0 &&
  (spelling?.op.traits.includes("convolution") === true ||
    (spelling?.op.traits.includes("dense") === true && isFlat(outcome)));

/** Behind more than one axis a normalisation takes another one for the channels than a dense layer does. */
const isFlat = ({ outputs }: Outcome): boolean => outputs[0]?.length === 2;

/** What a bias is written in or belongs to: a text that several calls may share, and weights that several layers may. */
const keysOf = ({ node }: Step): readonly string[] => [`text ${node.opSpan.from}`, `weights ${node.shares ?? node.id}`];

/** Whether the bias is switched off or cancelled in every use; of a layer of which too little is known neither is certain. */
function idleIn({ steps }: Model, norms: ReadonlyMap<Step, unknown>): ReadonlyMap<string, boolean> {
  const idle = new Map<string, boolean>();
  for (const step of steps) {
    if (step.absent || step.node.either) continue;
    const here = step.args?.["bias"] === false || norms.get(step) !== undefined;
    for (const key of keysOf(step)) idle.set(key, here && idle.get(key) !== false);
  }
  return idle;
}

/** An input of a step that a tensor goes to; nothing where the model itself hands the tensor on. */
type Reader = { readonly step: Step; readonly input: number } | undefined;

/** Who reads the result of a step, choices between two results looked through. */
function readersIn({ graph, steps }: Model): (step: Step) => readonly Reader[] {
  const direct = new Map<number, Reader[]>();
  const add = (id: number | undefined, reader: Reader): void => {
    const known = direct.get(id ?? -1);
    if (known) known.push(reader);
    else direct.set(id ?? -1, [reader]);
  };
  for (const step of steps)
    if (!step.absent) step.node.inputs.forEach((edge, input) => add(edge.node, { step, input }));
  for (const edge of graph.outputs) add(edge.node, undefined);
  const through = (reader: Reader): readonly Reader[] => {
    if (!reader?.step.node.either) return [reader];
    const { node, outcome } = reader.step;
    const first = steps[node.inputs[0]?.node ?? -1];
    const taken = outcome && (first?.absent ? 1 : 0);
    return taken === undefined ? [reader] : taken === reader.input ? of(node.id) : [];
  };
  const of = (id: number): readonly Reader[] => (direct.get(id) ?? []).flatMap(through);
  return ({ node }) => of(node.id);
}

interface Norm {
  readonly step: Step;
  readonly name: Message;
}

/** The normalisation that is the only reader, and takes the mean away that the bias shifts. */
function cancels({ node }: Step, readers: readonly Reader[]): Norm | undefined {
  const [reader] = readers;
  if (readers.length !== 1 || !reader) return undefined;
  const { step, input } = reader;
  if (!step.spelling || !step.outcome || (step.node.training && !node.training) || hasOtherAxis(step)) return undefined;
  const op = onlyReader({ ...step.outcome, op: step.spelling.op }, input);
  if (!op || !isPerChannel(op)) return undefined;
  return { step, name: op === step.spelling.op ? say`${step.node.op}` : say`${op.name} in ${step.node.op}` };
}

type Call = Pick<Inner, "op" | "calls" | "results">;

/** The one operator inside a call that reads an input of it; none where there are several, or it is handed on. */
function onlyReader({ op, calls, results }: Call, port: number): Op | undefined {
  if (!calls.length) return op;
  const isInput = (source: Inner["inputs"][number]): boolean => source?.call === -1 && source.port === port;
  const inside = calls.flatMap((call) => call.inputs.map((source, input) => ({ call, source, input })));
  if (inside.some(({ source }) => !source) || results.some(isInput)) return undefined;
  const [first, ...others] = inside.filter(({ source }) => isInput(source));
  return first && !others.length ? onlyReader(first.call, first.input) : undefined;
}

/** Group and layer normalisations take one mean for several channels, which a bias of each does not shift alike. */
const isPerChannel = ({ name, traits }: Op): boolean =>
  traits.includes("normalisation") && /^(Batch|Instance)Norm/.test(name);

/** Keras normalises whatever axis it is told. */
const hasOtherAxis = ({ node, outcome }: Step): boolean =>
  node.args.some(
    ({ name, value }) =>
      name === "axis" &&
      !(value.kind === "number" && (value.value === -1 || value.value === (outcome?.outputs[0]?.length ?? 0) - 1)),
  );
