import { countsOf, type Model, macsOf, shapeAt } from "../core/analysis";
import { add, type Shape, showDim, showShape } from "../core/dim";
import { flowOf } from "../core/flow";
import type { Node } from "../core/graph";
import { type Message, say } from "../core/message";
import type { Span } from "../core/span";
import { parse } from "../formats/index";
import { readLayers } from "../formats/native/read-layers";
import { Rows, type Written } from "../program/bodies";
import { Unsayable } from "../program/calls";
import { kerasProgram } from "../program/keras/program";
import { inKeras } from "../program/keras/say";
import { pytorchProgram } from "../program/pytorch/program";
import { inPytorch } from "../program/pytorch/say";
import { Speaker } from "../program/speaker";
import type { Understood } from "../service";
import type { Document } from "../tree/document";
import { entryOf, textOf } from "../tree/tree";

/** Why there is no program, and where that is written. */
export interface Refused {
  readonly why: Message;
  readonly span?: Span;
}

const frameworks = {
  pytorch: { target: inPytorch, write: pytorchProgram },
  keras: { target: inKeras, write: kerasProgram },
};

/** What a program can be written for. */
export type Framework = keyof typeof frameworks;

/** As they are called. */
export const programForms = Object.keys(frameworks) as readonly Framework[];

type Source = Pick<Understood, "analysis" | "format" | "native">;
type Read = (path: string, text: string) => Understood | undefined;

/** A model of a file as a program for a framework, or why there is none. What comes out is read, and compared with the model. */
export function programOf(
  path: string,
  text: string,
  understood: Source,
  model: Model,
  read: Read,
  to: Framework = "pytorch",
): string | Refused {
  const error = understood.analysis.problems.find(
    ({ severity, scales }) => severity === "error" && (!scales || !model.id || scales.includes(model.id)),
  );
  if (error) return { why: say`the file has an error: ${error.message}`, span: error.span };
  const native = understood.native?.(model.id);
  if (native) {
    if (!("text" in native)) return { why: native, ...("span" in native && { span: native.span as Span }) };
    const again = read(native.name, native.text);
    const [same] = again?.analysis.models ?? [];
    return again && same ? programOf(native.name, native.text, again, same, read, to) : { why: say`it is no model` };
  }
  try {
    const document = understood.format === "python" ? undefined : parse(path, text);
    const title = textOf(entryOf(document?.root, "name")?.value) ?? model.graph.program?.modules[0]?.op ?? stemOf(path);
    const { target, write } = frameworks[to];
    const program = write(new Rows(model, writtenIn(document), new Speaker(model, target)).whole(title), title);
    const unlike = unlikeProgram(model, read("program.py", program), to);
    return unlike ? { why: say`the program would not be this model: ${unlike}` } : program;
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error;
    return { why: error.why, ...(error.span && { span: error.span }) };
  }
}

const stemOf = (path: string): string => /([^/\\]+?)(?:\.cnn)?(?:\.\w+)?$/.exec(path)?.[1] ?? "model";

function writtenIn(document: Document | undefined): Written {
  if (!document) return { blocks: new Map(), items: [] };
  const { blocks, body } = readLayers(document.root, document.text);
  return { blocks, items: body.items };
}

/** In what a program that is read back is not the model that it was made of; nothing where it is the same. */
export function unlikeProgram(
  before: Model,
  back: Understood | undefined,
  to: Framework = "pytorch",
): Message | undefined {
  const error = back?.analysis.problems.find(({ severity }) => severity === "error");
  if (error) return error.message;
  const [after, ...more] = back?.analysis.models ?? [];
  if (!after || more.length) return say`it cannot be read back`;
  const isMoved = before.graph.vocabulary.layout !== after.graph.vocabulary.layout;
  // A program for Keras is of the model as it is trained, which gives more than it does afterwards.
  const isWhole = to === "keras";
  const count = isWhole ? before.graph.outputs.length : undefined;
  const [was, is] = [before, after].map((model) => factsOf(model, isMoved, isWhole, count)) as [Facts, Facts];
  if (was.shape !== is.shape) return say`it would give ${is.shape}, not ${was.shape}`;
  if (was.parameters !== is.parameters) return say`it would have ${is.parameters} parameters, not ${was.parameters}`;
  if (was.macs !== is.macs) return say`it would take ${is.macs} MACs, not ${was.macs}`;
  const [lost] = was.layers.filter((layer, i) => layer !== is.layers[i]);
  return lost === undefined ? undefined : say`a layer would not be the same: ${lost}`;
}

/** Sizes of images are compared in any order where the channels are first in one and last in the other. */
function factsOf(model: Model, isMoved: boolean, isWhole: boolean, outputs?: number) {
  const steps = isWhole ? model.steps.map(({ node, ...step }) => ({ ...step, node: unbound(node) })) : model.steps;
  const { trainable, frozen } = countsOf(model.steps);
  const shown = (shape: Shape | undefined): string => {
    if (!shape) return "?";
    return isMoved ? shape.slice(1).map(showDim).sort().join("×") : showShape(shape.slice(1));
  };
  return {
    shape: model.graph.outputs
      .slice(0, outputs)
      .map((edge) => shown(shapeAt(model, edge)))
      .join(" "),
    parameters: showDim(add(trainable, frozen)),
    macs: showDim(macsOf(steps)),
    layers: layersIn(model, isWhole),
  };
}

type Facts = ReturnType<typeof factsOf>;

/** As it is in training. */
const unbound = ({ training: _, ...node }: Node): Node => node;

/** Every layer that has weights; of one that multiplies, also what it gives, whatever the order of axes. */
const layersIn = (model: Model, isWhole: boolean): string[] =>
  flowOf(model).flatMap(({ outcome, outputs, step }) => {
    const { trainable = 0, frozen = 0 } = step.node.shares === undefined ? (outcome?.counts ?? {}) : {};
    const count = showDim(add(trainable, frozen));
    const macs = showDim(outcome?.macs ?? 0);
    if ((step.node.training && !isWhole) || (count === "0" && macs === "0")) return [];
    if (macs === "0") return count;
    return `${count} · ${macs} · ${outputs.map((shape) => shape.slice(1).map(showDim).sort().join("×")).join(" ")}`;
  });
