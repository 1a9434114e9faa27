import { type Memories, memoryIn } from "../analysis/infer-graph";
import { inferStep } from "../analysis/step";
import { outputsOf, type Step, weightsOf } from "../core/analysis";
import { portsOf } from "../core/axes";
import type { Shape } from "../core/dim";
import type { Arg, Edge, Node } from "../core/graph";
import type { Weight } from "../core/op";
import type { Problem } from "../core/problem";
import type { Span } from "../core/span";
import type { Vocabulary } from "../core/vocabulary";
import type { OtherFiles } from "./elsewhere";
import { missingBatches } from "./single";
import { type Arguments, isKind, type Layer, nowhere, type Obj, type Tensor, type Value } from "./values";

/** What was called under which condition: a branch that raised is left out, of another nobody knows whether it is taken. */
export type Doubt = "dropped" | "unsure";

/** Something that calls operators, from its first to before its last. */
interface Stretch {
  readonly from: number;
  to: number;
  result: Value | undefined;
}

/** A call of a module that is no layer. */
export interface ModuleCall extends Stretch {
  readonly of: Obj;
  readonly given: Arguments;
}

/** A statement with the value that it gives to somebody. */
export interface Ran extends Stretch {
  readonly span: Span;
}

/** Every call of an operator in the order of the run, each inferred as the analysis infers it. */
export class Trace {
  readonly nodes: Node[] = [];
  readonly steps: Step[] = [];
  /** Whose weights a call uses. */
  readonly layers = new Map<number, Obj>();
  readonly doubts = new Map<number, Doubt>();
  /** Calls of which there is something to tell. */
  readonly told = new Set<number>();
  /** What stands before the brackets where a layer is called. */
  readonly callees = new Map<number, Span>();
  /** Of tensors that no operator gives, the shapes of those that they are made of. */
  readonly sources = new Map<number, readonly (Shape | undefined)[]>();
  /** Each before those within it. */
  readonly modules: ModuleCall[] = [];
  readonly statements: Ran[] = [];
  /** Calls of layers with one image that has no axis for the batch. */
  readonly single = new Set<number>();
  /** Names of PyTorch that are asked for and of which nothing is known, with the places of that. */
  readonly unread = new Map<string, Set<number>>();
  /** Calls in the text of other files. */
  readonly inner = new Map<number, Span>();

  /** Of calls that are only tried, lest they push out what a file is asked for again and again. */
  private readonly others: Memories = new Map();

  constructor(
    readonly vocabulary: Vocabulary,
    private memories: Memories,
    /** Where those places are. */
    readonly files?: OtherFiles,
  ) {}

  get length(): number {
    return this.nodes.length;
  }

  /** Does something of which nothing stays here: neither its calls nor what is remembered of them. */
  apart(work: (from: number) => void): void {
    const { length, memories } = this;
    const [modules, statements] = [this.modules.length, this.statements.length];
    this.memories = this.others;
    try {
      work(length);
    } finally {
      this.memories = memories;
      for (let id = length; id < this.length; id++) {
        for (const map of [this.layers, this.doubts, this.told, this.single, this.sources, this.callees, this.inner])
          map.delete(id);
      }
      this.modules.length = modules;
      this.statements.length = statements;
      this.nodes.length = length;
      this.steps.length = length;
    }
  }

  /** What has come since a moment belongs to a branch that may not be taken. */
  unsure(from: number, raised: boolean): void {
    for (let id = from; id < this.length; id++)
      if (raised || !this.doubts.has(id)) this.doubts.set(id, raised ? "dropped" : "unsure");
  }

  /** An input of a model. */
  input(label: string, shape: Shape, span: Span): Tensor {
    const node = this.add({ ...bare(label, span), id: this.length, given: shape }, () => undefined);
    return { kind: "tensor", shape, node, port: 0, span };
  }

  /** A tensor that no operator gives. */
  made(
    shape: Shape | undefined,
    { span, callee, positional }: Arguments,
    more: Partial<Pick<Tensor, "learning" | "parameter" | "values" | "whole">>,
  ): Tensor {
    const weights: readonly Weight[] = [];
    const node: Node = {
      ...bare("", span),
      id: this.length,
      opSpan: callee,
      ...(shape && { made: { shape, weights } }),
    };
    const of = positional.flatMap(({ value }) => (isKind(value, "tensor") ? [value.shape] : []));
    if (of.length) this.sources.set(node.id, of);
    return { kind: "tensor", shape, node: this.add(node, () => undefined), port: 0, span, ...more };
  }

  /** A call of a module that is no layer. */
  within(of: Obj, given: Arguments, work: () => Value): Value {
    const call: ModuleCall = { of, given, from: this.length, to: this.length, result: undefined };
    this.modules.push(call);
    try {
      call.result = work();
      return call.result;
    } finally {
      call.to = this.length;
    }
  }

  /** What a statement that began at a moment gives to somebody. */
  ran(span: Span, from: number, result: Value): Value {
    if (from < this.length && span.from >= 0) this.statements.push({ span, from, to: this.length, result });
    return result;
  }

