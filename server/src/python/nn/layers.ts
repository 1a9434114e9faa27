import type { Arg } from "../../core/graph";
import { say } from "../../core/message";
import type { Spelling, Vocabulary } from "../../core/vocabulary";
import { argumentValue, typeIn } from "../core-value";
import { Fault } from "../fault";
import { classOf } from "../run/classes";
import { isOther, noTensor } from "../torch/binding";
import {
  type Arguments,
  type Class,
  type Given,
  isKind,
  type Layer,
  type LayerClass,
  unknown,
  type Value,
} from "../values";
import { noParts } from "./attributes";
import { method } from "./module";
import { moduleClass } from "./module-class";

/** Arguments of a constructor that say where and how numbers are kept. */
const kept = new Set(["device", "dtype"]);

/** A class of `torch.nn` whose instances are one operator of the vocabulary. */
export function layerClass(name: string, of: LayerClass, vocabulary: Vocabulary): Class {
  const cls = classOf(name, [moduleClass], { layer: of });
  const spelling = vocabulary.spellings.get(of.op);
  const order = of.order ?? spelling?.order ?? [];
  cls.names.set(
    "__init__",
    method("__init__", (self, given) => {
      self.module ??= noParts();
      if (given.open) self.open = true;
      else {
        self.module.layer = layerOf(of, order, spelling, given);
        const { values } = self.module.layer;
        const needed = Object.keys(spelling?.states ?? {}).find((word) => order.includes(word) && !values.has(word));
        if (needed !== undefined) throw lacking(name, needed, given);
      }
      return null;
    }),
  );
  cls.names.set(
    "forward",
    method("forward", (self, given, run) => {
      const layer = self.module?.layer;
      if (!layer) return unknown;
      const named = [...given.named.values()].filter(
        ({ value }) => typeof value === "object" && value?.kind === "tensor",
      );
      const inputs = layer.of.inputs?.(given) ?? [...given.positional, ...named].map(({ value }) => value);
      const [first] = inputs;
      if (first !== undefined && (isOther(first) || isNumber(first)) && layer.of.op !== "Identity")
        throw noTensor(layer.of.op, first);
      const outputs = run.operator(layer.of.op, inputs, layer.args, given, self);
      return layer.of.results?.(outputs, layer, given) ?? outputs[0] ?? unknown;
    }),
  );
  return cls;
}

const isNumber = (value: Value): boolean => typeof value === "number" || isKind(value, "float");

/** The size of what arrives, which an operator finds out by itself and PyTorch wants to be told. */
const lacking = (name: string, word: string, { callee }: Arguments): Fault =>
  new Fault("TypeError", { id: "missing-argument", message: say`${name} needs ${word}`, span: callee });

function layerOf(of: LayerClass, order: readonly string[], spelling: Spelling | undefined, given: Arguments): Layer {
  const args: Arg[] = [];
  const values = new Map<string, Value>();
  const add = (name: string | undefined, one: Given): void => {
    if (name !== undefined && kept.has(name)) return;
    args.push({
      ...(name !== undefined && { name }),
      ...(one.nameSpan && { nameSpan: one.nameSpan }),
      value: argumentValue(one.value, one.span, name === undefined ? undefined : typeIn(spelling, name)),
    });
    if (name !== undefined) values.set(name, one.value);
  };
  given.positional.forEach((one, i) => add(order[i], one));
  for (const [name, one] of given.named) add(name, one);
  return { of, args, values, made: given };
}
