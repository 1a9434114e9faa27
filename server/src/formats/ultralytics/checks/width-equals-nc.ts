import { type Message, say } from "../../../core/message";
import { type Fix, type Problem, problem } from "../../../core/problem";
import { numberOf, type Value } from "../../../core/value";
import { scaled } from "../arithmetic";
import type { Scale } from "../file";
import type { Check, Written } from "./check";

/** Libraries take a width that equals the number of classes for the output of a classifier, and leave it as it is. */
export const widthEqualsNc: Check = ({ file, dialect, scales, data }, report) => {
  const width = dialect.unscaled(file.settings);
  // The classes of the data count, where they are known to be others.
  if (data?.classes !== undefined && data.classes !== numberOf(file.settings.get("nc"))) return;
  // Who writes a width that channels never have means that very number.
  if (width === undefined || width % 8 !== 0) return;
  const changed = scales.filter((scale) => scaled(width, scale) !== width);
  if (!changed.length) return;
  const widths = file.rows.flatMap(({ module, args: [first] }): readonly Value[] => {
    const isHead = dialect.vocabulary.spellings.get(module)?.op.traits.includes("head");
    return dialect.scaled.has(module) && !isHead && first && numberOf(first) === width ? [first] : [];
  });
  if (widths.length) report(told(width, widths, changed, { file, scales }));
};

function told(
  width: number,
  [first, ...others]: readonly Value[],
  changed: readonly Scale[],
  { file, scales }: Pick<Written, "file" | "scales">,
): Problem {
  const [one] = changed as readonly [Scale];
  const why = numberOf(file.settings.get("nc")) === width ? say`nc is ${width} too` : say`a head predicts as many`;
  const message = say`${width} channels are not scaled, since ${why}; at width ${one.width} they would be ${scaled(width, one)}; the nc of the data decides in the end`;
  const found = problem("width-equals-nc", first!.span, message, likeIt(width, [first!, ...others], scales));
  const ids = changed.flatMap(({ id }) => id ?? []);
  return {
    ...found,
    ...(ids.length && ids.length < scales.length && { scales: ids }),
    ...(others.length && { related: others.map(({ span }) => ({ span, message: say`nor is this width scaled` })) }),
  };
}

/** One channel less becomes as many wherever the number is rounded up. */
function likeIt(width: number, widths: readonly Value[], scales: readonly Scale[]): Fix | undefined {
  const less = width - 1;
  if (!scales.every((scale) => scaled(less, scale) === scaled(width, scale))) return undefined;
  const title: Message = say`Write ${less}, which is scaled to what ${width} would be`;
  return { title, edits: widths.map(({ span }) => ({ span, text: String(less) })), safe: false };
}
