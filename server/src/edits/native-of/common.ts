import { portsOf } from "../../core/axes";
import { isKnown, type Shape } from "../../core/dim";
import { follows, type Param, type Params, type ParamType, usualOf } from "../../core/param";
import { firstFree } from "../../formats/native/naming";
import { expressionFor, type Source, wordsIn } from "./expressions";
import type { Instance } from "./instance";
import { same, written } from "./values";

/** What a block is told in a call. */
export interface Told {
  readonly name: string;
  readonly type?: ParamType<any>;
  /** Of each call. */
  readonly values: ReadonlyMap<Instance, unknown>;
  /** As its default is written; absent where every call says it. */
  readonly usual?: string;
  /** What that comes to in each call. */
  readonly usually: ReadonlyMap<Instance, unknown>;
}

type Definition = readonly [name: string, param: Param<any>];

/** What calls of one form have in common, and what they have to be told. */
export class Common {
  readonly inputs: readonly string[];
  readonly #own: readonly Definition[];
  readonly #plain: readonly Source[];
  readonly #derived: readonly Source[];
  readonly #sizes: readonly Source[];
  readonly #made: Source[] = [];
  readonly #used = new Set<string>();

  constructor(readonly group: readonly Instance[]) {
    const { op, inputs } = group[0]!;
    const ports = portsOf(op.inputs);
    this.inputs = inputs.length === 1 ? [] : inputs.map((_, i) => (ports[0]!.many ? `x${i}` : ports[i]!.name));
    this.#own = Object.entries(op.params as Params);
    const sourceOf = ([word, { type }]: Definition): Source => ({
      word,
      type,
      values: group.map(({ args }) => args[word]),
    });
    this.#plain = this.#own.filter(([, param]) => !follows(param.default)).map(sourceOf);
    this.#derived = this.#own.filter(([, param]) => follows(param.default)).map(sourceOf);
    this.#sizes = inputs.flatMap((_, i) =>
      sizesOf(
        this.inputs[i] ?? "input",
        group.map((one) => one.inputs[i]!),
      ),
    );
  }

  /** An argument as the block writes it: a value, or how it follows from what the block is told. */
  textOf(word: string, label: string, values: readonly unknown[], type?: ParamType<any>): string {
    if (values.every((one) => same([one], [values[0]]))) return written(values[0], type);
    const found =
      expressionFor(values, this.#plain) ??
      expressionFor(values, [...this.#plain, ...this.#made, ...this.#sizes]) ??
      listText(values, [...this.#plain, ...this.#sizes]) ??
      expressionFor(values, this.#derived) ??
      `$${this.#added(word, label, values, type)}`;
    for (const name of wordsIn(found)) this.#used.add(name);
    return found;
  }

  #added(word: string, label: string, values: readonly unknown[], type?: ParamType<any>): string {
    const stem = `${label}_${word}`.replace(/\W/g, "_").replace(/^_+/, "");
    const taken = new Set([...this.#own.map(([name]) => name), ...this.#made.map((one) => one.word)]);
    const name = firstFree(stem, (one) => taken.has(one));
    this.#made.push({ word: name, values, ...(type && { type }) });
    return name;
  }

  /** What its calls say, in the order of the module's own arguments. */
  get told(): readonly Told[] {
    const own = [...this.#plain, ...this.#derived].filter(({ word }) => this.#used.has(word));
    const all = [...own, ...this.#made];
    return all.map(({ word, values, type }, at) => ({
      name: word,
      ...(type && { type }),
      values: new Map(this.group.map((one, i) => [one, values[i]])),
      ...this.#usualOf(this.#own.find(([name]) => name === word)?.[1], values, all.slice(0, at)),
    }));
  }

  /** The default of the module where some call has it, or how that follows from the arguments before. */
  #usualOf(param: Param<any> | undefined, values: readonly unknown[], before: readonly Source[]) {
    const usual: unknown = param?.default;
    const none = { usually: new Map<Instance, unknown>() };
    if (!param || usual === undefined || usual === null) return none;
    const usually = this.group.map(({ args }) => usualOf(param, args));
    const text = follows(usual) ? expressionFor(usually, before) : written(usual, param.type);
    const isOfUse = values.some((one, i) => same([one], [usually[i]]));
    return text === undefined || !isOfUse
      ? none
      : { usual: text, usually: new Map(this.group.map((one, i) => [one, usually[i]])) };
  }
}

/** What can be asked of something that is read. */
const sizesOf = (name: string, shapes: readonly Shape[]): readonly Source[] =>
  ["channels", "height", "width"].flatMap((size, i): Source[] => {
    const values = shapes.map((shape) => shape[i + 1]);
    const isImage = shapes.every(({ length }) => length === 4 || (length > 1 && i === 0));
    const isWhole = values.every((one) => one !== undefined && isKnown(one));
    return isImage && isWhole ? [{ word: `${name}.${size}`, values }] : [];
  });

/** A list of which each value follows from something else. */
function listText(values: readonly unknown[], sources: readonly Source[]): string | undefined {
  const lists = values.filter((value): value is readonly unknown[] => Array.isArray(value));
  const [first] = lists;
  if (!first || lists.length < values.length || lists.some(({ length }) => length !== first.length)) return undefined;
  const parts = first.map((value, i) => {
    const own = lists.map((list) => list[i]);
    return own.every((one) => same([one], [value])) ? written(value) : expressionFor(own, sources);
  });
  return parts.every((part) => part !== undefined) ? `[${parts.join(", ")}]` : undefined;
}
