import { render } from "../../core/message";
import { isEqual, type RowDifference } from "./compare";
import type { Comparison, HowTold } from "./comparison";
import { argsOf } from "./difference-lines";
import type { Line } from "./table";

/** What is different between two models, for a script. */
export function diffJson({ old, new: now, difference, notes }: Comparison, { voice }: HowTold): string {
  const { equal, rows, totals } = difference;
  const of = (kind: string): number => rows.filter((row) => kindOf(row) === kind).length;
  return `${JSON.stringify(
    {
      version: 1,
      equal: isEqual(difference),
      old,
      new: now,
      counts: { equal, changed: of("changed"), missing: of("missing"), extra: of("extra") },
      rows: rows.map((row) => ({
        kind: kindOf(row),
        differs: row.differs,
        old: row.old ? lineOf(row.old) : null,
        new: row.new ? lineOf(row.new) : null,
      })),
      totals,
      notes: notes.map((note) => render(note, voice)),
    },
    null,
    2,
  )}\n`;
}

/** Seen from the old model. */
const kindOf = (row: RowDifference): "changed" | "missing" | "extra" =>
  row.old && row.new ? "changed" : row.old ? "missing" : "extra";

const lineOf = ({ index, from, repeats, parameters, module, args }: Line): object => ({
  index,
  from,
  n: repeats ?? null,
  params: parameters ?? null,
  module,
  arguments: argsOf(args),
});
