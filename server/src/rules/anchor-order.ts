import { argOf } from "../core/analysis";
import { thousands } from "../core/figures";
import { layersOf } from "../core/layers";
import { say } from "../core/message";
import type { Fix } from "../core/problem";
import { boxesOf, falls, fits, pyramidsOf, rises } from "../core/pyramid";
import { rule } from "../core/rule";
import { show, type Value } from "../core/value";

export const anchorOrder = rule({
  id: "anchor-order",
  summary: "Rows of anchors are not in the order of the inputs of their head.",
  why: "The first row belongs to the first input, and small boxes are found in the finest. The library turns the rows round without a word where the first are the largest, and where only some are out of place it gives levels boxes that do not fit them.",
  severity: "warning",
  near: true,
  needs: [({ op }) => op?.levels !== undefined],
  check(model, report) {
    const layers = layersOf(model);
    for (const head of layers) {
      const boxes = boxesOf(head);
      const rows = head.step && argOf(head.step, "anchors")?.value;
      const [levels] = pyramidsOf(head, layers, model);
      if (!boxes || rows?.kind !== "list" || !levels || levels.length < 2 || fits(boxes, levels)) continue;
      if (levels.length !== boxes.length || !rises(levels.map(({ stride }) => stride))) continue;
      const at = boxes.findIndex((area, i) => area > (boxes[i + 1] ?? Number.POSITIVE_INFINITY));
      const [here, next] = [boxes[at]!, boxes[at + 1]!].map((area) => `${thousands(String(Math.round(area)))} px²`);
      const turned = falls(boxes) ? say`; the library turns the rows round` : say``;
      const message = say`boxes of ${here!} on average for stride ${levels[at]!.stride}, of ${next!} for stride ${levels[at + 1]!.stride}${turned}`;
      report(head.step!, message, { span: rows.items[at]!.span, fixes: [sort(rows.items, boxes)] });
    }
  },
});

/** Rows change places as they are written, comments stay. */
function sort(rows: readonly Value[], boxes: readonly number[]): Fix {
  const order = rows.map((_, i) => i).sort((a, b) => boxes[a]! - boxes[b]!);
  const edits = order.flatMap((from, to) => (from === to ? [] : [{ span: rows[to]!.span, text: show(rows[from]!) }]));
  return { title: say`Sort the rows of anchors`, edits, safe: false };
}
