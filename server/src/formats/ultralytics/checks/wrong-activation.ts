import { say } from "../../../core/message";
import { problem, replace } from "../../../core/problem";
import { entryOf, textOf } from "../../../tree/tree";
import { activations, readsActivation } from "../activation";
import { names } from "../dialect";
import type { Check } from "./check";

/** Versions whose parser knows nothing by these names. */
const strict = names("ultralytics-8.4 ultralytics-8.3 yolov10 yolov12");

/** The key is evaluated as Python: a class makes a model whose first image fails, and a bare name none at all. */
export const wrongActivation: Check = ({ document: { root }, file, dialect: { vocabulary } }, report) => {
  const written = entryOf(root, "activation")?.value;
  const text = textOf(written)?.trim();
  if (!written || text === undefined || !readsActivation.has(vocabulary.id)) return;
  const [, path = "", name = "", call = ""] = /^((?:torch\.)?nn\.)?(\w+)(\(.*\))?$/.exec(text) ?? [];
  const meant = [...activations].find((one) => one.toLowerCase() === name.toLowerCase());
  if (meant === undefined) return;
  if (path && meant === name && !call && file.rows.some(({ module }) => module === "Conv")) {
    const message = say`${text} is a class; an activation is made by ${`${text}()`}`;
    report(
      problem("wrong-activation", written.span, message, replace(say`Add the parentheses`, written.span, `${text}()`)),
    );
  }
  if (!path && strict.has(vocabulary.id)) {
    const right = `nn.${meant}${call || "()"}`;
    const message = say`${name} is a name that the parser does not know; ${right} is an activation`;
    report(problem("wrong-activation", written.span, message, replace(say`Change to ${right}`, written.span, right)));
  }
};
