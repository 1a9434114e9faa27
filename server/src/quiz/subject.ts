import { inferCall, remember } from "../analysis/infer";
import { type Model, type Outcome, outputsOf, type Step } from "../core/analysis";
import { type Tensors, tensorsOf } from "../core/axes";
import { image } from "../core/batch";
import { type Dim, isKnown, type Shape, showShape } from "../core/dim";
import type { Node, Row } from "../core/graph";
import { showAs } from "../core/value";
import type { Spelling, Vocabulary } from "../core/vocabulary";
import { layoutOf, parameterOf } from "../core/vocabulary";

type Args = { readonly [name: string]: unknown };

/** One call of an operator of which all is known, to ask something of. */
export interface Subject {
  readonly vocabulary: Vocabulary;
  readonly spelling: Spelling;
  readonly step: Step;
  readonly args: Args;
  readonly outcome: Outcome;
  /** What it reads, as the framework orders axes, with the batch. */
  readonly shapes: readonly Shape[];
  /** What the file calls it, where it is a layer of a model. */
  readonly label?: string;
}

/** The call of a step; nothing where something of it is open, or it gives more than one tensor. */
export function subjectOf(step: Step, steps: readonly Step[], vocabulary: Vocabulary): Subject | undefined {
  const { spelling, args, outcome, node, doubtful } = step;
  if (!spelling || !args || !outcome || doubtful || node.shares !== undefined || node.training) return undefined;
  const shapes = node.inputs.map((edge) => outputsOf(steps[edge.node ?? -1])?.[edge.port]);
  if (!shapes.length || shapes.some((shape) => shape === undefined)) return undefined;
  const subject = { vocabulary, spelling, step, args, outcome, shapes: shapes as readonly Shape[] };
  return outcome.outputs.length === 1 && [...subject.shapes, ...outcome.outputs].every(sizesIn) ? subject : undefined;
}

/** The calls that are written in a model, each once. */
export const subjectsIn = ({ graph, steps }: Model): readonly Subject[] =>
  steps.flatMap((step) => {
    const subject = step.node.row ? subjectOf(step, steps, graph.vocabulary) : undefined;
    return subject ? [{ ...subject, label: pathOf(step.node) }] : [];
  });

/** The sizes of one image, where all of them are numbers and the batch is still in front. */
export function sizesIn(shape: Shape): readonly number[] | undefined {
  const sizes = image(shape);
  const isPlain = (dim: Dim): dim is number => typeof dim === "number" && isKnown(dim);
  return sizes.length < shape.length && sizes.length > 0 && sizes.every(isPlain) ? (sizes as number[]) : undefined;
}

export const layoutIn = ({ spelling, args, vocabulary }: Subject) => layoutOf(spelling, args, vocabulary.layout);

/** What the call reads, by port and by the names of axes. */
export const inputsIn = (subject: Subject): Tensors =>
  tensorsOf(subject.spelling.op.inputs, subject.shapes, layoutIn(subject));

/** What comes out with other arguments or other inputs; nothing where the operator refuses them. */
export function again(subject: Subject, args: Args, inputs = inputsIn(subject)): Outcome | undefined {
  const found = inferCall(subject.spelling.op, inputs, args, remember(layoutIn(subject), subject.vocabulary.instead));
  return found.broken.length ? undefined : found;
}

/** `padding: 2`, or `padding=2` in a program. */
export function argument({ written }: Vocabulary, word: string, value: string): string {
  const text = written && (value === "true" || value === "false") ? written[value] : value;
  return `${word}${written?.assigns ?? ": "}${text}`;
}

/**
 * `Conv2d: { out_channels: 16, kernel_size: 3 }`, or `Conv2d(out_channels=16, kernel_size=3)` in a program; without some
 * parameters and with other arguments.
 */
export function callOf(
  { step: { node }, spelling, vocabulary }: Subject,
  without: readonly string[] = [],
  more: readonly string[] = [],
): string {
  const args = node.args.flatMap(({ name, value }) => {
    const param = name === undefined ? undefined : parameterOf(spelling, name);
    if (name === undefined || spelling.implied.includes(name) || (param !== undefined && without.includes(param)))
      return [];
    // In YAML a word needs no quotes, and what is written here is read by people.
    const isPlain = value.kind === "text" && !vocabulary.written;
    return [argument(vocabulary, name, isPlain ? value.value : showAs(value, vocabulary.literals))];
  });
  const all = [...args, ...more].join(", ");
  if (vocabulary.written) return `${node.op}(${all})`;
  return all ? `${node.op}: { ${all} }` : node.op;
}

export const shown = (shape: Shape): string => showShape(image(shape));

/** A layer with the rows around it, since layers of different calls of a block have the same names. */
export const pathOf = ({ label, row }: Pick<Node, "label" | "row">): string =>
  [...outerOf(row).map((outer) => outer.label), label].join(" › ");

const outerOf = (row: Row | undefined): readonly Row[] => (row?.outer ? [...outerOf(row.outer), row.outer] : []);
