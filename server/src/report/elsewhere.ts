import type { Elsewhere } from "../core/python-class";

/** Where it is in the other file, counted from 1 as in every report. */
export const rangeOf = ({ start, end }: Elsewhere) => ({
  line: start.line + 1,
  column: start.column + 1,
  endLine: end.line + 1,
  endColumn: end.column + 1,
});
