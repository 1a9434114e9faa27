import type { Arg } from "../../core/graph";
import { isLayer, type Spelling, type Vocabulary } from "../../core/vocabulary";
import { argumentValue, typeIn } from "../core-value";
import { classOf } from "../run/classes";
import {
  type Arguments,
  type Class,
  type Given,
  isKind,
  type Native,
  native,
  type Obj,
  type Run,
  tuple,
  unknown,
  type Value,
} from "../values";
import { type Learned, layerClass } from "./custom";

/** A layer that is made, and may be called. */
interface Made {
  readonly word: string;
  readonly spelling: Spelling;
  readonly args: readonly Arg[];
  /** Functions that are applied to what it gives. */
  readonly applied: readonly { readonly word: string | undefined; readonly given: Given }[];
  readonly given: Arguments;
}

/** What is said of the layer, and not to its operator. */
const apart: ReadonlySet<string> = new Set([
  "name",
  "dtype",
  "trainable",
  "input_shape",
  "batch_input_shape",
  "autocast",
]);

/** Every layer of Keras as a class, and the class above them that people make layers of their own from. */
export class Layers {
  /** By the node of a tensor, what a layer of somebody's own learns. */
  readonly learned = new Map<number, Learned>();
  readonly base: Class = layerClass(this.learned);
  readonly classes: ReadonlyMap<string, Class>;
  /** The functions of `keras.activations`. */
  readonly activations: ReadonlyMap<string, Native>;
  private readonly made = new WeakMap<Obj, Made>();

  constructor(private readonly vocabulary: Vocabulary) {
    const words = [...vocabulary.spellings].filter(([word]) => isLayer(vocabulary, word));
    this.classes = new Map(words.map(([word, spelling]) => [word, this.classFor(word, spelling)]));
    const functions = [...(vocabulary.activations?.keys() ?? [])];
    this.activations = new Map(
      functions.map((word) => [word, native(word, (given, run) => this.apply(word, given, run))]),
    );
  }

  isMade = (value: Value): value is Obj => isKind(value, "object") && this.made.has(value);

  nameOf(layer: Obj): string | undefined {
    const name = this.made.get(layer)?.given.named.get("name")?.value;
    return typeof name === "string" ? name : undefined;
  }

  /** The images that a first layer says it reads. */
  inputOf = (layer: Obj): Given | undefined => this.made.get(layer)?.given.named.get("input_shape");

  wordOf = (layer: Obj): string => this.made.get(layer)?.word ?? "layer";

  private classFor(word: string, spelling: Spelling): Class {
    const cls = classOf(word, [], {});
    cls.names.set(
      "__init__",
      native("__init__", ({ positional: [self, ...positional], ...given }) => {
        if (self && isKind(self.value, "object")) {
          const made = this.madeOf(word, spelling, { ...given, positional });
          if (made) this.made.set(self.value, made);
        }
        return null;
      }),
    );
    cls.names.set(
      "__call__",
      native("__call__", ({ positional: [self, ...positional], ...given }, run) =>
        self && isKind(self.value, "object") ? this.call(self.value, { ...given, positional }, run) : unknown,
      ),
    );
    return cls;
  }

  private madeOf(word: string, spelling: Spelling, given: Arguments): Made | undefined {
    if (given.open) return undefined;
    const all = [
      ...given.positional.map((one, i) => [spelling.order[i], one] as const),
      ...[...given.named].filter(([name]) => !apart.has(name)),
    ];
    const applied = all.flatMap(([name, one]) =>
      name !== undefined && spelling.applies.includes(name) ? [{ word: functionIn(one.value), given: one }] : [],
    );
    const args = all.map(([name, one]): Arg => {
      const word = name !== undefined && spelling.applies.includes(name) ? functionIn(one.value) : undefined;
      const value = word ?? one.value;
      return {
        ...(name !== undefined && { name }),
        ...(one.nameSpan && { nameSpan: one.nameSpan }),
        value: argumentValue(value, one.span, name === undefined ? undefined : typeIn(spelling, name)),
      };
    });
    return { word, spelling, args, applied: applied.filter(({ given: { value } }) => value !== null), given };
  }

  /** A layer behind what it is given: one tensor, or a list of them. */
  call(layer: Obj, given: Arguments, run: Run): Value {
    const made = this.made.get(layer);
    const inputs = given.positional.flatMap(({ value }) => tensorsIn(value) ?? [unknown]);
    if (!made || given.open || !inputs.length || !inputs.every((one) => isKind(one, "tensor"))) return unknown;
    const at = {
      ...given,
      callee: made.given.callee,
      positional: inputs.map((value) => ({ value, span: given.span })),
    };
    const outputs = run.operator(made.word, inputs, made.args, at, layer);
    const [first = unknown] = outputs;
    if (outputs.length > 1) return tuple(outputs);
    return made.applied.reduce((value: Value, { word, given: { span } }): Value => {
      if (word === undefined || !isKind(value, "tensor")) return unknown;
      const to = this.vocabulary.activations?.get(word);
      if (to === undefined) return this.vocabulary.activations?.has(word) ? value : unknown;
      return run.operator(to, [value], [], { ...at, callee: span }, layer)[0] ?? unknown;
    }, first);
  }

  private apply(word: string, given: Arguments, run: Run): Value {
    const [first] = given.positional;
    const to = this.vocabulary.activations?.get(word);
    if (!first || !isKind(first.value, "tensor") || given.positional.length > 1 || given.named.size) return unknown;
    return to === undefined ? first.value : (run.operator(to, [first.value], [], given)[0] ?? unknown);
  }
}

const functionIn = (value: Value): string | undefined =>
  typeof value === "string" ? value : isKind(value, "native") ? value.name : undefined;

export const tensorsIn = (value: Value): readonly Value[] | undefined => {
  if (isKind(value, "tensor")) return [value];
  return isKind(value, "list") || isKind(value, "tuple")
    ? isKind(value, "list") && value.open
      ? undefined
      : value.items
    : undefined;
};
