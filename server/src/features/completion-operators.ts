import { CompletionItemKind } from "vscode-languageserver-types";
import type { Place } from "../core/format";
import { render, say } from "../core/message";
import { isLayer, type Spelling, type Vocabulary } from "../core/vocabulary";
import type { Voice } from "../core/voice";
import {
  distinct,
  distinctItems,
  documentation,
  type Item,
  type Menu,
  type More,
  snippet,
  stop,
  verbatimIn,
  withoutStops,
} from "./completion-item";
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
    more: () => ({ detail: `(${spelling.order.join(", ")})`, ...aboutIt(spelling, menu) }),
    ...(spelling.op.name !== word && { filterText: word }),
  };
}

/** Who cannot ask for it later is told it of each operator, at each key. */
const documented = new WeakMap<Spelling, { readonly voice: Voice; readonly markdown: boolean; readonly more: More }>();

function aboutIt(spelling: Spelling, menu: Menu): More {
  const { voice, markdown } = menu;
  const known = documented.get(spelling);
  if (known?.voice === voice && known.markdown === markdown) return known.more;
  const more = documentation(aboutOperator(spelling, undefined, voice), menu);
  documented.set(spelling, { voice, markdown, more });
  return more;
}

/** Arguments it cannot do without; by position, all up to the last that is usually given. */
function stopsOf(word: string, place: Pick<At<"op">, "vocabulary" | "byPosition">, likely: Likely, often?: true) {
  const spelling = place.vocabulary.spellings.get(word)!;
  const { order } = spelling;
  const wanted = order.map(
    (arg) => isNeeded(spelling, arg) || ((often ?? place.byPosition) === true && isOften(word, arg, likely)),
  );
  const args = place.byPosition ? order.slice(0, wanted.lastIndexOf(true) + 1) : order.filter((_, i) => wanted[i]);
  return args.map((name) => ({ name, values: valuesOf(word, name, place.vocabulary, likely).slice(0, 8) }));
}

/** Whole lists of arguments: as other calls have them, and else one with stops. */
export function argumentLists(place: At<"args">, likely: Likely, menu: Menu): readonly Item[] {
  const { op, vocabulary, byPosition, write } = place;
  const known = vocabulary.spellings.has(op);
  const calls = byPosition ? distinct(callsGiven(op, likely)) : [];
  const whole = calls.map((args): Item => {
    const text = write([{ name: "", value: args }]);
    return { label: withoutStops(text).replace(/\]\]$/, "]"), kind: CompletionItemKind.Value, text };
  });
  const needed = place.stops ?? (known ? stopsOf(op, place, likely) : []);
  const often = known && !byPosition ? stopsOf(op, place, likely, true) : [];
  const lists = [needed, ...(often.length > needed.length ? [often] : [])].filter((stops) => stops.length);
  const own = lists.map((stops): Item => {
    const args = stops.map(({ name, values }, i) => ({ name, value: stop(i + 1, values) }));
    const label = withoutStops(write(args)).replace(/\]\]$/, "]");
    return { label, kind: CompletionItemKind.Snippet, ...snippet(write(args), menu) };
  });
  return distinctItems([...whole, ...own]);
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
    return { ...about(word, spelling, menu), detail: plainly.text!, more: () => aboutIt(spelling, menu), ...put };
  });
}
