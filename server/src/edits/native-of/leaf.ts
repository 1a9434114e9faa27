import type { Op } from "../../core/op";
import { usualOf } from "../../core/param";
import type { Bound } from "../../core/twin";
import { type Vocabulary, wordFor } from "../../core/vocabulary";
import { type Found, layerFor } from "../find";
import type { Given, Leaf } from "./instance";

/** The word for an operator. Some are copies of others, so that a file can put something else in their place. */
export function wordOf(op: Op, to: Vocabulary): Found | undefined {
  const found = layerFor(op, to);
  if (found) return found;
  const spelling = to.spellings.get(op.name);
  return spelling && spelling.op.params === op.params ? { name: op.name, spelling } : undefined;
}

/** A layer of one word, with all its arguments. */
export function leafOf({ name, spelling }: Found, args: Bound): Leaf {
  const given = new Map<string, Given>();
  for (const [param, { type }] of Object.entries(spelling.params)) {
    if (spelling.implied.includes(param) || !(param in spelling.op.params)) continue;
    given.set(wordFor(spelling, param), { value: args[param], usual: usualOf(spelling.params[param]!, args), type });
  }
  return { kind: "leaf", word: name, args: given };
}
