import { type Model, type Step, shapeAt } from "../core/analysis";
import type { Shape } from "../core/dim";
import type { Edge, Row } from "../core/graph";
import { say } from "../core/message";
import { type SizeName, type Sizes, settle, type Value } from "../core/value";
import type { Layout } from "../core/vocabulary";
import type { Block, Blocks } from "../formats/native/block";
import type { Item } from "../formats/native/item";
import { type Body, type Call, type Given, type Slot, Unsayable, type Wire } from "./calls";
import { Modules } from "./modules";
import { stemOf } from "./names";
import { plainOf } from "./plain";
import type { Speaker } from "./speaker";

/** What the text of a model says beside its graph. */
export interface Written {
  readonly blocks: Blocks;
  readonly items: readonly Item[];
}

/** The rows of a model as lists of layers, blocks with all that is in them. */
export class Rows {
  readonly #known = new Map<Row, readonly Call[]>();

  constructor(
    private readonly model: Model,
    private readonly written: Written,
    private readonly speaker: Speaker,
  ) {}

  whole(name: string): Body {
    const { graph } = this.model;
    const inputs = graph.nodes.filter(({ given }) => given);
    return {
      block: name,
      names: inputs.map(({ label }) => label),
      inputs: inputs.map(({ id }) => wire({ node: id, port: 0 })),
      shapes: inputs.map(({ id }) => this.speaker.shapeAt({ node: id, port: 0 })!),
      slots: graph.program
        ? new Modules(this.model, this).slots()
        : this.#slotsOf(graph.rows, this.written.items, false),
      results: graph.outputs.map(this.wire),
      params: new Map(),
    };
  }

  /** A learned tensor that stands for itself. */
  parameter = (id: number): Slot | undefined => {
    const { made, label } = this.model.graph.nodes[id]!;
    if (!made?.weights.length) return undefined;
    const name = label.replaceAll(".", "_");
    const gives = [wire({ node: id, port: 0 })];
    return { id: "", name, stem: "weight", copies: [], reads: [], gives, training: false, parameter: made.shape };
  };

  shapeAt = (wire: Wire): Shape => {
    const [node, port] = wire.split(".").map(Number) as [number, number];
    const shape = this.speaker.shapeAt({ node, port });
    if (!shape) throw new Unsayable(say`${this.model.graph.nodes[node]?.label ?? ""} is not known well enough`);
    return shape;
  };

  slot = (row: Row): Slot => {
    const isBare = row.nodes.every((id) => !this.model.steps[id]!.outcome?.weights.length);
    return { ...this.#slotsOf([row], [], false)[0]!, isBare };
  };

  #slotsOf(rows: readonly Row[], items: readonly Item[], isTraining: boolean): readonly Slot[] {
    return rows.flatMap((row, at): readonly Slot[] => {
      const item = items[at];
      if (row.nodes.length === 1 && this.speaker.isTurned(row.nodes[0]!)) return [];
      const copies = this.#copiesOf(row);
      const shares = this.#sharedBy(row, rows);
      const [times, when] = [formulaIn(row.times), formulaIn(item?.when)];
      const slot: Slot = {
        id: String(row.index),
        ...(row.name !== undefined && { name: row.name.replaceAll(".", "_") }),
        stem: stemOf(row.op),
        span: row.opSpan,
        copies,
        ...(times !== undefined && { times }),
        ...(when !== undefined && { when }),
        reads: row.inputs.map(this.wire),
        gives: copies.length ? this.#givesOf(row) : row.inputs.slice(0, 1).map(this.wire),
        training: !isTraining && this.#isTraining(row),
        ...(shares !== undefined && { shares }),
      };
      return [slot];
    });
  }

  /** An operator has all of its ports; a row has the first of them. */
  #givesOf(row: Row): readonly Wire[] {
    const [edge, ...more] = row.outputs.map(this.#real);
    if (more.length || !edge) return row.outputs.map(this.wire);
    const own = edge.port === 0 && row.nodes.includes(edge.node ?? -1);
    const ports = own ? (this.model.steps[edge.node!]!.outcome?.outputs.length ?? 1) : 1;
    return ports > 1 ? Array.from({ length: ports }, (_, port) => wire({ ...edge, port })) : [wire(edge)];
  }

