import { layersOf } from "../core/layers";
import { type Message, say } from "../core/message";
import type { Fix } from "../core/problem";
import { boxesOf, byStride, falls, fits, type Level, pyramidsOf, type Raised, raised, rises } from "../core/pyramid";
import { rule } from "../core/rule";
import type { Span } from "../core/span";

export const headOrder = rule({
  id: "head-order",
  summary: "A head reads its inputs in another order than from fine to coarse.",
  why: "Heads take the first input for the finest: widths of their branches and prototypes come from it, and anchors are dealt out in that order. Nothing is refused, and the model is another one than its author believes.",
  severity: "warning",
  near: true,
  needs: [({ op }) => op?.levels !== undefined],
  check(model, report) {
    const layers = layersOf(model);
    for (const head of layers) {
      const { step } = head;
      const boxes = boxesOf(head);
      const meant = raised(head, layers, model);
      if (meant) report(step!, ...shifted(meant));
      // The library deals out anchors of its own as they fit.
      if (meant || (!boxes && step?.args && "anchors" in step.args)) continue;
      for (const levels of pyramidsOf(head, layers, model)) {
        const strides = levels.map(({ stride }) => stride);
        if (levels.length < 2 || rises(strides) || (boxes && fits(boxes, levels))) continue;
        const sorted = byStride(levels).map(({ from }) => from);
        const turned = boxes && falls(strides) && rises(boxes) ? say`, so the library turns the anchors round` : say``;
        const message = say`the inputs have strides ${listed(strides)}${turned}; from fine to coarse they are ${listed(sorted)}`;
        report(step!, message, {
          span: around(levels),
          fixes: [write(say`Sort them: ${listed(sorted)}`, levels, sorted)],
        });
      }
    }
  },
});

/** All numbers lead to rows above those that are meant. */
function shifted({ by, levels }: Raised) {
  const rows = levels.map(({ from }) => from);
  const strides = levels.map(({ stride }) => stride);
  const message = say`all numbers are too low by ${by}: rows ${listed(rows)} have strides ${listed(strides)}`;
  const fix = write(say`Raise ${levels.length} numbers by ${by}`, levels, rows);
  return [message, { span: around(levels), fixes: [fix] }] as const;
}

const listed = (all: readonly (number | string)[]): Message => say`${all.join(", ")}`;

const around = (levels: readonly Level[]): Span => ({ from: levels[0]!.span.from, to: levels.at(-1)!.span.to });

const write = (title: Message, levels: readonly Level[], numbers: readonly (number | string)[]): Fix => ({
  title,
  edits: levels.map(({ span }, i) => ({ span, text: String(numbers[i]) })),
  safe: false,
});
