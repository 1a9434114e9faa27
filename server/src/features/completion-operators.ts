import { CompletionItemKind } from "vscode-languageserver-types";
import type { Place } from "../core/format";
import { render, say } from "../core/message";
import { isLayer, type Spelling, type Vocabulary } from "../core/vocabulary";
import { distinct, documentation, type Item, type Menu, snippet, stop, verbatimIn } from "./completion-item";
import { isNeeded, valuesOf } from "./completion-values";
import { aboutOperator } from "./hover-operator";
import { callsGiven, inOrder, isOften, type Likely } from "./likely";

type At<Kind> = Place & { readonly kind: Kind };

/** Operators and blocks of the file, the likeliest first. */
export function operatorItems(place: At<"op">, likely: Likely, menu: Menu): readonly Item[] {
  const blocks = new Map(place.more.map((block) => [block.name, block]));
  return layersOf(place.vocabulary, likely, [...blocks.keys()]).map((word) => {
    const block = blocks.get(word);
    const stops = block ? block.stops : stopsOf(word, place, likely);
    const item = block ? blockItem(word, menu) : about(word, place.vocabulary.spellings.get(word)!, menu);
    if (!menu.snippets || !place.write || !stops.length) return item;
    const args = stops.map(({ name, values }, i) => ({ name, value: stop(i + 1, values) }));
    return { ...item, ...snippet(place.write(verbatimIn(word), args), menu) };
  });
}

const layersOf = (vocabulary: Vocabulary, likely: Likely, blocks: readonly string[] = []): readonly string[] =>
  inOrder(
    [...vocabulary.spellings.keys()].filter((word) => isLayer(vocabulary, word)),
    blocks,
    likely,
  );

const blockItem = (label: string, menu: Menu): Item => ({
  label,
  kind: CompletionItemKind.Struct,
  detail: render(say`block of this file`, menu.voice),
});

function about(word: string, spelling: Spelling, menu: Menu): Item {
  return {
    label: word,
    kind: CompletionItemKind.Class,
    detail: `(${spelling.order.join(", ")})`,
    documentation: documentation(aboutOperator(spelling), menu),
    ...(spelling.op.name !== word && { filterText: word }),
  };
}

/** Arguments it cannot do without; by position, all up to the last that is usually given. */
function stopsOf(word: string, place: Pick<At<"op">, "vocabulary" | "byPosition">, likely: Likely) {
  const { order } = place.vocabulary.spellings.get(word)!;
  const spelling = place.vocabulary.spellings.get(word)!;
  const wanted = order.map(
    (arg) => isNeeded(spelling, arg) || (place.byPosition === true && isOften(word, arg, likely)),
  );
  const args = place.byPosition ? order.slice(0, wanted.lastIndexOf(true) + 1) : order.filter((_, i) => wanted[i]);
  return args.map((name) => ({ name, values: valuesOf(word, name, place.vocabulary, likely).slice(0, 8) }));
}

/** Whole lists of arguments: as other calls have them, and else one with stops. */
export function argumentLists({ op, vocabulary, write }: At<"args">, likely: Likely, menu: Menu): readonly Item[] {
  const calls = distinct(callsGiven(op, likely)).map(
    (args): Item => ({ label: `[${args}]`, kind: CompletionItemKind.Value, text: write(args) }),
  );
  if (!vocabulary.spellings.has(op)) return calls;
  const stops = stopsOf(op, { vocabulary, byPosition: true }, likely);
  const args = stops.map(({ values }) => values[0] ?? "").join(", ");
  const own: Item = {
    label: `[${args}]`,
    kind: CompletionItemKind.Snippet,
    ...snippet(write(stops.map(({ values }, i) => stop(i + 1, values)).join(", ")), menu),
  };
  return calls.some(({ label }) => label === own.label) ? calls : [...calls, own];
}

/** Whole layers, each with the arguments that it usually has. */
export function layerItems({ vocabulary, row }: At<"start">, likely: Likely, menu: Menu): readonly Item[] {
  return layersOf(vocabulary, likely).map((word) => {
    const spelling = vocabulary.spellings.get(word)!;
    const stops = stopsOf(word, { vocabulary, byPosition: true }, likely);
    const several = Object.values(spelling.op.inputs as { readonly [name: string]: string });
    const isJoin = several.length > 1 || several.some((axes) => axes.endsWith("+"));
    const first = isJoin ? 2 : 1;
    const usual = callsGiven(word, likely)[0];
    const args = usual === undefined ? stops.map(({ values }, i) => stop(first + i, values)).join(", ") : undefined;
    const put = snippet(row(verbatimIn(word), args ?? stop(first, [usual!]), isJoin), menu);
    const plainly = snippet(row(word, usual ?? stops.map(({ values }) => values[0] ?? "").join(", "), isJoin), {
      ...menu,
      snippets: false,
    });
    return { ...about(word, spelling, menu), detail: plainly.text!, ...put };
  });
}
