import type { Model } from "../core/analysis";
import { type Layer, layersOf } from "../core/layers";
import { type Message, say } from "../core/message";
import type { Fix, Related } from "../core/problem";
import { rule } from "../core/rule";
import { type Misread, misreadsIn, tooLow } from "../core/stages";

export const readsMidStage = rule({
  id: "reads-mid-stage",
  summary: "A join or a head reads a row in the middle of a stage instead of its last.",
  why: "Numbers of rows shift when a row is put in above. The sizes still fit, so the model is built and trained, and the rows that end the stage count for nothing there.",
  severity: "warning",
  near: true,
  needs: [({ op }) => op?.traits.includes("join") || op?.traits.includes("head") === true],
  check(model: Model, report) {
    const [first, ...others] = misreadsIn(layersOf(model));
    if (!first) return;
    const { reader, span, read, end } = first;
    const message = say`${nameOf(read)} does not end its stage of ${sizeOf(read)}: ${nameOf(end)} does${more(first, others)}`;
    const related = [first, ...others].flatMap(relatedTo);
    report(reader.step!, message, {
      span,
      related: [...related, ...others.map((one) => ({ span: one.span, message: say`so does this number` }))],
      fixes: [fixOf(first, others)],
    });
  },
});

const nameOf = ({ index, row }: Layer): Message => say`row ${index} (${row.op})`;
const sizeOf = ({ size }: Layer): Message => say`${size![0]}×${size![1]} px`;

const isShift = (first: Misread, others: readonly Misread[]): boolean =>
  others.every((one) => tooLow(one) === tooLow(first));

function more(first: Misread, others: readonly Misread[]): Message {
  if (!others.length) return say``;
  const numbers = others.length === 1 ? say`1 more number is` : say`${others.length} more numbers are`;
  return isShift(first, others) ? say`; ${numbers} too low by ${tooLow(first)}` : say`; ${numbers} too low`;
}

const relatedTo = ({ read, end }: Misread): readonly Related[] => [
  { span: read.row.opSpan, message: say`row ${read.index} of ${sizeOf(read)}` },
  { span: end.row.opSpan, message: say`row ${end.index} ends the stage` },
];

function fixOf(first: Misread, others: readonly Misread[]): Fix {
  const all = [first, ...others];
  const title = !others.length
    ? say`Change to ${first.end.index}`
    : isShift(first, others)
      ? say`Raise ${all.length} numbers by ${tooLow(first)}`
      : say`Let ${all.length} numbers lead to the ends of stages`;
  return { title, edits: all.map(({ span, end }) => ({ span, text: String(end.index) })), safe: false };
}
