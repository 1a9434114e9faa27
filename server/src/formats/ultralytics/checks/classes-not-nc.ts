import { say } from "../../../core/message";
import { problem } from "../../../core/problem";
import { numberOf } from "../../../core/value";
import type { Check } from "./check";

/** A head with a number of its own goes on predicting so many classes, whatever `nc` or the data set says. */
export const classesNotNc: Check = ({ file: { rows, settings }, dialect: { vocabulary } }, report) => {
  const nc = numberOf(settings.get("nc"));
  if (nc === undefined) return;
  for (const { module, args } of rows) {
    const order = vocabulary.spellings.get(module)?.order ?? [];
    const written = args[order.indexOf("nc")];
    const classes = numberOf(written);
    if (!written || classes === undefined || classes === nc) continue;
    const message = say`nc is ${nc}, but this ${module} predicts ${classes} classes, also when the data set has others`;
    const edits = [{ span: written.span, text: "nc" }];
    report(problem("classes-not-nc", written.span, message, { title: say`Write nc`, edits, safe: false }));
  }
};
