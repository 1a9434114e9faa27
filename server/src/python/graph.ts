import { outputsOf, type Step } from "../core/analysis";
import { portsOf } from "../core/axes";
import { isKnown } from "../core/dim";
import type { Edge, Node, ReadModel, Reruns, Row } from "../core/graph";
import { say } from "../core/message";
import type { Related } from "../core/problem";
import type { Span } from "../core/span";
import type { Attempt, ModelRun } from "./attempt";
import { blameIn, type Drawn } from "./blame/index";
import { CalledAt } from "./called-at";
import { inWords, type RowPlace, rowOf } from "./graph-rows";
import { modulesIn } from "./nn/attributes";
import { frozenIn, isLearning, tiedTo } from "./nn/parameters";
import { type Places, programOf } from "./program-of";
import type { Source } from "./source";
import { bare, type Trace } from "./trace";
import { isKind, type Obj, type Tensor, type Value } from "./values";

/** The run for any number of images where it says as much as the one that the program makes, else that. */
export function chosen({ exact, open }: ModelRun, trace: Trace): Attempt {
  for (const id of trace.single) if (id >= exact.from && id < exact.to) return exact;
  if (!open || open.to - open.from !== exact.to - exact.from || !open.fault !== !exact.fault) return exact;
  for (let i = 0; open.from + i < open.to; i++) {
    const [a, b] = [open.from + i, exact.from + i].map((id) => outputsOf(trace.steps[id])?.flat());
    if (trace.nodes[open.from + i]!.op !== trace.nodes[exact.from + i]!.op) return exact;
    if (!a !== !b || a?.some((dim, axis) => !isKnown(dim) && isKnown(b?.[axis] ?? dim))) return exact;
  }
  return open;
}

/** A run of a model as the graph that all of the analysis knows. */
export function drawn(
  of: Obj,
  taken: Attempt | undefined,
  trace: Trace,
  source: Source,
  reruns?: Reruns,
): Omit<ReadModel, "id" | "problems"> {
  const drawing = new Drawing(of, trace, taken, source, reruns);
  for (let id = taken?.from ?? 0; id < (taken?.to ?? 0); id++) drawing.node(id);
  drawing.rest(taken?.to ?? 0);
  const { nodes, rows } = drawing;
  const outputs = drawing.edgesOf(taken?.output);
  const isWhole = taken !== undefined && !taken.fault && !drawing.escapes;
  const program = programOf(of, taken, trace, drawing);
  const loose = !isWhole && { loose: true as const };
  const again = reruns && { reruns };
  const graph = { vocabulary: trace.vocabulary, nodes, rows, outputs, program, ...again, ...loose };
  return { graph, blame: told(blameIn(drawing), drawing), inferred: drawing.inferred };
}

type Blame = NonNullable<ReadModel["blame"]>;

/** What is called in another file is told where this one comes to it, with the place there. */
const told =
  (blame: Blame, { inner, trace: { files } }: Drawing): Blame =>
  (problem, node) => {
    const found = blame(problem, node);
    const at = inner.get(node.id);
    const elsewhere = at && files?.placeOf(at);
    if (!elsewhere) return found;
    const place: Related = { span: found.span, message: say`it fails here`, elsewhere };
    return { ...found, related: [...(found.related ?? []), place] };
  };

class Drawing implements Drawn, Places {
  readonly nodes: Node[] = [];
  readonly rows: Row[] = [];
  /** Something is done to values that no operator is known for, or nobody knows whether it is done. */
  escapes = false;
  /** Of nodes of the graph, the places in other files. */
  readonly inner = new Map<number, Span>();
  /** What need not be inferred again. */
  readonly inferred = new Map<number, Step>();
  private readonly known = new Map<number, Step>();
  private readonly called = new Map<number, Obj>();
  /** By a node of the trace, its place in the graph. */
  private readonly places = new Map<number, number>();
  private readonly paths: ReadonlyMap<Obj, string>;
  readonly owners = new Map<Obj, number>();
  readonly starts = new Map<number, number>();
  private readonly parameters = new Map<number, { readonly name: string; readonly of: Tensor }>();
  private readonly calledAt: CalledAt;
  /** Where layers were made that are called and no part of the model, how many each. */
  private readonly replaced = new Map<number, number>();

