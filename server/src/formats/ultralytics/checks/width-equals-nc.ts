import { empty, say } from "../../../core/message";
import { type Fix, problem } from "../../../core/problem";
import { numberOf } from "../../../core/value";
import { scaled } from "../arithmetic";
import type { Scale } from "../file";
import type { Check } from "./check";
import { toldOf, type Unscaled, unscaledIn } from "./unscaled-widths";

/** Libraries take a width that equals the number of classes for the output of a classifier, and leave it as it is. */
export const widthEqualsNc: Check = (written, report) => {
  const { file, scales, data } = written;
  const nc = numberOf(file.settings.get("nc"));
  // The classes of the data count, where they are known to be others.
  const unscaled = data?.classes === undefined || data.classes === nc ? unscaledIn(written) : undefined;
  if (!unscaled) return;
  const {
    equal,
    widths: [first],
    at: [{ scale, width }],
  } = unscaled;
  const why = nc === equal ? say`nc is ${equal} too` : say`a head predicts as many`;
  const open = data?.classes !== undefined ? empty : say`; the nc of the data decides in the end`;
  const message = say`${equal} channels are not scaled, since ${why}; at width ${scale.width} they would be ${width}${open}`;
  report(toldOf(unscaled, problem("width-equals-nc", first.span, message, likeIt(unscaled, scales)), written));
};

/** One channel less becomes as many wherever the number is rounded up. */
function likeIt({ equal, widths }: Unscaled, scales: readonly Scale[]): Fix | undefined {
  const less = equal - 1;
  if (!scales.every((scale) => scaled(less, scale) === scaled(equal, scale))) return undefined;
  const title = say`Write ${less}, which is scaled to what ${equal} would be`;
  return { title, edits: widths.map(({ span }) => ({ span, text: String(less) })), safe: false };
}
