import { type Model, shapesOf } from "../../core/analysis";
import { applied } from "../../core/edit";
import type { Row as GraphRow } from "../../core/graph";
import { type Message, say } from "../../core/message";
import type { Edit } from "../../core/problem";
import { duplicate } from "./duplicate";
import { insertAbove, insertBelow } from "./insert";
import { keepsShape, keptWeights, type Tensors, tensorsIn } from "./kept";
import { swap } from "./move";
import { remove } from "./remove";
import type { Change, Row, Sheet } from "./sheet";
import { touches } from "./spot";

/** A change of the rows of a file that can be made at some row. */
export interface Offer {
  /** Of what kind it is: `insert-above`. */
  readonly kind: string;
  readonly title: Message;
  /** What it takes, or why it cannot be done. */
  readonly edits: readonly Edit[] | Message;
}

/** What is known of the file as it is. */
interface Known {
  /** The size of the model that is looked at. */
  readonly model: Model | undefined;
  /** The same size of what another text describes. */
  understand(text: string): Model | undefined;
}

interface Draft {
  readonly kind: string;
  readonly title: Message;
  readonly change: Change;
  /** Why there is no change, where something can be said of it. */
  readonly cannot?: Message;
  /** For each row afterwards which it was; nothing where rows may need other weights than before. */
  readonly order: readonly (number | undefined)[] | undefined;
}

/** More text than this is not read again for what a title says of weights. */
const mostRead = 8_000;

/** Everything that can be done to the row at an offset. */
export function offersAt(sheets: readonly Sheet[], offset: number, known: Known): readonly Offer[] {
  for (const sheet of sheets) {
    const row = sheet.rows.findIndex((one) => touches({ from: offset, to: offset }, one, sheet.text));
    if (row >= 0) return offersOf(sheet, row, known);
  }
  return [];
}

/** As long as the cursor stays in a row, it is asked of again and again, and once more of what is chosen. */
const remembered = new WeakMap<Row, { readonly model: Model | undefined; readonly offers: readonly Offer[] }>();

function offersOf(sheet: Sheet, row: number, known: Known): readonly Offer[] {
  const { model } = known;
  const before = remembered.get(sheet.rows[row]!);
  if (before && before.model === model) return before.offers;
  const offers = draftsAt(sheet, row, known).flatMap((draft) => offered(draft, sheet, known));
  remembered.set(sheet.rows[row]!, { model, offers });
  return offers;
}

function draftsAt(sheet: Sheet, row: number, { model }: Known): readonly Draft[] {
  const { rows } = sheet;
  const numbers = rows.map((_, i) => i);
  const before = (position: number): number[] => numbers.slice(0, position);
  const same = model && isSame(model, sheet, row);
  const swapped = (first: number): number[] => [...before(first), first + 1, first, ...numbers.slice(first + 2)];
  const inserted = (position: number): (number | undefined)[] => [
    ...before(position),
    undefined,
    ...numbers.slice(position),
  ];
  const { counts } = sheet;
  return [
    {
      kind: "insert-above",
      title: counts ? say`Insert row above and renumber` : say`Insert layer above`,
      change: fits(sheet, row - 1, model) ? insertAbove(sheet, row) : undefined,
      order: inserted(row),
    },
    {
      kind: "insert-below",
      title: counts ? say`Insert row below and renumber` : say`Insert layer below`,
      change: fits(sheet, row, model) ? insertBelow(sheet, row) : undefined,
      order: inserted(row + 1),
    },
    {
      kind: "delete",
      title: counts ? say`Delete row and renumber` : say`Delete layer`,
      change: readsOne(sheet, row, model) ? remove(sheet, row) : undefined,
      ...whyItStays(sheet, row),
      order: same ? [...before(row), ...numbers.slice(row + 1)] : undefined,
    },
    {
      kind: "move-up",
      title: counts ? say`Move row up` : say`Move layer up`,
      change: swap(sheet, row - 1),
      ...whyInOrder(sheet, row - 1),
      order: swapped(row - 1),
    },
    {
      kind: "move-down",
      title: counts ? say`Move row down` : say`Move layer down`,
      change: swap(sheet, row),
      ...whyInOrder(sheet, row),
      order: swapped(row),
    },
    {
      kind: "duplicate",
      title: counts ? say`Duplicate row` : say`Duplicate layer`,
      change: fits(sheet, row, model) ? duplicate(sheet, row) : undefined,
      order: same ? [...before(row + 1), ...numbers.slice(row)] : undefined,
    },
  ];
}