  constructor(
    private readonly of: Obj,
    readonly trace: Trace,
    taken: Attempt | undefined,
    readonly source: Source,
    readonly reruns: Reruns | undefined,
  ) {
    this.calledAt = new CalledAt(trace, taken);
    const modules = modulesIn(of);
    this.paths = new Map(modules.map(([path, one]) => [one, path]));
    for (const [path, { module }] of modules)
      for (const [name, value] of module?.parameters ?? [])
        if (isKind(value, "tensor"))
          this.parameters.set(value.node, { name: path ? `${path}.${name}` : name, of: value });
  }

  labelOf = (id: number): string => {
    const place = this.places.get(id);
    return place === undefined ? "" : this.nodes[place]!.label;
  };

  parametersOf = ({ module }: Obj): readonly number[] =>
    [...(module?.parameters.values() ?? [])].flatMap((value) =>
      isKind(value, "tensor") ? (this.places.get(value.node) ?? []) : [],
    );

  stepAt = (place: number): Step | undefined => this.known.get(place);
  layerAt = (place: number): Obj | undefined => this.called.get(place);

  /** One call of the run. */
  node(id: number): void {
    const { layers, doubts, nodes, steps } = this.trace;
    this.starts.set(id, this.nodes.length);
    if (doubts.get(id) === "dropped") return;
    const node = nodes[id]!;
    this.escapes ||= doubts.has(id) || (!node.given && !steps[id]!.spelling);
    const layer = layers.get(id);
    const inputs = node.inputs.map((edge) => this.moved(edge));
    const shares = layer && this.owners.get(layer);
    const path = layer && this.paths.get(layer);
    const label = path === undefined ? node.label || node.op : inWords(path, node.op);
    const own = shares === undefined ? { ...this.frozen(layer), ...this.tied(layer) } : {};
    const place = this.add(
      { ...node, label, inputs, ...own, ...(shares !== undefined && { shares }) },
      node.op === "" ? undefined : { ...this.calledAt.of(id, node.span, layer), ...(path && { name: path }) },
    );
    this.places.set(id, place);
    const step = steps[id]!;
    this.known.set(place, step);
    if (step.outcome && step.spelling && !step.doubtful && !own.frozen && !own.tied && !this.trace.told.has(id))
      this.inferred.set(place, step);
    if (layer) this.called.set(place, layer);
    const inner = this.trace.inner.get(id);
    if (inner) this.inner.set(place, inner);
    if (layer && shares === undefined) {
      this.owners.set(layer, place);
      if (path === undefined) this.count(layer, 1);
    }
    // Of two branches that both ran only one is taken, so that what is added up here is not what runs.
    if (doubts.get(id) === "unsure" && steps[id]!.spelling) this.add(bare(node.label, node.span));
  }

  /** What the model has and no call uses: its weights count all the same. */
  rest(end: number): void {
    this.starts.set(end, this.nodes.length);
    for (const id of this.parameters.keys()) this.made(id);
    for (const [path, one] of modulesIn(this.of)) {
      const { layer } = one.module ?? {};
      if (
        !layer &&
        (one.open || (one.module && [...one.module.modules.values()].some((part) => isKind(part, "unknown"))))
      )
        this.owners.set(one, this.add(bare(path, one.made.span)));
      // A layer that is made anew in each run is not there twice.
      if (!layer || this.owners.has(one) || this.count(one, -1) >= 0) continue;
      const { op } = this.trace.vocabulary.spellings.get(layer.of.op) ?? {};
      const inputs = op ? portsOf(op.inputs).filter(({ optional }) => !optional) : [];
      // What reads tensors of any rank and has no weights adds nothing, and nothing can be inferred of it.
      if (op && !op.weights && inputs.some(({ axes }) => axes === "*" || axes.includes("..."))) continue;
      const { span, callee } = layer.made;
      const node = {
        ...bare(inWords(path, layer.of.op), span),
        op: layer.of.op,
        opSpan: callee,
        args: layer.args,
        training: true as const,
      };
      this.owners.set(
        one,
        this.add(
          {
            ...node,
            ...this.frozen(one),
            ...this.tied(one),
            inputs: inputs.map(({ axes }) => this.readAnyhow(axes, span)),
          },
          { span, ...(path && { name: path }) },
        ),
      );
    }
  }

