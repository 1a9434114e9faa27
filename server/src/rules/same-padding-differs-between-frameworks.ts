import { argOf } from "../core/analysis";
import { say } from "../core/message";
import { rule } from "../core/rule";
import { extentOf, sizedWindowsOf, writtenWindows } from "../core/windows";

export const samePaddingDiffersBetweenFrameworks = rule({
  id: "same-padding-differs-between-frameworks",
  summary: "With a stride, `same` pads more behind than in front, which PyTorch's padding cannot say.",
  why: "Weights that are carried over see the image shifted by a pixel. The network runs there, and is a little worse for a reason that nobody finds.",
  severity: "information",
  waits: true,
  set: "export",
  source: "https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2",
  near: true,
  check(model, report) {
    for (const part of writtenWindows(model)) {
      if (part.args["padding"] !== "same") continue;
      const uneven = sizedWindowsOf(part).find(
        ({ stride, before, after }) => stride > 1 && after !== undefined && after !== before,
      );
      if (!uneven) continue;
      const { before, after, taps, dilation } = uneven;
      const even = Math.ceil((extentOf({ taps, dilation }) - 1) / 2);
      const of = part.op?.traits.includes("pooling") ? say`windows` : say`filters`;
      const span = argOf(part.step, "padding")?.value.span;
      const message = say`same puts ${before} px in front and ${after!} px behind; PyTorch's padding: ${even} puts ${even} px at both ends, and its ${of} see the image shifted by ${even - before} px`;
      report(part.step, message, { ...(span && { span }) });
    }
  },
});