  #copiesOf(row: Row): readonly (readonly Call[])[] {
    if (row.repeats === 0 || this.#isAbsent(row)) return [];
    if (row.rows.length && row.rows[0]!.opSpan === row.opSpan) return row.rows.map((copy) => this.#callsOf(copy));
    return [this.#callsOf(row)];
  }

  #callsOf(row: Row): readonly Call[] {
    const known = this.#known.get(row);
    if (known) return known;
    const block = this.written.blocks.get(row.op);
    const calls = block ? [{ kind: "block" as const, body: this.#bodyOf(row, block) }] : this.#leavesOf(row);
    this.#known.set(row, calls);
    return calls;
  }

  #leavesOf(row: Row): readonly Call[] {
    return row.nodes.flatMap((id) => {
      const step = this.model.steps[id]!;
      const { node } = step;
      if (node.either || step.absent || this.#isApplied(step, row)) return [];
      const shapes = node.inputs.map((edge) => shapeAt(this.model, this.#real(edge)));
      if (!step.spelling || !step.args || !step.outcome?.outputs.length || shapes.some((shape) => !shape))
        throw new Unsayable(say`${row.op || row.label} is not known well enough`, row.opSpan);
      try {
        return this.speaker.step({ ...step, node: { ...node, inputs: node.inputs.map(this.#real) } });
      } catch (error) {
        throw error instanceof Unsayable && !error.span ? new Unsayable(error.why, node.opSpan) : error;
      }
    });
  }

  /** A function that an argument names is said by that argument. */
  #isApplied({ node }: Step, row: Row): boolean {
    const [first] = row.nodes.map((id) => this.model.steps[id]!);
    if (!first?.spelling?.applies.length || row.nodes.length < 2) return false;
    if (this.speaker.isNative) return first.node !== node;
    // What it applies is all that it does.
    return first.node === node && first.spelling.applies.some((word) => word in first.spelling!.op.params);
  }

  #bodyOf(row: Row, { body, params }: Block): Body {
    const shapes = row.inputs.map((edge) => this.speaker.shapeAt(this.#real(edge)));
    if (shapes.some((shape) => !shape)) throw new Unsayable(say`${row.op} is not known well enough`, row.opSpan);
    return {
      block: row.op,
      names: body.inputs,
      inputs: row.inputs.map(this.wire),
      shapes: shapes as readonly Shape[],
      slots: this.#slotsOf(row.rows, body.items, this.#isTraining(row)),
      results: row.outputs.map(this.wire),
      params: new Map(
        [...(row.params ?? [])].map(([name, value]) => [name, givenOf(value, this.#sizes, params.get(name))]),
      ),
    };
  }

  #sizes: Sizes = (node, port, axis: SizeName) => {
    const shape = shapeAt(this.model, this.#real({ node, port }));
    const [channels, height, width] = shape ? inOrder(shape.slice(1), this.model.graph.vocabulary.layout) : [];
    return { channels, height, width }[axis] ?? Number.NaN;
  };

  #stepsOf = (row: Row): readonly Step[] => [
    ...row.nodes.map((id) => this.model.steps[id]!),
    ...row.rows.flatMap(this.#stepsOf),
  ];

  #isTraining(row: Row): boolean {
    const steps = this.#stepsOf(row);
    return steps.length > 0 && steps.every(({ node }) => node.training);
  }

  #isAbsent(row: Row): boolean {
    const steps = this.#stepsOf(row).filter(({ node }) => !node.either);
    return steps.length > 0 && steps.every(({ absent }) => absent);
  }

  #sharedBy(row: Row, rows: readonly Row[]): string | undefined {
    const shares = this.#stepsOf(row)[0]?.node.shares;
    if (shares === undefined) return undefined;
    const owner = rows.find((other) => other !== row && this.#stepsOf(other).some(({ node }) => node.id === shares));
    return owner && String(owner.index);
  }

  /** Of a choice, what is chosen. */
  #real = (edge: Edge): Edge => {
    const step = this.model.steps[edge.node ?? -1];
    if (!step?.node.either) return edge;
    const [first, second] = step.node.inputs;
    return this.#real(this.model.steps[first?.node ?? -1]?.absent ? second! : first!);
  };

  wire = (edge: Edge): Wire => {
    const { node = -1, ...real } = this.#real(edge);
    return this.speaker.isTurned(node) ? this.wire(this.model.graph.nodes[node]!.inputs[0]!) : wire({ node, ...real });
  };
}

const inOrder = (sizes: Shape, layout: Layout): Shape =>
  layout === "channels-last" ? [...sizes.slice(-1), ...sizes.slice(0, -1)] : sizes;

const wire = ({ node, port }: Edge): Wire => `${node}.${port}`;

/** The argument of a block, and its default where that is a plain value. */
function givenOf(value: Value, sizes: Sizes, usual: Value | undefined): Given {
  // A default speaks of the other parameters of the block, not of what stands where it is called.
  const own = formulaOf(value);
  const written = usual && formulaOf(usual) === own ? undefined : own;
  const isPlain = usual && usual.kind !== "null" && !(usual.kind === "text" && usual.value.startsWith("$"));
  return {
    value: plainOf(settle(value, sizes)),
    ...(isPlain && { usual: plainOf(usual) }),
    ...(written !== undefined && { written }),
  };
}

/** The expression that a value was computed from. */
export function formulaOf({ note, ...value }: Value): string | undefined {
  const [text] = note?.values ?? [];
  if (typeof text === "string" && text.startsWith("$")) return text;
  return formulaIn(value as Value);
}

const formulaIn = (value: Value | undefined): string | undefined =>
  value?.kind === "text" && value.value.startsWith("$") ? value.value : undefined;
