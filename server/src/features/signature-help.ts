import type { SignatureHelp, SignatureInformation } from "vscode-languageserver-types";
import type { Place } from "../core/format";
import { render } from "../core/message";
import { type Param, showDefault } from "../core/param";
import { contains } from "../core/span";
import { showAs } from "../core/value";
import { parameterOf, type Spelling, type Vocabulary } from "../core/vocabulary";
import { inWords } from "./in-words";
import { plain } from "./plain";
import { activeModel, type Snapshot } from "./snapshot";
import { ownSteps, usesAt, whereOf } from "./use";

/**
 * The call that the cursor is in, as the file's framework writes it, with the argument that is being written; or
 * the list, where each of its entries has a meaning of its own.
 */
export function signatureHelp(snapshot: Snapshot, offset: number): SignatureHelp | undefined {
  const place = snapshot.place(offset);
  if (place?.list) return inList(place.list);
  if (place?.kind !== "arg-name" && place?.kind !== "arg-value") return undefined;
  const { vocabulary, op } = place;
  const spelling = vocabulary.spellings.get(op);
  if (!spelling) return undefined;
  const active = place.kind === "arg-value" ? spelling.order.indexOf(place.arg) : -1;
  const call = signature(op, spelling, vocabulary);
  const effect = place.kind === "arg-value" ? effectOf(place.arg, snapshot, offset) : undefined;
  return {
    signatures: [effect === undefined ? call : withEffect(call, active, effect)],
    activeSignature: 0,
    // One past the last: no argument is marked while its name is still being written.
    activeParameter: active < 0 ? spelling.order.length : active,
  };
}

function signature(name: string, spelling: Spelling, vocabulary: Vocabulary): SignatureInformation {
  const parameters = spelling.order.map((word) => {
    const param: Param<unknown> | undefined = spelling.params[parameterOf(spelling, word) ?? ""];
    const left = param && showDefault(param);
    // A default that follows from another argument brings its own sign along.
    const label = left?.startsWith("= ")
      ? `${word} ${left}`
      : `${word}${left === undefined ? "" : ` = ${inWords(left, vocabulary)}`}`;
    return { label, ...(param && { documentation: plain(param.doc) }) };
  });
  return {
    label: `${name}(${parameters.map((p) => p.label).join(", ")})`,
    documentation: plain(spelling.op.summary),
    parameters,
  };
}

const inList = ({ entries, active }: NonNullable<Place["list"]>): SignatureHelp => ({
  signatures: [
    {
      label: `[${entries.map(({ name }) => name).join(", ")}]`,
      parameters: entries.map(({ name, doc }) => ({ label: name, documentation: plain(doc) })),
    },
  ],
  activeSignature: 0,
  activeParameter: active,
});

/** What becomes of the argument under the cursor in the model that is looked at: `128 → 32 at n: 128 × width 0.25`. */
function effectOf(name: string, snapshot: Snapshot, offset: number): string | undefined {
  const model = activeModel(snapshot);
  for (const use of model ? usesAt([model], offset) : [])
    for (const { node } of ownSteps(use)) {
      const value = node.args.find((arg) => arg.name === name)?.value;
      if (!value?.note || !contains(value.span, offset)) continue;
      const written = snapshot.text.slice(value.span.from, value.span.to);
      const where = whereOf(use);
      const effective = showAs(value, model!.graph.vocabulary.literals);
      return `${written} → ${effective}${where && ` at ${where}`}: ${render(value.note)}`;
    }
  return undefined;
}

function withEffect(call: SignatureInformation, active: number, effect: string): SignatureInformation {
  const parameters = call.parameters!.map((one, i) =>
    i === active ? { ...one, documentation: [one.documentation, effect].filter((part) => part).join("\n") } : one,
  );
  return { ...call, parameters };
}
