import type { Arg } from "../../core/graph";
import type { Vocabulary } from "../../core/vocabulary";
import { keras } from "../../vocabularies/keras";
import { pytorch, torch } from "../../vocabularies/pytorch";
import { Interpreter } from "../run/interpreter";
import type { Arguments, Obj, Tensor, Value } from "../values";

/** What is done to tensors beside layers is said as torch says it, in small letters where Keras has a layer of that name. */
const functions = [...pytorch.spellings].flatMap(([word, spelling]) =>
  word in torch ? [] : [[keras.spellings.has(word) ? word.toLowerCase() : word, spelling] as const],
);

/** The layers of Keras, with the words of Python for what is true and what is nothing. */
export const words: Vocabulary = {
  ...keras,
  spellings: new Map([...functions, ...keras.spellings]),
  literals: { true: "True", false: "False", null: "None" },
  written: { true: "True", false: "False", assigns: "=" },
};

const ofTensors: ReadonlySet<string> = new Set(functions.map(([word]) => word));

/** Runs a program in which layers and signs stand for operators of the same name that stretch tensors otherwise. */
export class Calling extends Interpreter {
  override operator(
    op: string,
    inputs: readonly Value[],
    args: readonly Arg[],
    at: Arguments,
    layer?: Obj,
  ): readonly Tensor[] {
    const small = op.toLowerCase();
    return super.operator(layer || !ofTensors.has(small) ? op : small, inputs, args, at, layer);
  }
}
