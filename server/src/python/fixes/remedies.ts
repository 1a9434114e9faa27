import { say, setting } from "../../core/message";
import type { Maker } from "./finding";
import { setNumber } from "./numbers";
import { fix, setArgument } from "./text";

/** The values with which an operator says that it would do, where they are written, or as further arguments. */
export const setRemedies: Maker = (finding) => {
  const { problem, node, drawn, source } = finding;
  if (!node) return [];
  const made = drawn?.layerAt(node.id)?.module?.layer?.made.span;
  const call = source.call(made ?? node.span);
  return (problem.remedies ?? []).flatMap(({ word, value }) => {
    const text = typeof value === "string" ? JSON.stringify(value) : String(value);
    const written = node.args.find(({ name }) => name === word)?.value.span;
    if (written) return setNumber(finding, written, text);
    return call ? [fix(say`Add ${setting(word, text)}`, false, setArgument(call, word, text))] : [];
  });
};
