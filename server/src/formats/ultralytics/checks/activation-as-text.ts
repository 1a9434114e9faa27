import { say } from "../../../core/message";
import { problem, replace } from "../../../core/problem";
import { anything } from "../../../core/types";
import type { Value } from "../../../core/value";
import type { Row } from "../file";
import { pythonLiteral } from "../scalar";
import { variableOf } from "../variables";
import type { Check, Written } from "./check";

const aClass = /^nn\.[A-Z]\w*$/;

/** A block takes `True` or a module for its activation; anything else is none, and nobody is told. */
export const activationAsText: Check = (written, report) => {
  const { id } = written.dialect.vocabulary;
  for (const row of written.file.rows) {
    const act = activationOf(row, written);
    if (act?.kind !== "text" || pythonLiteral(act.value) !== undefined) continue;
    if (variableOf(act.value, written.dialect)) continue;
    const { span, value } = act;
    if (!written.dialect.evaluates) {
      const message = say`${value} stays a text in ${id}, and a text is no activation: this ${row.module} has none`;
      report(problem("activation-as-text", span, message));
    } else if (aClass.test(value)) {
      const message = say`${value} is a class and no activation: this ${row.module} has none`;
      report(problem("activation-as-text", span, message, replace(say`Add the parentheses`, span, `${value}()`)));
    }
  }
};

/** The argument of a row that its block takes for its activation, whatever it is. */
function activationOf({ module, args }: Row, { dialect }: Written): Value | undefined {
  const spelling = dialect.vocabulary.spellings.get(module);
  if (spelling?.params["act"]?.type !== anything) return undefined;
  return args.find((_, i) => spelling.order[i] === "act");
}
