import type { SignatureHelp, SignatureInformation } from "vscode-languageserver-types";
import { type Param, showDefault } from "../core/param";
import { parameterOf, type Spelling } from "../core/vocabulary";
import type { Snapshot } from "./snapshot";

/** The call that the cursor is in, as the file's framework writes it, with the argument that is being written. */
export function signatureHelp(snapshot: Snapshot, offset: number): SignatureHelp | undefined {
  const place = snapshot.place(offset);
  if (place?.kind !== "arg-name" && place?.kind !== "arg-value") return undefined;
  const spelling = place.vocabulary.spellings.get(place.op);
  if (!spelling) return undefined;
  const active = place.kind === "arg-value" ? spelling.order.indexOf(place.arg) : -1;
  return {
    signatures: [signature(place.op, spelling)],
    activeSignature: 0,
    // One past the last: no argument is marked while its name is still being written.
    activeParameter: active < 0 ? spelling.order.length : active,
  };
}

export function signature(name: string, spelling: Spelling): SignatureInformation {
  const parameters = spelling.order.map((word) => {
    const param: Param<unknown> | undefined = spelling.params[parameterOf(spelling, word) ?? ""];
    const left = param && showDefault(param);
    // A default that follows from another argument brings its own sign along.
    const label = left === undefined ? word : left.startsWith("= ") ? `${word} ${left}` : `${word} = ${left}`;
    return { label, ...(param && { documentation: param.doc }) };
  });
  return {
    label: `${name}(${parameters.map((p) => p.label).join(", ")})`,
    documentation: spelling.op.summary,
    parameters,
  };
}
