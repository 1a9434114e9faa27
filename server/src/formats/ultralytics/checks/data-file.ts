import type { Beside } from "../../../core/beside";
import { thousands } from "../../../core/figures";
import { type Message, say } from "../../../core/message";
import { type Problem, problem, type Report } from "../../../core/problem";
import type { Span } from "../../../core/span";
import { numberOf } from "../../../core/value";
import { entriesOf } from "../../../tree/tree";
import { names } from "../dialect";
import type { Check, Written } from "./check";
import { unscaledWidths } from "./unscaled-widths";

/** What a data file beside a model says otherwise than the model, which the trainer then builds for the data. */
export const dataFile: Check = (written, report) => {
  const { data } = written;
  if (!data) return;
  classes(written, data, report);
  pose(written, data, report);
};

/** The last key of that name, which counts. */
const keyOf = ({ document: { root } }: Written, key: string): Span | undefined =>
  entriesOf(root).findLast((entry) => entry.key === key)?.keySpan;

/** Trained on whole folders, or with no more classes than there are texts, so that the number is not that of the file. */
const otherwise = names("Classify WorldDetect YOLOEDetect YOLOESegment YOLOESegment26");

function classes(written: Written, data: Beside, report: Report): void {
  const { file } = written;
  const nc = numberOf(file.settings.get("nc"));
  const at = keyOf(written, "nc");
  const last = file.rows.at(-1);
  const takes = last?.args.some((arg) => arg.kind === "text" && arg.value === "nc");
  if (data.classes === undefined || nc === undefined || !at || data.classes === nc) return;
  if (!takes || otherwise.has(last!.module)) return;
  const widths = unscaledWidths(written, data.classes, data.file);
  if (widths) {
    const related = { span: at, message: say`the trainer puts ${data.classes} in the place of this ${nc}` };
    report({ ...widths, related: [...(widths.related ?? []), related] });
    return;
  }
  const said = say`${data.file} has ${counted(data.classes)}: the trainer builds the model for ${data.classes} instead of ${nc}`;
  report(problem("data-classes-differ", at, withParameters(said, data)));
}

const counted = (classes: number): string => (classes === 1 ? "1 class" : `${thousands(String(classes))} classes`);

function withParameters(said: Message, data: Beside): Message {
  const [before, after] = [data.count?.(undefined), data.count?.(data.classes)];
  if (!before || !after || before.parameters === after.parameters) return said;
  const [old, now] = [before, after].map(({ parameters }) => thousands(String(parameters)));
  const scale = after.scale === undefined ? "" : ` at scale ${after.scale}`;
  return say`${said}, with ${now!} parameters instead of ${old!}${scale}`;
}

const poses = names("Pose Pose26");

function pose(written: Written, { kptShape, file: name }: Beside, report: Report): void {
  const { file, dialect } = written;
  const last = file.rows.at(-1);
  // The parsers with anchors have no such head, and YOLOv7 builds the poses of its own in another way.
  if (!last || !poses.has(last.module) || !dialect.vocabulary.spellings.has(last.module) || kptShape === undefined)
    return;
  const found =
    kptShape === null ? withoutShape(name, last.module, last.moduleSpan) : otherShape(written, name, kptShape);
  if (found) report(found);
}

const withoutShape = (file: string, module: string, at: Span): Problem =>
  problem(
    "data-without-kpt-shape",
    at,
    say`${file} has no kpt_shape, without which the trainer of a ${module} stops: KeyError`,
  );

function otherShape(written: Written, file: string, theirs: readonly number[]): Problem | undefined {
  const at = keyOf(written, "kpt_shape");
  const shape = written.file.settings.get("kpt_shape");
  const ours = shape?.kind === "list" ? shape.items.map(numberOf) : undefined;
  if (!at || !ours?.length || ours.includes(undefined) || String(ours) === String(theirs)) return undefined;
  const [here, there] = [ours, theirs].map((numbers) => `[${numbers.join(", ")}]`);
  return problem(
    "data-kpt-shape-differs",
    at,
    say`${file} has kpt_shape ${there!}: the trainer builds the model for it instead of ${here!}`,
  );
}
