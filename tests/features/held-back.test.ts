import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import { completion } from "../../server/src/features/completion";
import { every } from "../support/sample";
import { applyLsp, snapshotOf } from "../support/shown/at-cursor";

/** As editors do, by what is typed of the word, in the order of the server. */
const shownFor = (items: readonly CompletionItem[], typed: string): readonly CompletionItem[] =>
  items.filter(({ label, filterText = label }) => filterText.toLowerCase().startsWith(typed.toLowerCase()));

interface HeldBack {
  readonly kind: string;
  readonly word: string;
  readonly where: string;
  /** Where the word stands among what is shown; −1 where it is not. */
  readonly rank: number;
}

const words = /[\w.$-]+/g;
const step = every(1, "words of models", 8);

/** Each word of a model is taken out but for what is typed of it, and asked for. */
function heldBack(path: string, typedOf: number): readonly HeldBack[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(words)].flatMap(({ 0: word, index: from }, i): HeldBack[] => {
    if (i % step !== typedOf % step) return [];
    const line = text.lastIndexOf("\n", from) + 1;
    if (typedOf >= word.length || text.slice(line, from).includes("#") || /^-+$/.test(word)) return [];
    const without = text.slice(0, from + typedOf) + text.slice(from + word.length);
    const snapshot = snapshotOf(without);
    const place = snapshot.place(from + typedOf);
    if (!place) return [];
    const items = completion(snapshot, from + typedOf, { snippets: true, markdown: true });
    const shown = shownFor(items, word.slice(0, typedOf));
    const rank = shown.findIndex(({ label }) => label === word);
    const where = `${path}:${text.slice(0, from).split("\n").length} ${word} after ${typedOf} letters`;
    if (rank >= 0) assert.equal(applyLsp(without, [shown[rank]!.textEdit as TextEdit]), text, where);
    return [{ kind: place.kind, word, where, rank }];
  });
}

/** Numbers and names that somebody chooses nobody can know. */
const isKnowable = ({ kind, word }: HeldBack): boolean =>
  ["op", "arg-name", "key", "from"].includes(kind) || (kind === "arg-value" && !/^-?[\d.]+$/.test(word));

for (const path of ["deck.cnn", "unet.cnn", "keras-small.cnn", "yolov8-style"].map((name) => `examples/${name}.yaml`)) {
  test(`${path}: a word that is taken out is offered again, and accepting it gives the file as it was`, () => {
    const all = [0, 2].flatMap((typed) =>
      heldBack(path, typed)
        .filter(isKnowable)
        .map((one) => ({ ...one, typed })),
    );
    assert.ok(all.length > 10 / step);
    assert.deepEqual(
      all.filter(({ rank }) => rank < 0).map(({ where }) => where),
      [],
    );
    const late = all.filter(({ rank, typed }) => rank >= (typed ? 6 : 20));
    assert.deepEqual(
      late.map(({ where, rank }) => `${rank} ${where}`),
      [],
    );
  });
}
