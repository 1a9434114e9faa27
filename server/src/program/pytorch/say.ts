import type { Step } from "../../core/analysis";
import type { Shape } from "../../core/dim";
import { say } from "../../core/message";
import type { Op } from "../../core/op";
import { layerFor } from "../../edits/find";
import { pytorch, torch } from "../../vocabularies/pytorch";
import { type Call, Unsayable } from "../calls";
import { type Called, composed, leafOf } from "../leaves";
import { functions } from "./functions";
import { helpers } from "./helpers";

/** Whether a program can call it by this word. */
const isSayable = (word: string): boolean => word in torch || functions.has(word) || helpers.has(word);

/** A step of a model in the words of PyTorch. */
export function sayStep({ spelling, args, outcome, node }: Step, inputs: readonly Shape[]): readonly Call[] {
  const called = { op: spelling!.op, args: args!, inputs, outcome: outcome!, written: node.args };
  return isSayable(node.op) ? [leafOf(node.op, spelling!, called, pytorch.layout)] : [composed(called, sayCalled)];
}

export function sayCalled(called: Called): readonly Call[] {
  const word = wordOf(called.op);
  if (word !== undefined) return [leafOf(word, pytorch.spellings.get(word)!, called, pytorch.layout)];
  if (!called.outcome.calls.length) throw new Unsayable(say`PyTorch has nothing like ${called.op.name}`);
  return [composed(called, sayCalled)];
}

const wordOf = (op: Op): string | undefined => {
  const found = layerFor(op, pytorch)?.name;
  return found !== undefined && isSayable(found) ? found : undefined;
};
