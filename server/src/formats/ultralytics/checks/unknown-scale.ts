import { say } from "../../../core/message";
import { problem } from "../../../core/problem";
import { scaleInName } from "../scale-name";
import type { Check } from "./check";
import { scalesIn } from "./scales";

/** A letter in the name of the file is looked up in `scales`, and nothing takes its place. */
export const unknownScale: Check = (written, report) => {
  const { name, dialect } = written;
  const scales = scalesIn(written);
  const asked = name === undefined ? undefined : scaleInName(name, dialect.vocabulary.id);
  if (asked === undefined || !scales || scales.letters.includes(asked)) return;
  const there = scales.letters.join(", ");
  report(
    problem("unknown-scale", scales.span, say`the name of the file asks for scale ${asked}; here are only ${there}`),
  );
};
