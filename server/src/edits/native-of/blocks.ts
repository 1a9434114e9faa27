import type { Message } from "../../core/message";
import type { ParamType } from "../../core/param";
import { Common, type Told } from "./common";
import type { Instance, Layer, Leaf, List } from "./instance";
import { same, written } from "./values";

/** A layer in words: its operator, its arguments as they are written, and how often. */
export interface Said {
  readonly layer: Layer;
  readonly op: string;
  readonly args: readonly (readonly [word: string, text: string])[];
  readonly times?: string;
}

/** All calls of one form, as one block. */
export interface Block {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly params: readonly Told[];
  readonly said: readonly Said[];
  readonly list: List;
  /** What the module does that has no layer. */
  readonly besides?: Message;
}

interface Given {
  readonly value: unknown;
  readonly usual?: unknown;
  readonly type?: ParamType<any>;
}

/** An argument of a layer in every call of the module around it. */
interface Argument {
  readonly word: string;
  readonly given: readonly Given[];
}

/** Makes one block of all calls of a form, those inside of others first. */
export class Blocks {
  readonly #byForm = new Map<number, Block>();

  constructor(
    instances: readonly Instance[],
    private readonly nameOf: (form: number) => string,
  ) {
    const forms = new Map<number, Instance[]>();
    for (const one of instances) forms.set(one.form, [...(forms.get(one.form) ?? []), one]);
    for (const [form, group] of [...forms].sort(([a], [b]) => a - b))
      this.#byForm.set(form, this.#blockOf(form, group));
  }

  of = ({ form }: Instance): Block => this.#byForm.get(form)!;

  /** The layers of the model itself, where every argument is what it is. */
  say(list: List): readonly Said[] {
    return list.layers.map((layer) => ({
      layer,
      op: this.#wordOf(layer),
      args: this.#argsOf([layer]).flatMap(({ word, given: [one] }) =>
        isUsual(one!) ? [] : [[word, written(one!.value, one!.type)] as const],
      ),
      ...(layer.times > 1 && { times: String(layer.times) }),
    }));
  }

  #wordOf = ({ call }: Layer): string => (call.kind === "leaf" ? call.word : this.of(call).name);

  #argsOf(layers: readonly Layer[]): readonly Argument[] {
    const { call } = layers[0]!;
    if (call.kind === "leaf")
      return [...call.args.keys()].map((word) => ({
        word,
        given: layers.map((layer) => (layer.call as Leaf).args.get(word)!),
      }));
    return this.of(call).params.map(({ name, type, values, usually }) => ({
      word: name,
      given: layers.map((layer) => {
        const own = layer.call as Instance;
        return { value: values.get(own), ...(type && { type }), ...(usually.has(own) && { usual: usually.get(own) }) };
      }),
    }));
  }

  #blockOf(form: number, group: readonly Instance[]): Block {
    const [first] = group as readonly [Instance];
    const common = new Common(group);
    const said = first.layers.map((layer, i): Said => {
      const all = group.map(({ layers }) => layers[i]!);
      const args = this.#argsOf(all).flatMap(({ word, given }) => {
        if (given.every(isUsual)) return [];
        const values = given.map(({ value }) => value);
        return [[word, common.textOf(word, layer.label, values, given[0]!.type)] as const];
      });
      const times = common.textOf(
        "n",
        layer.label,
        all.map((one) => one.times),
      );
      return { layer, op: this.#wordOf(layer), args, ...(times !== "1" && { times }) };
    });
    const { besides } = first;
    const { inputs, told: params } = common;
    return { name: this.nameOf(form), inputs, params, said, list: first, ...(besides && { besides }) };
  }
}

const isUsual = (one: Given): boolean => "usual" in one && same([one.value], [one.usual]);