function offered(draft: Draft, sheet: Sheet, { model, understand }: Known): readonly Offer[] {
  const { kind, title, change, cannot, order } = draft;
  if (!change) return cannot ? [{ kind, title, edits: cannot }] : [];
  const edits = [...change].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  // Weights are stored by the number of a row, or by names that no file says.
  if (!sheet.counts || !model) return [{ kind, title, edits }];
  const before = tensorsIn(model);
  const none: Tensors = new Map();
  const other = order || sheet.text.length > mostRead ? undefined : understand(applied(sheet.text, edits));
  const after = order?.map((row) => (row === undefined ? none : before[row])) ?? (other && tensorsIn(other));
  const kept = after && keptWeights(before, after);
  return [{ kind, title: kept ? say`${title}: ${kept}` : title, edits }];
}

function whyItStays({ rows, counts }: Sheet, row: number): Pick<Draft, "cannot"> {
  const isRead = rows.some(({ reads }) => reads.some(({ target }) => target === row));
  const sources = rows[row]!.reads.length;
  if (rows.length === 1) return { cannot: counts ? say`it is the only row` : say`it is the only layer` };
  return isRead && sources > 1
    ? { cannot: say`it reads ${sources} things, and whoever reads it could read only one of them instead` }
    : {};
}

/** Why a row and the one below cannot change places; nothing where one of them is none. */
function whyInOrder({ rows, counts }: Sheet, row: number): Pick<Draft, "cannot"> {
  const [one, other] = [rows[row], rows[row + 1]];
  if (!one || other?.list !== one.list || !other.reads.some(({ target }) => target === row)) return {};
  return {
    cannot: counts
      ? say`row ${row + 1}, ${other.op}, reads row ${row}, ${one.op}`
      : say`${other.name ?? other.op} reads ${one.name ?? one.op}`,
  };
}

/** A row of the text in the graph; of one in a block, where the block is called first. */
function graphRow(model: Model, sheet: Sheet, row: number): GraphRow | undefined {
  const at = sheet.rows[row]?.span.from;
  const find = (rows: readonly GraphRow[]): GraphRow | undefined => {
    for (const one of rows) {
      const found = one.span.from === at ? one : find(one.rows);
      if (found) return found;
    }
    return undefined;
  };
  return find(model.graph.rows);
}

/** A row that takes one thing can stand behind this one, −1 being what the list is given. */
function fits(sheet: Sheet, row: number, model: Model | undefined): boolean {
  if (!model) return true;
  if (row < 0) {
    const first = graphRow(model, sheet, 0);
    const given = first?.outer ? first.outer.inputs : model.graph.nodes.filter((node) => node.given);
    return given.length < 2;
  }
  const found = graphRow(model, sheet, row);
  return !found || (found.outputs.length < 2 && shapesOf(model, found).length < 2);
}

function readsOne(sheet: Sheet, row: number, model: Model | undefined): boolean {
  const found = model && graphRow(model, sheet, row);
  const isRead = sheet.rows.some(({ reads }) => reads.some(({ target }) => target === row));
  return !found || !isRead || found.inputs.length === 1;
}

function isSame(model: Model, sheet: Sheet, row: number): boolean {
  const found = graphRow(model, sheet, row);
  return found !== undefined && keepsShape(model, found);
}
