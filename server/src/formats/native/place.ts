import type { Choice, Place } from "../../core/format";
import { lossWords } from "../../core/losses";
import type { Vocabulary } from "../../core/vocabulary";
import type { Document } from "../../tree/document";
import { entriesOf, get, type Tree } from "../../tree/tree";
import { type Path, type Where, whereIn } from "../../tree/where";
import { lineAt } from "../line";
import { newItem } from "../new-item";
import * as words from "./keys";
import { given, namesIn, type Surroundings } from "./place-around";
import { inLayers } from "./place-layer";
import { readLayers } from "./read-layers";

/** Where one is, told by the lines and brackets alone; what else there is in the file, by the tree as far as it reaches. */
export function place(document: Document, offset: number): Place | undefined {
  const { text, root } = document;
  const where = whereIn(text, offset);
  if (!where) return undefined;
  const json = /^\s*\{/.test(text);
  const vocabulary = vocabularyOf(document);
  const here = {
    span: lineAt(text, offset).word,
    vocabulary,
    ...(json && !where.quoted && { quotes: true as const }),
  };
  const around = { here, root, text, offset, json, vocabulary, where, blocks: get(root, "blocks") };
  const found = placeIn(where, around);
  const begun = json ? undefined : newItem(text, offset);
  const layer = begun && placeIn(begun.where, { ...around, where: begun.where });
  if (layer?.kind !== "op") return found;
  const also = { ...layer, lead: begun!.lead };
  return found ? { ...found, also } : also;
}

/** One version of a text is asked about at many places, and in whose words it is takes a look at every layer. */
const remembered = new WeakMap<Document, Vocabulary>();

function vocabularyOf(document: Document): Vocabulary {
  let found = remembered.get(document);
  if (!found) remembered.set(document, (found = readLayers(document.root, document.text).vocabulary));
  return found;
}

function placeIn(where: Where, around: Surroundings): Place | undefined {
  const { here, root } = around;
  const [top, second, ...rest] = where.path;
  const key = (keys: readonly Choice[], tree: Tree | undefined): Place => ({
    ...here,
    kind: "key",
    keys: keys.filter(({ name }) => !given(tree, around.offset).includes(name)),
  });
  if (top === undefined) return where.at === "key" ? key(words.modelKeys, root) : undefined;
  if (top === "input" || (top === "inputs" && second !== undefined)) return sizesAt(where, around);
  if (top === "framework") return { ...here, kind: "word", words: words.frameworks };
  if (top === "training")
    return second === undefined ? key(words.trainingKeys, get(root, "training")) : trainingWords(second, around);
  if (top === "outputs") return { ...here, kind: "from", layers: namesIn(get(root, "layers")) };
  if (top === "layers") return inLayers(where.path.slice(1), root, undefined, around);
  if (top !== "blocks" || typeof second !== "string") return undefined;
  const block = get(around.blocks, second);
  const [part, ...inside] = rest;
  if (part === undefined) return where.at === "key" ? key(words.blockKeys, block) : undefined;
  if (part === "outputs") return { ...here, kind: "from", layers: namesIn(get(block, "layers")) };
  return part === "layers" ? inLayers(inside, block, paramsOf(block), around) : undefined;
}

/** Whole sizes of usual images, or one of the numbers of a size, in the order of the framework. */
function sizesAt({ path, at, typed, flow }: Where, { here, vocabulary }: Surroundings): Place | undefined {
  const last = vocabulary.layout === "channels-last";
  const position = path.at(-1);
  const axes = last ? [...words.sizeEntries.slice(1), words.sizeEntries[0]!] : words.sizeEntries;
  if (typeof position === "number" && path.length <= 3 && at === "item" && flow)
    return position < axes.length
      ? { ...here, kind: "word", words: [], list: { entries: axes, active: position } }
      : undefined;
  if (at !== "value" || typed) return undefined;
  return { ...here, kind: "word", words: words.usualImages(last) };
}

function trainingWords(key: Path[number], around: Surroundings): Place | undefined {
  if (key === "loss") return lossesAt(around);
  const choices = key === "precision" ? words.precisions : key === "optimizer" ? words.optimizers : undefined;
  return choices && { ...around.here, kind: "word", words: choices };
}

/** A module before the name stays, `nn.`, and so do arguments behind it; inside of those there is no name of a loss. */
function lossesAt({ here, text, where, vocabulary }: Surroundings): Place | undefined {
  const { from, to } = here.span;
  if (where.typed.includes("(")) return undefined;
  const all = lossWords(vocabulary.id);
  return {
    ...here,
    kind: "word",
    span: { from: from + text.slice(from, to).lastIndexOf(".") + 1, to },
    words: text[to] === "(" ? all.filter(({ name }) => !name.includes("(")) : all,
  };
}

const paramsOf = (block: Tree | undefined): readonly Choice[] =>
  entriesOf(get(block, "params")).map(({ key }) => ({ name: key, doc: "A parameter of the block." }));
