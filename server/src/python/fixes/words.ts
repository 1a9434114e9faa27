import { say, templateOf } from "../../core/message";
import { partsIn } from "../source";
import type { Maker } from "./finding";
import { fix, put } from "./text";

/** The word that was meant, where the problem names one. */
export const meantWord: Maker = ({ problem }) =>
  (problem.fixes ?? []).map((one) => ({ ...one, safe: templateOf(one.title) !== "" && one.safe }));

/** `/` gives a float where a whole number is asked for. */
export const wholeDivision: Maker = ({ problem, source }) => {
  const expr = source.expression(problem.span);
  const divided = partsIn(expr).filter((one) => one.kind === "binary" && one.op === "/");
  const edits = divided.flatMap((one) => {
    if (one.kind !== "binary") return [];
    const between = { from: one.left.to, to: one.right.from };
    const at = source.at(between).indexOf("/");
    return [put({ from: between.from + at, to: between.from + at + 1 }, "//")];
  });
  return edits.length ? [fix(say`Divide by ${"//"}`, true, ...edits)] : [];
};
