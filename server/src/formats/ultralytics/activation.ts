import type { Value } from "../../core/value";
import type { Vocabulary } from "../../core/vocabulary";
import { withActivation } from "../../vocabularies/ultralytics-activation";
import { names } from "./dialect";

/** Activations of PyTorch that need no argument. */
export const activations = names(`ReLU ReLU6 LeakyReLU PReLU RReLU SiLU Mish GELU ELU CELU SELU Hardswish Hardsigmoid
  Hardtanh Sigmoid LogSigmoid Tanh Tanhshrink Softplus Softshrink Hardshrink Softsign Identity`);

const learning = names("PReLU");

/** Versions whose parser makes the key `activation` what every `Conv` has. */
export const readsActivation = names("ultralytics-8.4 ultralytics-8.3 yolov10 yolov12 yolov5 yolov9");

const call = /^(?:torch\.)?nn\.(\w+)\((.*)\)$/s;
const plain = /^\s*(?:inplace\s*=\s*(?:True|False))?\s*$/;

/**
 * The words of a dialect in a file that says what the activation of its blocks is. One with arguments, or that Python
 * cannot make, nobody knows.
 */
export function activated(vocabulary: Vocabulary, written: Value | undefined): Vocabulary {
  if (!written || isNothing(written) || !readsActivation.has(vocabulary.id)) return vocabulary;
  const [, name = "", args = ""] = callIn(written) ?? [];
  const isKnown = activations.has(name) && (plain.test(args) || learning.has(name));
  // It is what they have anyway.
  return isKnown && name === "SiLU" ? vocabulary : withActivation(vocabulary, isKnown ? name : undefined);
}

/** The activation that a file names, where all blocks share one that learns, so that no block has its weights alone. */
export function sharedWeights(vocabulary: Vocabulary, written: Value | undefined): string | undefined {
  const name = written && readsActivation.has(vocabulary.id) ? callIn(written)?.[1] : undefined;
  return name !== undefined && learning.has(name) ? name : undefined;
}

const callIn = (written: Value) => (written.kind === "text" ? call.exec(written.value.trim()) : null);

const isNothing = (value: Value): boolean => value.kind === "null" || (value.kind === "text" && !value.value);
