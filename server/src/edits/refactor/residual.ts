import { type Model, shapeAt, shapesOf } from "../../core/analysis";
import { image } from "../../core/batch";
import { sameShape } from "../../core/dim";
import type { Row as GraphRow } from "../../core/graph";
import { say } from "../../core/message";
import { isLayer, type Vocabulary } from "../../core/vocabulary";
import { entriesOf } from "../../tree/tree";
import { styleOf, withoutSibling } from "../edit-item";
import { itemOf } from "../items";
import { putBelow } from "../rows/put";
import { renumber } from "../rows/renumber";
import { layerText } from "../write";
import { isSameBeside } from "./proof";
import type { Refactoring, Site } from "./refactoring";

/** What layers read is added to what they give, so that they only have to say what is to be changed of it. */
export function residual({ sheet, first, last, model }: Site): readonly Refactoring[] {
  const { rows, text, json } = sheet;
  const op = sumIn(model.graph.vocabulary);
  const [source, ...others] = rows[first]!.reads;
  if (sheet.counts || op === undefined || !source || rows.slice(first, last + 1).some(({ aside }) => aside)) return [];
  const about = {
    kind: "refactor.rewrite.residual",
    title: first === last ? say`Add what it reads to what it gives` : say`Add what these layers read to what they give`,
    holds: (before: Model, after: Model) => isSameBeside(op, before, after),
  };
  if (others.length) return [{ ...about, edits: say`the first of them reads ${others.length + 1} things` }];
  const shapes = usesOf(model, rows[first]!.span.from, rows[last]!.span.from);
  const unequal = shapes.find(([read, given]) => read && given && !sameShape(read, given));
  if (unequal)
    return [
      {
        ...about,
        edits: say`what is read is ${image(unequal[0]!)} and what is given ${image(unequal[1]!)}, and only equal shapes can be added`,
      },
    ];
  const isNamed = source.written === "name";
  if (!shapes.length || (!isNamed && source.target === undefined)) return [];
  const skipped = isNamed ? text.slice(source.span.from, source.span.to) : String(source.target! - last - 1);
  const moved = (row: number): number => (row < last ? row : row + 1);
  const shifted = renumber(sheet, moved, (_, reader) => (reader <= last ? [] : "as ever"));
  const row = rows[last]!;
  const naming = entriesOf(row.tree).find(({ key }) => key === "name");
  const name = naming && text.slice(naming.value.span.from, naming.value.span.to);
  const style = styleOf(itemOf(row.tree), row.list, text, json);
  const siblings = [["from", `[-1, ${skipped}]`] as const, ...(name === undefined ? [] : [["name", name] as const])];
  const put = putBelow(sheet, row, layerText({ op, args: [] }, siblings, text, style));
  const gone = naming ? [{ span: withoutSibling(naming, row.tree, text), text: "" }] : [];
  return shifted ? [{ ...about, edits: [...put, ...gone, ...shifted] }] : [];
}

/** The layer that adds what it reads. */
const sumIn = (vocabulary: Vocabulary): string | undefined =>
  [...vocabulary.spellings].find(([name, { op }]) => op.name === "Add" && isLayer(vocabulary, name))?.[0];

/** For every use of the rows what the first reads and the last gives. */
function usesOf(model: Model, first: number, last: number) {
  const found: { readonly begin: GraphRow; readonly end: GraphRow }[] = [];
  const visit = (list: readonly GraphRow[]): void => {
    const begin = list.find(({ span }) => span.from === first);
    const end = list.find(({ span }) => span.from === last);
    if (begin && end) found.push({ begin, end });
    for (const { rows } of list) visit(rows);
  };
  visit(model.graph.rows);
  return found.map(({ begin, end }) => [begin.inputs[0] && shapeAt(model, begin.inputs[0]), shapesOf(model, end)[0]]);
}
