import { argOf, type Step } from "./analysis";
import { say, setting } from "./message";
import { type Fix, replace } from "./problem";
import { wordFor } from "./vocabulary";

/** Writes a value where the argument is written, or adds the argument where one can be added. */
export function setArgument(step: Step, param: string, value: string, safe = true): Fix | undefined {
  const word = step.spelling && wordFor(step.spelling, param);
  const arg = argOf(step, param);
  if (arg) return replace(say`Set ${word ?? param} to ${value}`, arg.value.span, value, safe);
  const slot = step.node.row?.slot;
  if (!slot || word === undefined) return undefined;
  const { at, before, after, quotes } = slot;
  const text = `${before}${quotes}${word}${quotes}: ${value}${after}`;
  return replace(say`Add ${setting(word, value)}`, { from: at, to: at }, text, safe);
}
