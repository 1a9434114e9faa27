import { type Model, shapeAt, shapesOf } from "../../core/analysis";
import { image } from "../../core/batch";
import { sameShape } from "../../core/dim";
import type { Row as GraphRow } from "../../core/graph";
import { lineBreakIn } from "../../core/lines";
import { say } from "../../core/message";
import { isLayer, type Vocabulary } from "../../core/vocabulary";
import { entriesOf } from "../../tree/tree";
import { styleOf, withoutSibling } from "../edit-item";
import { itemOf } from "../items";
import { putBelow } from "../rows/put";
import { renumber } from "../rows/renumber";
import type { Row } from "../rows/sheet";
import { spotOf } from "../rows/spot";
import type { Said } from "../said";
import { callText, layerText } from "../write";
import { projection } from "./projection";
import { isSameBeside } from "./proof";
import type { Refactoring, Site } from "./refactoring";

/** What layers read is added to what they give, so that they only have to say what is to be changed of it. */
export function residual({ sheet, first, last, model }: Site): readonly Refactoring[] {
  const { rows, text, json } = sheet;
  const op = sumIn(model.graph.vocabulary);
  const [source, ...others] = rows[first]!.reads;
  if (sheet.counts || op === undefined || !source || rows.slice(first, last + 1).some(({ aside }) => aside)) return [];
  const shapes = usesOf(model, rows[first]!.span.from, rows[last]!.span.from);
  const unequal = shapes.find(([read, given]) => read && given && !sameShape(read, given));
  const bridge = unequal && bridgeOf(shapes, model.graph.vocabulary);
  const through = bridge && callText(bridge, text, false);
  const one = first === last;
  const about = {
    kind: "refactor.rewrite.residual",
    title:
      through === undefined
        ? one
          ? say`Add what it reads to what it gives`
          : say`Add what these layers read to what they give`
        : one
          ? say`Add what it reads, through ${through}, to what it gives`
          : say`Add what these layers read, through ${through}, to what they give`,
    holds: (before: Model, after: Model) => isSameBeside(bridge ? [op, bridge.op] : [op], before, after),
  };
  if (others.length) return [{ ...about, edits: say`the first of them reads ${others.length + 1} things` }];
  if (unequal && !bridge)
    return [
      {
        ...about,
        edits: shapes.every(([read, given]) => read && given && projection(read, given, model.graph.vocabulary))
          ? say`what would make one shape of the other is not the same in every use of the block`
          : say`what is read is ${image(unequal[0]!)} and what is given ${image(unequal[1]!)}, and no layer that looks at single pixels makes one of the other`,
      },
    ];
  const isNamed = source.written === "name";
  if (!shapes.length || (!isNamed && source.target === undefined)) return [];
  const skipped = isNamed ? text.slice(source.span.from, source.span.to) : String(source.target! - last - 1);
  const more = bridge ? 2 : 1;
  const moved = (row: number): number => (row < last ? row : row + more);
  const shifted = renumber(sheet, moved, (_, reader) => (reader <= last ? [] : "as ever"));
  const row = rows[last]!;
  const naming = entriesOf(row.tree).find(({ key }) => key === "name");
  const name = naming && text.slice(naming.value.span.from, naming.value.span.to);
  const style = styleOf(itemOf(row.tree), row.list, text, json);
  const siblings = [
    ["from", bridge ? "[-2, -1]" : `[-1, ${skipped}]`] as const,
    ...(name === undefined ? [] : [["name", name] as const]),
  ];
  const sum = layerText({ op, args: [] }, siblings, text, style);
  const put = putBelow(
    sheet,
    row,
    bridge ? layerText(bridge, [["from", skipped]], text, style) + between(row, text) + sum : sum,
  );
  const gone = naming ? [{ span: withoutSibling(naming, row.tree, text), text: "" }] : [];
  return shifted ? [{ ...about, edits: [...put, ...gone, ...shifted] }] : [];
}

/** What stands between two layers that come in one after the other. */
function between(row: Row, text: string): string {
  const { begins, lead } = spotOf(row, text);
  const br = lineBreakIn(text);
  if (!row.list.flow) return br + lead;
  return begins ? `,${br}${lead}` : ", ";
}

/** The layer that makes what is given of what is read, the same in every use. */
function bridgeOf(shapes: ReturnType<typeof usesOf>, vocabulary: Vocabulary): Said | undefined {
  const found = shapes.map(([read, given]) => read && given && projection(read, given, vocabulary));
  const said = new Set(found.map((one) => JSON.stringify(one)));
  return said.size === 1 ? found[0] : undefined;
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
