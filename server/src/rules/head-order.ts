import { layersOf } from "../core/layers";
import { type Message, say } from "../core/message";
import type { Fix } from "../core/problem";
import { boxesOf, byStride, falls, fits, type Level, pyramidsOf, rises } from "../core/pyramid";
import type { Rule } from "../core/rule";

export const headOrder: Rule = {
  id: "head-order",
  summary: "A head reads its inputs in another order than from fine to coarse.",
  why: "Heads take the first input for the finest: widths of their branches and prototypes come from it, and anchors are dealt out in that order. Nothing is refused, and the model is another one than its author believes.",
  severity: "warning",
  check(model, report) {
    const layers = layersOf(model);
    for (const head of layers) {
      const boxes = boxesOf(head);
      // The library deals out anchors of its own as they fit.
      if (!boxes && head.step?.args && "anchors" in head.step.args) continue;
      for (const levels of pyramidsOf(head, layers, model)) {
        const strides = levels.map(({ stride }) => stride);
        if (levels.length < 2 || rises(strides) || (boxes && fits(boxes, levels))) continue;
        const sorted = byStride(levels).map(({ from }) => String(from));
        const turned = boxes && falls(strides) && rises(boxes);
        const why = turned ? say`, so the library turns the anchors round` : say``;
        const message = say`the inputs have strides ${listed(strides)}${why}; from fine to coarse they are ${listed(sorted)}`;
        const span = { from: levels[0]!.span.from, to: levels.at(-1)!.span.to };
        report(head.step!, message, { span, fixes: [sort(levels, sorted)] });
      }
    }
  },
};

const listed = (all: readonly (number | string)[]): Message => say`${all.join(", ")}`;

const sort = (levels: readonly Level[], sorted: readonly string[]): Fix => ({
  title: say`Sort them: ${listed(sorted)}`,
  edits: levels.map(({ span }, i) => ({ span, text: sorted[i]! })),
  safe: false,
});
