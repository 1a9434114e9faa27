import type { ParameterInformation, SignatureHelp, SignatureInformation } from "vscode-languageserver-types";
import type { Place } from "../core/format";
import { render, say } from "../core/message";
import { type Param, showDefault } from "../core/param";
import { contains } from "../core/span";
import { showAs } from "../core/value";
import { parameterOf, type Spelling, type Vocabulary } from "../core/vocabulary";
import type { Voice } from "../core/voice";
import { definitionOf } from "./hover-operator";
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
  if (place?.list) return inList(place.list, snapshot.voice);
  if (place?.call) return ofBlock(place.call, snapshot.voice);
  if (place?.kind !== "arg-name" && place?.kind !== "arg-value" && place?.kind !== "args") return undefined;
  const { vocabulary, op } = place;
  const spelling = vocabulary.spellings.get(op);
  if (!spelling) return undefined;
  const words = wordsOf(spelling);
  const written = place.kind === "arg-value" ? place.arg : snapshot.text.slice(place.span.from, place.span.to);
  const active = place.kind === "arg-value" ? words.indexOf(written) : meant(written, words);
  const call = signature(op, spelling, words, vocabulary, snapshot.voice);
  const effect = place.kind === "arg-value" ? effectOf(place.arg, snapshot, offset) : undefined;
  return helpOf(effect === undefined ? call : withEffect(call, active, effect), active);
}

/** One past the last: no argument is marked while nobody can tell which it will be. */
const helpOf = (call: SignatureInformation, active: number): SignatureHelp => ({
  signatures: [call],
  activeSignature: 0,
  activeParameter: active < 0 ? call.parameters!.length : active,
});

/** What only states what follows from the input is written by few, and comes last. */
const wordsOf = ({ order, states }: Spelling): readonly string[] => [
  ...order.filter((word) => !Object.hasOwn(states, word)),
  ...order.filter((word) => Object.hasOwn(states, word)),
];

/** The argument with this name, or the only one that begins so. */
function meant(written: string, words: readonly string[]): number {
  if (written === "") return -1;
  const whole = words.indexOf(written);
  const begun = words.filter((word) => word.startsWith(written));
  return whole < 0 && begun.length === 1 ? words.indexOf(begun[0]!) : whole;
}

function signature(
  name: string,
  spelling: Spelling,
  words: readonly string[],
  vocabulary: Vocabulary,
  voice?: Voice,
): SignatureInformation {
  const parameters = words.map((word): ParameterInformation => {
    const param: Param<unknown> | undefined = spelling.params[parameterOf(spelling, word) ?? ""];
    const left = param && showDefault(param);
    // A default that follows from another argument brings its own sign along.
    const label = left?.startsWith("= ")
      ? `${word} ${left}`
      : `${word}${left === undefined ? "" : ` = ${inWords(definitionOf(left, voice), vocabulary)}`}`;
    const doc = param ? definitionOf(param.doc, voice) : docOf(word, spelling, voice);
    return { label, ...(doc !== undefined && { documentation: plain(doc) }) };
  });
  return signatureOf(name, definitionOf(spelling.op.summary, voice), parameters);
}

/** Of an argument that is no parameter of the operator. */
function docOf(word: string, { states, applies, ignores }: Spelling, voice?: Voice): string | undefined {
  if (Object.hasOwn(states, word))
    return render(say`Only states what follows from the input; it can be left out.`, voice);
  if (applies.includes(word)) return render(say`Names an operator that is applied to the result.`, voice);
  return ignores.includes(word) ? render(say`Changes neither shapes nor counts.`, voice) : undefined;
}

const signatureOf = (name: string, summary: string, parameters: ParameterInformation[]): SignatureInformation => ({
  label: `${name}(${parameters.map(({ label }) => label).join(", ")})`,
  documentation: plain(summary),
  parameters,
});

/** A call of a block, with the defaults that the block has. */
function ofBlock({ block, params, active }: NonNullable<Place["call"]>, voice?: Voice): SignatureHelp {
  const parameters = params.map(({ name, doc, value }) => ({
    label: value === undefined ? name : `${name} = ${value}`,
    documentation: plain(definitionOf(doc, voice)),
  }));
  const call = signatureOf(block, render(say`A block of this file.`, voice), parameters);
  return helpOf(
    call,
    params.findIndex(({ name }) => name === active),
  );
}

const inList = ({ entries, active }: NonNullable<Place["list"]>, voice?: Voice): SignatureHelp => ({
  signatures: [
    {
      label: `[${entries.map(({ name }) => name).join(", ")}]`,
      parameters: entries.map(({ name, doc }) => ({ label: name, documentation: plain(definitionOf(doc, voice)) })),
    },
  ],
  activeSignature: 0,
  activeParameter: active,
});

/** What becomes of the argument under the cursor in the model that is looked at: `128 → 32 at n: 128 × width 0.25`. */
function effectOf(name: string, snapshot: Snapshot, offset: number): string | undefined {
  const model = activeModel(snapshot);
  const { voice } = snapshot;
  for (const use of model ? usesAt([model], offset) : [])
    for (const { node } of ownSteps(use)) {
      const value = node.args.find((arg) => arg.name === name)?.value;
      if (!value?.note || !contains(value.span, offset)) continue;
      const written = snapshot.text.slice(value.span.from, value.span.to);
      const where = whereOf(use, voice);
      const effective = showAs(value, model!.graph.vocabulary.literals);
      const said = where
        ? say`${written} → ${effective} at ${where}: ${value.note}`
        : say`${written} → ${effective}: ${value.note}`;
      return render(said, voice);
    }
  return undefined;
}

function withEffect(call: SignatureInformation, active: number, effect: string): SignatureInformation {
  const parameters = call.parameters!.map((one, i) =>
    i === active ? { ...one, documentation: [one.documentation, effect].filter((part) => part).join("\n") } : one,
  );
  return { ...call, parameters };
}
