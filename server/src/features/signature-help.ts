import type { SignatureInformation } from "vscode-languageserver-types";
import { type Param, showDefault } from "../core/param";
import { parameterOf, type Spelling } from "../core/vocabulary";

/** The call as the file's framework writes it, in its order. */
export function signature(name: string, spelling: Spelling): SignatureInformation {
  const parameters = spelling.order.map((word) => {
    const param: Param<unknown> | undefined = spelling.op.params[parameterOf(spelling, word) ?? ""];
    const left = param && showDefault(param);
    return { label: left === undefined ? word : `${word} = ${left}`, ...(param && { documentation: param.doc }) };
  });
  return {
    label: `${name}(${parameters.map((p) => p.label).join(", ")})`,
    documentation: spelling.op.summary,
    parameters,
  };
}
