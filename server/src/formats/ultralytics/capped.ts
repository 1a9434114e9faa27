import { say } from "../../core/message";
import { problem, type Report } from "../../core/problem";
import { numberOf } from "../../core/value";
import { gain } from "./arithmetic";
import type { Row } from "./file";
import type { Scale } from "./scales";

/** As many as in the native format; the largest models have a tenth of it. */
export const mostLayers = 10_000;

/** Rows as far as they are built in bounded time: none too many, and none repeated until it never ends. */
export function capped(rows: readonly Row[], scales: readonly Scale[], report: Report): readonly Row[] {
  const beyond = rows[mostLayers];
  if (beyond)
    report(
      problem("too-many-layers", beyond.moduleSpan, say`the model has more than ${mostLayers} layers from here on`),
    );
  const deepest = Math.max(...scales.map(({ depth }) => depth));
  let built = 0;
  return rows.slice(0, mostLayers).map((row) => {
    const times = Math.max(numberOf(gain(row.repeats, deepest)) ?? 1, 1);
    built += times;
    if (times === 1 || built <= mostLayers) return row;
    built -= times - 1;
    const message = say`${times} times ${row.module} would make more than ${mostLayers} layers of the model; it is read as if once`;
    report(problem("too-many-layers", row.repeats.span, message));
    return { ...row, repeats: { kind: "number", value: 1, span: row.repeats.span } };
  });
}
