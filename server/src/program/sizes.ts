import type { Call, Leaf } from "./calls";
import type { Form, Layer, Source } from "./forms";
import { translated } from "./formula";
import { agree, isName, type Term, tight } from "./scope";
import { type Pick, sourceAt, type Texts } from "./texts";

/** How many channels or features tensors of a block have, in words of its program. */
export class Sizes {
  readonly #outs = new Map<string, Term | undefined>();

  constructor(private readonly texts: Texts) {}

  /** An expression of the file in the words of the program. */
  translated(written: string, layer: Layer): string | undefined {
    return translated(written, (name) => {
      const own = this.texts.params.own(name);
      if (own) return own.text;
      const [, of, size] = /^(.*)\.(\w+)$/.exec(name) ?? [];
      if (of === undefined || size !== "channels") return undefined;
      const source = this.#named(of, layer);
      return source && this.of(source, "C")?.text;
    });
  }

  #named(name: string, before: Layer): Source | undefined {
    const [first] = this.texts.form.bodies;
    const input = name === "input" ? 0 : first!.names.indexOf(name);
    if (input >= 0) return { input };
    const layer = this.texts.form.layers.find((one) => one.sample.name === name && one.index < before.index);
    return layer && { layer, port: 0 };
  }

  /** How many channels or features something has, in words. */
  of(source: Source | "before", axis: string, pick?: Pick): Term | undefined {
    if (source === "before") return pick && this.#before(pick, axis);
    if ("input" in source) return this.#sizeOfInput(source.input, axis);
    // Where it is not, something else comes through, which no word of it says.
    if (source.layer.slots.includes(undefined)) return undefined;
    const key = `${source.layer.index} ${source.port} ${axis}`;
    if (!this.#outs.has(key)) {
      this.#outs.set(key, undefined);
      this.#outs.set(key, this.#out(source.layer, axis));
    }
    return this.#outs.get(key);
  }

  #sizeOfInput(input: number, axis: string): Term | undefined {
    const { bodies } = this.texts.form;
    const [{ names }] = bodies as [Form["bodies"][number]];
    const values = bodies.map(({ shapes }) => this.texts.style.axisOf(shapes[input]!, axis));
    const size = axis === "C" ? "channels" : "features";
    const stem = names.length > 1 ? `${names[input]}_${size}` : `in_${size}`;
    return this.texts.params.read(input, axis, stem, values);
  }

  #before({ layer, at, copy }: Pick, axis: string): Term | undefined {
    if (at > 0) return this.#outOf({ layer, at: at - 1, copy }, axis);
    const calls = layer.sample.copies[0]!.length;
    return this.#outOf({ layer, at: calls - 1, copy: Math.max(0, copy - 1) }, axis);
  }

  #out(layer: Layer, axis: string): Term | undefined {
    const calls = layer.sample.copies[0]?.length;
    return calls === undefined ? undefined : this.#outOf({ layer, at: calls - 1, copy: 0 }, axis);
  }

  #outOf(pick: Pick, axis: string): Term | undefined {
    const calls = this.texts.callsOf(pick, pick.at);
    const sample = calls.find((call) => call !== undefined);
    if (!sample) return undefined;
    if (sample.kind === "block") return this.#outOfBlock(pick, calls, axis);
    const values = calls.map((call) =>
      call?.kind === "leaf" ? this.texts.style.axisOf(call.outputs[0]!, axis) : undefined,
    );
    const made = this.#stated(pick, sample, values);
    if (made) return made;
    const reads = pick.layer.reads.map((_, i) => this.of(sourceAt(pick, i)!, axis, pick));
    const [first] = reads;
    if (first && agree(values, first.values)) return first;
    if (reads.length < 2 || !reads.every((one) => one !== undefined)) return undefined;
    const sums = values.map((_, i) => sum(reads.map((one) => one.values[i])));
    return agree(values, sums) ? { text: summed(reads.map(({ text }) => text)), values } : undefined;
  }

  /** Where an argument says how many come out. */
  #stated(pick: Pick, sample: Leaf, values: readonly unknown[]): Term | undefined {
    const word = [...sample.args.keys()].find((one) =>
      /^out_(channels|features)$/.test(sample.spelling.parameters.get(one) ?? ""),
    );
    const found = word === undefined ? undefined : this.texts.argumentsOf(pick).find((one) => one.word === word);
    return found && { text: found.text, values };
  }

  #outOfBlock(pick: Pick, calls: readonly (Call | undefined)[], axis: string): Term | undefined {
    const bodies = calls.map((call) => (call?.kind === "block" ? call.body : undefined));
    const inner = this.texts.inner.get(this.texts.forms.of(bodies.find((body) => body)!))!;
    const [result] = inner.form.results;
    const size = result && inner.sizes.of(result, axis);
    if (!size) return undefined;
    const told = this.texts.toldAt(pick);
    const values = bodies.map((body) => body && size.values[inner.form.bodies.indexOf(body)]);
    let isKnown = true;
    const text = size.text.replace(/[A-Za-z_]\w*/g, (name) => {
      const own = told.get(name) ?? this.#lent(inner, name, pick, bodies);
      isKnown &&= own !== undefined;
      return own ? (isName(size.text) ? own.text : tight(own.text)) : name;
    });
    return isKnown ? { text: text.replace(/^\((\w+) \+ (\d+)\) \+ (\d+)$/, sumOf), values } : undefined;
  }

  /** What a block reads and need not be told. */
  #lent(inner: Texts, name: string, pick: Pick, bodies: readonly unknown[]): Term | undefined {
    const param = inner.params.known.find(({ text }) => text === name);
    const source = param?.reads && sourceAt(pick, param.reads.input);
    const size = source && this.of(source, param.reads!.axis, pick);
    return size && bodies.length ? size : undefined;
  }
}

/** `(n + 12) + 12` is `n + 24`. */
const sumOf = (_: string, name: string, one: string, other: string): string =>
  `${name} + ${Number(one) + Number(other)}`;

const sum = (values: readonly unknown[]): unknown =>
  values.every((one) => typeof one === "number") ? values.reduce((a, b) => a + b, 0) : undefined;

const summed = (texts: readonly string[]): string =>
  texts.every((text) => text === texts[0])
    ? `${texts.length} * ${tight(texts[0]!)}`
    : texts.every((text) => /^\d+$/.test(text))
      ? String(texts.reduce((all, text) => all + Number(text), 0))
      : texts.join(" + ");
