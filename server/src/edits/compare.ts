import { type Analysis, countsOf, type Model, shapeAt, shapesOf, stepsOf } from "../core/analysis";
import { add, isKnown, type Shape, showDim, showShape } from "../core/dim";
import type { Row } from "../core/graph";
import { type Message, say } from "../core/message";
import type { Vocabulary } from "../core/vocabulary";
import type { Conversion, Place } from "./conversion";
import { movedShape, ordersOf } from "./orders";

/**
 * Layers that do not give what they gave before, by the place of their operator, and in what they differ.
 */
export function misses(
  before: Model,
  after: Analysis,
  places: Conversion["places"],
  to: Vocabulary,
): ReadonlyMap<number, Message> {
  const found = new Map<number, Message>();
  const model = after.models[0];
  // Where most of it stays in the old words, the file is read by those.
  if (!model || model.graph.vocabulary !== to) return found;
  const orders = ordersOf(before);

  const compare = (old: readonly Row[], now: readonly Row[], list: readonly (Place | undefined)[]): void => {
    old.forEach((row, i) => {
      const place = list[i];
      if (place && row.repeats) pair(row, now.slice(place.first, place.last + 1));
    });
  };

  const pair = (row: Row, group: readonly Row[]): void => {
    const last = group.at(-1);
    if (!last) return;
    const inner = places.get(row.op);
    if (row.repeats > 1) row.rows.forEach((copy, i) => pair(copy, last.rows.slice(i, i + 1)));
    else if (inner) compare(row.rows, last.rows, inner);
    const why = inner ? undefined : difference(row, group, last);
    if (why && !found.has(row.opSpan.from)) found.set(row.opSpan.from, why);
  };

  const difference = (row: Row, group: readonly Row[], last: Row): Message | undefined => {
    const edge = row.outputs[0];
    const shape = shapesOf(before, row)[0];
    if (!shape || edge?.node === undefined) return undefined;
    const wanted = movedShape(shape, orders[edge.node]!, to.layout);
    // What reads something else than before is judged once that has been put right.
    const isFed = group[0]!.inputs.every((input, i) => {
      const [is, was] = [shapeAt(model, input), row.inputs[i]];
      const source = was && shapeAt(before, was);
      return is && source && showShape(is) === showShape(movedShape(source, orders[was.node!]!, to.layout));
    });
    const given = shapesOf(model, last)[0];
    if (!given) {
      const refused = after.problems.find(({ span }) =>
        group.some((one) => one.span.from <= span.from && span.to <= one.span.to),
      );
      return isFed ? say`${to.title} refuses it${refused ? say`: ${refused.message}` : say``}` : undefined;
    }
    if (!isFed || !given.every(isKnown)) return undefined;
    if (showShape(given) !== showShape(wanted)) return say`it would give ${image(given)}, not ${image(wanted)}`;
    const [was, is] = [countOf(before, [row]), countOf(model, group)];
    return was === is ? undefined : say`it would have ${is} parameters, not ${was}`;
  };

  compare(before.graph.rows, model.graph.rows, places.get("") ?? []);
  return found;
}

const image = (shape: Shape): Shape => shape.slice(1);

function countOf(model: Model, rows: readonly Row[]): string {
  const { trainable, frozen, state } = countsOf(rows.flatMap((row) => stepsOf(model, row)));
  return showDim(add(trainable, frozen, state));
}