  /** What a layer reads that is never called; where any shape will do, one stands for it. */
  private readAnyhow(axes: string, span: Span): Edge {
    if (axes !== "*") return { port: 0 };
    return { port: 0, node: this.add({ ...bare("", span), made: { shape: [Number.NaN], weights: [] } }) };
  }

  private count(layer: Obj, more: 1 | -1): number {
    const { from } = layer.module!.layer!.made.callee;
    const count = (this.replaced.get(from) ?? 0) + more;
    this.replaced.set(from, Math.max(0, count));
    return count;
  }

  /** Which of its weights the program does not train. */
  private frozen(layer: Obj | undefined): Pick<Node, "frozen"> {
    const names = layer ? frozenIn(layer) : [];
    if (!names) this.add(bare(this.paths.get(layer!) ?? "", layer!.made.span));
    return names?.length ? { frozen: names } : {};
  }

  /** Which of its weights are weights of the model elsewhere. */
  private tied(layer: Obj | undefined): Pick<Node, "tied"> {
    const names = (layer?.module?.own ?? []).flatMap(([name, one]) => {
      const other = tiedTo(one);
      const isThere = other && (this.parameters.has(other.node) || this.isOfLayer(other));
      return isThere ? [name] : [];
    });
    return names.length ? { tied: names } : {};
  }

  private isOfLayer({ learning }: Tensor): boolean {
    const parts = [...this.paths.keys()].flatMap(({ module }) => module?.own ?? []);
    return parts.some(([, one]) => isKind(one, "tensor") && learning !== undefined && one.learning?.of === learning.of);
  }

  edgesOf(value: Value | undefined): readonly Edge[] {
    if (value === undefined || value === null || typeof value !== "object") return [];
    if (value.kind === "tensor")
      return this.places.has(value.node) ? [this.moved({ node: value.node, port: value.port })] : [];
    if (value.kind === "tuple" || value.kind === "list") return value.items.flatMap((item) => this.edgesOf(item));
    if (value.kind === "dict") return [...value.entries.values()].flatMap(([, item]) => this.edgesOf(item));
    return [];
  }

  private moved(edge: Edge): Edge {
    if (edge.node === undefined) return edge;
    const { node: _, ...rest } = edge;
    const place = this.places.get(edge.node) ?? this.made(edge.node);
    return place === undefined ? rest : { ...rest, node: place };
  }

  /** A tensor from outside of the run: a parameter, or what the program has made before. */
  private made(id: number): number | undefined {
    const known = this.places.get(id);
    const [shape] = outputsOf(this.trace.steps[id]) ?? [];
    if (known !== undefined || !shape) return known;
    const { name = "", of } = this.parameters.get(id) ?? {};
    const learns = of && isLearning(of);
    const kind = learns === false ? ("frozen" as const) : ("trainable" as const);
    const weights = of ? [{ name, dims: shape, kind }] : [];
    // Of which nobody knows whether it is trained.
    if (of && typeof learns !== "boolean") this.add(bare(name, this.trace.nodes[id]!.span));
    const place = this.add({ ...bare(name, this.trace.nodes[id]!.span), made: { shape, weights } });
    this.places.set(id, place);
    return place;
  }

  private add(node: Omit<Node, "id">, place?: RowPlace): number {
    const id = this.nodes.length;
    const row = place && rowOf(node, place, this.rows.length, this.nodes);
    if (row) this.rows.push(row);
    this.nodes.push({ ...node, id, ...(row && { row }) });
    return id;
  }
}
