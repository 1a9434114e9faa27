import { say } from "../../../core/message";
import { type Problem, problem } from "../../../core/problem";
import { numberOf } from "../../../core/value";
import { widener } from "../arithmetic";
import { builtFor } from "../classes";
import type { Scale } from "../file";
import type { Written } from "./check";

/** Widths that are no longer scaled once the trainer knows the number of classes, because they are equal to a number that comes of it. */
export function unscaledWidths({ file, dialect }: Written, classes: number, name: string): Problem | undefined {
  const equal = dialect.unscaled(builtFor(file, classes).settings);
  const rows = file.rows.filter(
    ({ module, args }) => equal !== undefined && dialect.scaled.has(module) && numberOf(args[0]) === equal,
  );
  const [first, ...others] = rows;
  const scaled = file.scales.flatMap((scale) => {
    const width = first && scaledWidth(first.args[0]!, scale);
    return width === undefined || width === equal ? [] : [{ scale, width }];
  });
  const [{ scale, width } = {}] = scaled;
  if (!first || !scale || equal === undefined) return undefined;
  const what = equal === classes ? say`this number` : say`the ${equal} numbers that its head then gives for a pixel`;
  const there = scale.id === undefined ? "" : ` at scale ${scale.id}`;
  const message = say`${name} has ${classes} classes, and a width equal to ${what} is not scaled: ${equal} channels here, not ${String(width)}${there}`;
  const related = others.map(({ args }) => ({ span: args[0]!.span, message: say`nor is this one` }));
  const some = scaled.flatMap(({ scale: { id } }) => (id === undefined ? [] : [id]));
  return {
    ...problem("data-classes-equal-width", first.args[0]!.span, message),
    ...(related.length && { related }),
    ...(some.length && some.length < file.scales.length && { scales: some }),
  };
}

const scaledWidth = (value: Parameters<ReturnType<typeof widener>>[0]["value"], scale: Scale): number | undefined =>
  numberOf(widener(scale, undefined)({ value }).value);
