import type { Dim } from "../core/dim";
import { isRequired, type Param as OpParam } from "../core/param";
import type { Call, Given, Leaf } from "./calls";
import type { Form, Forms, Layer, Source } from "./forms";
import { agree, Params, same, type Term } from "./scope";
import { Sizes } from "./sizes";

/** How a framework writes calls. */
export interface Style {
  /** Names that are no arguments. */
  readonly taken: Iterable<string>;
  /** The constructor of an operator. */
  callee(leaf: Leaf): string;
  value(given: Given): string;
  /** What comes in is known without being told. */
  readonly isLazy: boolean;
  readonly axisOf: (shape: readonly Dim[], axis: string) => Dim | undefined;
}

/** An argument of a constructor, in its place or by its name. */
export interface Argument {
  readonly word: string;
  readonly text: string;
  readonly isPositional: boolean;
}

/** One call in a layer, in all uses of the block: which of the copies it is, and what stands before it. */
export interface Pick {
  readonly layer: Layer;
  readonly at: number;
  readonly copy: number;
}

/** The texts of one block. */
export class Texts {
  readonly params: Params;
  /** Of nested calls, what each argument is told. */
  private readonly told = new Map<string, ReadonlyMap<string, Term>>();
  readonly sizes: Sizes;

  constructor(
    readonly form: Form,
    readonly forms: Forms,
    readonly inner: ReadonlyMap<Form, Texts>,
    readonly style: Style,
    readonly className: string,
    isModel: boolean,
  ) {
    this.params = new Params(form.bodies, isModel, style.isLazy, style.taken);
    this.sizes = new Sizes(this);
  }

  callsOf = ({ layer, copy }: Pick, at: number): readonly (Call | undefined)[] =>
    layer.slots.map((slot) => slot?.copies[copy]?.[at]);

  /** The arguments of an operator, or of a block. */
  argumentsOf(pick: Pick, all = false): readonly Argument[] {
    const calls = this.callsOf(pick, pick.at);
    const sample = calls.find((call) => call !== undefined)!;
    return sample.kind === "leaf" ? this.#ofLeaf(pick, sample, calls, all) : this.#ofBlock(pick, calls);
  }

  #ofLeaf(pick: Pick, sample: Leaf, calls: readonly (Call | undefined)[], all: boolean): readonly Argument[] {
    const { spelling } = sample;
    const leaves = calls as readonly (Leaf | undefined)[];
    const found: Argument[] = [];
    const words = [...new Set([...spelling.order, ...sample.args.keys()])];
    let inPlace = true;
    for (const word of words) {
      const state = sample.states.get(word);
      if (state) {
        const values = leaves.map((leaf) => leaf?.states.get(word)?.size);
        const text = this.#resolve(pick, word, values, { value: undefined }, sourceAt(pick, state.input), state.axis);
        found.push({ word, text, isPositional: inPlace });
        continue;
      }
      const given = leaves.map((leaf) => leaf?.args.get(word));
      const one = given.find((each) => each !== undefined);
      if (!one) {
        inPlace = false;
        continue;
      }
      const about: OpParam<unknown> | undefined = spelling.params[spelling.parameters.get(word) ?? ""];
      const isUsual = given.every(
        (each) => !each || (same(each.value, each.usual) && "usual" in each && !each.written),
      );
      if (isUsual && (!all || one.value === undefined || one.value === null || one.value === false)) {
        inPlace = false;
        continue;
      }
      inPlace &&= about !== undefined && isRequired(about);
      const text = this.#resolve(
        pick,
        word,
        given.map((each) => each?.value),
        one,
      );
      found.push({ word, text, isPositional: inPlace });
    }
    return found;
  }

  /** What each argument of a nested call is told. */
  toldAt(pick: Pick): ReadonlyMap<string, Term> {
    if (!this.told.has(keyOf(pick))) this.#ofBlock(pick, this.callsOf(pick, pick.at));
    return this.told.get(keyOf(pick))!;
  }

  #ofBlock(pick: Pick, calls: readonly (Call | undefined)[]): readonly Argument[] {
    const bodies = calls.map((call) => (call?.kind === "block" ? call.body : undefined));
    const sample = bodies.find((body) => body !== undefined)!;
    const inner = this.inner.get(this.forms.of(sample))!;
    const told = new Map<string, Term>();
    const found: Argument[] = [];
    let inPlace = true;
    for (const param of inner.params.told) {
      const values = bodies.map((body) => body && param.values[inner.form.bodies.indexOf(body)]);
      const written = sample.params.get(param.word)?.written;
      const source = param.reads && sourceAt(pick, param.reads.input);
      const { type = param.type } = sample.params.get(param.word) ?? {};
      const given: Given = { value: undefined, ...(type && { type }), ...(written !== undefined && { written }) };
      const isUsual =
        param.usual &&
        written === undefined &&
        values.every((one) => one === undefined || same(one, param.usual!.value));
      const text = isUsual
        ? param.usual!.text
        : this.#resolve(pick, param.text, values, given, source, param.reads?.axis);
      told.set(param.text, { text, values });
      if (isUsual) {
        inPlace = false;
        continue;
      }
      inPlace &&= !param.usual;
      found.push({ word: param.text, text, isPositional: inPlace });
    }
    this.told.set(keyOf(pick), told);
    return found;
  }

  #resolve(
    pick: Pick,
    word: string,
    values: readonly unknown[],
    given: Given,
    source?: Source | "before",
    axis?: string,
  ): string {
    const { params } = this;
    const there = values.filter((value) => value !== undefined);
    const first = there[0];
    const isFixed = there.every((value) => same(value, first));
    if (!params.isPlain) {
      const size = source && axis ? this.sizes.of(source, axis, pick) : undefined;
      if (size && agree(values, size.values)) return params.use(size.text);
      const said = given.written === undefined ? undefined : this.sizes.translated(given.written, pick.layer);
      const known = params.known.find(({ text }) => text === said);
      if (said !== undefined && (!known || agree(values, known.values))) return params.use(said);
    }
    const stem = `${pick.layer.sample.name ?? pick.layer.sample.stem}_${word}`;
    if (isFixed) {
      const isPart = !params.isPlain && there.length < values.length;
      return (isPart && params.saying(values, stem)) || this.style.value({ ...given, value: first });
    }
    // What it is may follow from what the block reads.
    if (!params.isPlain && this.style.isLazy) this.sizes.of({ input: 0 }, "C");
    return params.found(values, stem, given.type);
  }
}

export const keyOf = ({ layer, at, copy }: Pick): string => `${layer.index} ${at} ${copy}`;

/** What the call reads: what stands before it in its layer, or what the layer reads. */
export const sourceAt = ({ layer, at, copy }: Pick, input: number): Source | "before" | undefined =>
  at > 0 || copy > 0 ? "before" : layer.reads[input];