  call(
    op: string,
    inputs: readonly Value[],
    args: readonly Arg[],
    at: Arguments,
    layer: Obj | undefined,
    tell: (found: Problem) => void,
  ): readonly Tensor[] {
    const batches = missingBatches(op, inputs, args, this.vocabulary);
    if (batches) {
      const whole = inputs.map((input, i) => {
        const axis = batches.inputs[i];
        if (axis === undefined || !isKind(input, "tensor") || !input.shape) return input;
        const alone = this.made(input.shape.toSpliced(axis, 0, 1), at, {});
        this.single.add(alone.node);
        return { ...alone };
      });
      const outputs = this.call(op, whole, args, at, layer, tell);
      return outputs.map(({ shape }, i) => this.made(shape?.toSpliced(batches.outputs[i] ?? 0, 1), at, {}));
    }
    const made = layer?.module?.layer?.made;
    const edges = inputs.map((input, i): Edge => {
      const span = at.positional[i]?.span ?? at.span;
      if (!isKind(input, "tensor")) return { port: 0, span };
      const { node, port } = input.node === nowhere ? this.made(input.shape, at, {}) : input;
      return { node, port, span };
    });
    // Written out, since to spread another takes longer than to infer what is known.
    const opSpan = made?.callee ?? at.callee;
    const node: Node = { id: this.length, label: "", op, span: at.span, opSpan, inputs: edges, args };
    if (layer) {
      this.layers.set(node.id, layer);
      this.callees.set(node.id, at.callee);
    }
    const inner = made?.inner ?? at.inner;
    if (inner) this.inner.set(node.id, inner);
    const id = this.add(node, tell);
    const outputs = outputsOf(this.steps[id]);
    if (!outputs?.length) return [{ kind: "tensor", shape: undefined, node: id, port: 0 }];
    const whole = keepingType.test(op) ? wholeIn(inputs) : undefined;
    return outputs.map((shape, port) => ({ kind: "tensor", shape, node: id, port, ...(whole && { whole }) }));
  }

  /** Whether an equal call is refused where it reads tensors of these shapes. */
  refuses(node: Node, shapes: readonly (Shape | undefined)[]): boolean {
    const memory = memoryIn(this.others, this.vocabulary);
    const before: Step[] = [];
    for (const given of shapes) {
      const read = { ...bare("", node.span), id: before.length, ...(given && { given }) };
      before.push(inferStep(read, this.vocabulary, [], memory, () => undefined));
    }
    const inputs = node.inputs.map((edge, i) => (edge.node === undefined ? edge : { ...edge, node: i, port: 0 }));
    let isRefused = false;
    const tell = ({ severity }: Problem): void => {
      isRefused ||= severity === "error";
    };
    inferStep({ ...node, inputs }, this.vocabulary, before, memory, tell, true);
    return isRefused;
  }

  /** Certain where nothing before it has other than plain values; what exchanges axes or takes some of them leaves doubt. */
  isPacked(of: Tensor): boolean {
    const open = [of.node];
    for (const id of open) {
      const { op, given, made, inputs } = this.nodes[id] ?? {};
      if (given || (made && !this.sources.has(id)) || (op && packing.test(op))) continue;
      if (!op || !passing.test(op) || open.length > mostBefore) return false;
      for (const { node = nowhere } of inputs!) if (!open.includes(node)) open.push(node);
    }
    return true;
  }

  /** The parameters of a layer by the names that torch has for them; nothing where they hang on what is not known. */
  weights({ of, args, made: { span, callee } }: Layer): readonly Weight[] | undefined {
    const { op } = this.vocabulary.spellings.get(of.op) ?? {};
    const inputs = op ? portsOf(op.inputs).filter(({ optional }) => !optional) : [];
    // Of what reads tensors of any rank nothing can be inferred without one.
    if (op && !op.weights && inputs.some(({ axes }) => axes === "*" || axes.includes("..."))) return [];
    // What reads any shape has the same weights for each.
    const any = { outcome: { outputs: [[Number.NaN]] } } as unknown as Step;
    const node: Node = {
      ...bare("", span),
      id: 1,
      op: of.op,
      opSpan: callee,
      args,
      inputs: inputs.map(({ axes }) => ({ port: 0, ...(axes === "*" && { node: 0 }) })),
    };
    const { outcome } = inferStep(
      node,
      this.vocabulary,
      [any],
      memoryIn(this.memories, this.vocabulary),
      () => undefined,
    );
    return outcome && weightsOf(outcome).filter(({ kind }) => kind !== "state");
  }

  private add(node: Node, tell: (found: Problem) => void): number {
    const memory = memoryIn(this.memories, this.vocabulary);
    const noted = (found: Problem): void => {
      this.told.add(node.id);
      tell(found);
    };
    this.nodes.push(node);
    this.steps.push(inferStep(node, this.vocabulary, this.steps, memory, noted, true));
    return node.id;
  }
}

/** No tensor is followed further back. */
const mostBefore = 60;

/** What writes its result anew, one axis after another, and what does so where it is read so. */
const packing = /^(Linear|MatMul|Embedding)$/;
const passing =
  /^(Reshape|Flatten|(Conv|ConvTranspose|BatchNorm|MaxPool|AvgPool|AdaptiveAvgPool)\dd|ReLU6?|LeakyReLU|SiLU|GELU|Hardswish|Sigmoid|Tanh|Dropout|Softmax|LayerNorm|GroupNorm|Add|Multiply|Concat)$/;

/** Operators that give values of the type that they read. */
const keepingType =
  /^(Add|Subtract|Multiply|Sum|Reshape|Permute|Flatten|Transpose|Unsqueeze|Squeeze|Concat|Stack|Narrow|Select|Expand|Repeat|Chunk|Split)$/;

/** Whether all of them are whole numbers, or all truth values. */
function wholeIn(inputs: readonly Value[]): Tensor["whole"] {
  const [first, ...rest] = inputs.map((one) => (isKind(one, "tensor") ? one.whole : undefined));
  return rest.every((one) => one === first) ? first : undefined;
}

/** A node of which nothing is known but its place, so that no sum is told of a model that has it. */
export const bare = (label: string, span: Span): Omit<Node, "id"> => ({
  label,
  op: "",
  span,
  opSpan: span,
  inputs: [],
  args: [],
});
