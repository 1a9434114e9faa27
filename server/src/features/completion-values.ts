import { CompletionItemKind } from "vscode-languageserver-types";
import type { Choice, Place } from "../core/format";
import { render, say } from "../core/message";
import { isRequired, type Param, showDefault } from "../core/param";
import { parameterOf, type Spelling, type Vocabulary } from "../core/vocabulary";
import { told, type Voice } from "../core/voice";
import { distinct, distinctItems, documentation, type Item, type Menu, snippet, stop } from "./completion-item";
import { inWords } from "./in-words";
import { argumentsGiven, type Likely, valuesGiven } from "./likely";

export const paramOf = (spelling: Spelling, word: string): Param<unknown> | undefined =>
  spelling.params[parameterOf(spelling, word) ?? ""];

export function isNeeded(spelling: Spelling, word: string): boolean {
  const param = paramOf(spelling, word);
  return param !== undefined && isRequired(param);
}

/** What an argument may be given: what it is given elsewhere, what its type suggests, and at last its default. */
export function valuesOf(op: string, arg: string, vocabulary: Vocabulary, likely: Likely): readonly string[] {
  const spelling = vocabulary.spellings.get(op);
  const param = spelling && paramOf(spelling, arg);
  const given = valuesGiven(op, arg, likely);
  if (spelling?.applies.includes(arg)) return distinct([...given, ...(vocabulary.activations?.keys() ?? [])]);
  const either = typeof param?.default === "boolean" ? ["true", "false"] : [];
  const all = distinct(
    [...given, ...(param?.type.suggest.length ? param.type.suggest : either)].map((one) => inWords(one, vocabulary)),
  );
  const left = param && inWords(showDefault(param) ?? "", vocabulary);
  return all.includes(left ?? "") ? [...all.filter((one) => one !== left), left!] : all;
}

export function valueItems(place: Place & { readonly kind: "arg-value" }, likely: Likely, menu: Menu): readonly Item[] {
  const { vocabulary, op, arg } = place;
  const spelling = vocabulary.spellings.get(op);
  const param = spelling && paramOf(spelling, arg);
  const more = (place.more ?? []).map(chosen(menu));
  const left = param && showDefault(param);
  // By position an argument is left out by writing that it is none.
  const none =
    param?.type.optional && vocabulary.literals && !param.type.suggest.includes("null")
      ? [vocabulary.literals.null]
      : [];
  const values = distinct([...(spelling ? valuesOf(op, arg, vocabulary, likely) : []), ...none]).map(
    (label): Item => ({
      label,
      kind: CompletionItemKind.Value,
      ...(left !== undefined && label === inWords(left, vocabulary) && { detail: render(say`default`, menu.voice) }),
    }),
  );
  // A name that is the argument's own says more than any value.
  return distinctItems(more[0]?.label === arg ? [...more, ...values] : [...values, ...more]);
}

export const chosen =
  (menu: Menu) =>
  ({ name, doc, value }: Choice): Item => ({
    label: name,
    kind: CompletionItemKind.Value,
    ...(doc && { more: () => documentation([told(doc, menu.voice)], menu) }),
    ...(value !== undefined && snippet(value, menu)),
  });

/** Those that must be given first, then those that usually are; what only states a size, or changes nothing, last. */
export function argumentItems(
  { vocabulary, op, given }: Place & { readonly kind: "arg-name" },
  colon: string,
  likely: Likely,
  menu: Menu,
): readonly Item[] {
  const spelling = vocabulary.spellings.get(op);
  const open = spelling?.order.filter((word) => !given.includes(word)) ?? [];
  const first = open.filter((word) => isNeeded(spelling!, word));
  const usually = argumentsGiven(op, likely).filter((word) => open.includes(word));
  const plainly = open.filter((word) => !spelling!.ignores.includes(word) && !Object.hasOwn(spelling!.states, word));
  return distinct([...first, ...usually, ...plainly, ...open]).map((word) => {
    const values = colon && !first.includes(word) ? fewValues(op, word, vocabulary, likely) : [];
    return {
      ...argument(word, spelling!, menu),
      ...(values.length && menu.snippets ? snippet(word + colon + stop(1, values), menu) : { text: word + colon }),
    };
  });
}

/** Where an argument has few values at all, they are put in as a choice, the default last. */
function fewValues(op: string, word: string, vocabulary: Vocabulary, likely: Likely): readonly string[] {
  const type = paramOf(vocabulary.spellings.get(op)!, word)?.type;
  const closed = type && type.suggest.length > 1 && type.suggest.every((one) => /^[a-z_]+$/i.test(one));
  return closed ? valuesOf(op, word, vocabulary, likely) : [];
}

function argument(word: string, spelling: Spelling, menu: Menu): Item {
  const param = paramOf(spelling, word);
  const left = param && showDefault(param);
  const type = param && told(param.type.label, menu.voice);
  const detail = left === undefined ? type : render(say`${type!}, default ${left}`, menu.voice);
  return {
    label: word,
    kind: CompletionItemKind.Property,
    ...(detail !== undefined && { detail }),
    more: () => documentation(param ? [told(param.doc, menu.voice)] : besides(word, spelling, menu.voice), menu),
  };
}

/** What arguments do that are none of the operator's parameters. */
function besides(word: string, { states, applies, ignores }: Spelling, voice: Voice): readonly string[] {
  if (Object.hasOwn(states, word))
    return [render(say`States a size that follows from what the layer reads, and may be left out.`, voice)];
  if (applies.includes(word)) return [render(say`The name of an activation, which the result goes through.`, voice)];
  return ignores.includes(word) ? [render(say`Changes neither shapes nor counts.`, voice)] : [];
}
