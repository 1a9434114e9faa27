import { type Message, say } from "./message";
import { nearest } from "./nearest";
import { isLayer, type Spelling, type Vocabulary, wordFor } from "./vocabulary";

/** What somebody means with a word that a framework does not have. */
export interface Meant {
  /** The framework's own words for it; several where nothing decides between them. */
  readonly names: readonly string[];
  /** Of an operator: the names are those of activations, which are no layers here. */
  readonly applied?: true;
  /** The framework that has the word. */
  readonly from?: Vocabulary;
}

/** Without what people put before it, and however they join its parts. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/^(?:[a-z]+\.)+/, "")
    .replace(/[_-]/g, "");

/** The words of a framework, as they are looked for. */
interface Words {
  readonly layers: readonly string[];
  /** Layers as they are without what people put before and between; of several that are the same the first. */
  readonly plainLayers: ReadonlyMap<string, string>;
  /** The same of all that it has, a layer before what is none. */
  readonly plainWords: ReadonlyMap<string, string>;
  /** What is close to the words that were asked for last: that of a block that is still to be written is asked for at each call. */
  readonly near: Map<string, readonly string[]>;
}

/** A vocabulary never changes, and half-typed words are looked for in it at each key. */
const remembered = new WeakMap<Vocabulary, Words>();

function wordsIn(vocabulary: Vocabulary): Words {
  let found = remembered.get(vocabulary);
  if (!found) {
    const all = [...vocabulary.spellings.keys()];
    const layers = all.filter((name) => isLayer(vocabulary, name));
    found = { layers, plainLayers: plainly(layers), plainWords: plainly([...layers, ...all]), near: new Map() };
    remembered.set(vocabulary, found);
  }
  return found;
}

function plainly(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of names) if (!found.has(plain(name))) found.set(plain(name), name);
  return found;
}

/** The operator for a word: by another spelling, as people call it, as another framework does, else by what is close. */
export function operatorMeant(word: string, vocabulary: Vocabulary, rank?: number): Meant {
  return (
    foundOperator(word, vocabulary, rank) ?? { names: fitting(closeTo(word, wordsIn(vocabulary)), vocabulary, rank) }
  );
}

const mostNear = 100;

function closeTo(word: string, { layers, near }: Words): readonly string[] {
  let found = near.get(word);
  if (!found) {
    if (near.size >= mostNear) near.clear();
    near.set(word, (found = beginningWith(word, layers) ?? listOf(nearest(word, layers))));
  }
  return found;
}

/** Fewer letters may be the beginning of anything. */
const leastBegun = 3;

/** Where more names than these begin so, nothing decides between them. */
const mostBegun = 6;

/** Words that somebody may be about to write, of which the shortest are the usual ones. */
function beginningWith(word: string, layers: readonly string[]): readonly string[] | undefined {
  const small = word.toLowerCase();
  const begun = word.length < leastBegun ? [] : layers.filter((name) => name.toLowerCase().startsWith(small));
  if (!begun.length) return undefined;
  const least = Math.min(...begun.map((name) => name.length));
  const shortest = begun.filter((name) => name.length === least);
  return shortest.length > mostBegun ? [] : shortest;
}

/** Whether more is known of the word than what is close to it. */
export const isUnderstood = (word: string, vocabulary: Vocabulary): boolean =>
  foundOperator(word, vocabulary, undefined) !== undefined;

const listOf = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);

function foundOperator(word: string, vocabulary: Vocabulary, rank: number | undefined): Meant | undefined {
  const { spellings, elsewhere = [], nicknames } = vocabulary;
  if (!elsewhere.length) return undefined;
  const { layers, plainLayers } = wordsIn(vocabulary);
  const small = plain(word);
  const same = plainLayers.get(small);
  if (same !== undefined) return { names: [same] };
  const called = nicknames?.operators.get(small)?.filter((name) => spellings.has(name));
  if (called?.length) return { names: fitting(called, vocabulary, rank) };
  for (const from of elsewhere) {
    const name = wordsIn(from).plainWords.get(small);
    if (name === undefined) continue;
    const { op } = from.spellings.get(name)!;
    const found = layers.filter((name) => spellings.get(name)!.op === op);
    // Of several names for one and the same layer the first.
    const first = (name: string) => found.find((other) => spellings.get(other) === spellings.get(name));
    const names = found.filter((name) => first(name) === name);
    if (names.length) return { names, from };
    const applied = [...(vocabulary.activations ?? [])].find(
      ([, name]) => name !== undefined && spellings.get(name)?.op === op,
    );
    return applied ? { names: [applied[0]], applied: true, from } : { names: [], from };
  }
  return undefined;
}

/** Whether the word is, as it stands, a name that only another framework has. */
export const isFrom = (word: string, vocabulary: Vocabulary, from: Vocabulary): boolean =>
  isLayer(from, word) && !isLayer(vocabulary, word);

/** Of several operators the one that reads so many axes; one that reads any number counts where the others read more. */
function fitting(names: readonly string[], { spellings }: Vocabulary, rank: number | undefined): readonly string[] {
  if (rank === undefined || names.length < 2) return names;
  const reads = names.map((name) => {
    const axes = Object.values<string>(spellings.get(name)!.op.inputs)[0] ?? "";
    return { name, open: /[.*]/.test(axes), axes: axes.split(" ").length };
  });
  const fits =
    reads.find(({ open, axes }) => !open && axes === rank) ??
    reads.find(({ open }) => open && reads.every((other) => other.open || rank < other.axes));
  return fits ? [fits.name] : names;
}

/** What somebody means with an argument that an operator does not have. */
export interface MeantArgument {
  readonly name?: string;
  /** How another framework takes the word: for the same, for the like counted otherwise, for a size that follows from the input, for what is applied to the result. */
  readonly there?: { readonly kind: "same" | "like" | "stated" | "applied" | "other"; readonly from: Vocabulary };
}

export function argumentMeant(word: string, op: string, spelling: Spelling, vocabulary: Vocabulary): MeantArgument {
  const own = spelling.order.find((name) => plain(name) === plain(word));
  if (own !== undefined) return { name: own };
  for (const from of vocabulary.elsewhere ?? [])
    for (const other of counterparts(op, spelling, vocabulary, from)) {
      const param = other.parameters.get(word);
      const name = param === undefined ? undefined : wordFor(spelling, param);
      if (name !== undefined && spelling.order.includes(name) && spelling.parameters.get(name) === param)
        return { name, there: { kind: agree(spelling, other) ? "same" : "like", from } };
      if (Object.hasOwn(other.states, word)) return { there: { kind: "stated", from } };
      if (other.applies.includes(word)) return { there: { kind: "applied", from } };
      if (other.order.includes(word) && !called(word, spelling, vocabulary)) return { there: { kind: "other", from } };
    }
  const name = called(word, spelling, vocabulary) ?? nearest(word, spelling.order);
  return name === undefined ? {} : { name };
}

/** Whether what nobody writes is the same in both. */
const agree = ({ implied, params }: Spelling, other: Spelling): boolean =>
  implied.every((name) => !other.implied.includes(name) || params[name]?.default === other.params[name]?.default);

const called = (word: string, { order }: Spelling, { nicknames }: Vocabulary): string | undefined =>
  nicknames?.args.get(plain(word))?.find((name) => order.includes(name));

/** The same operator elsewhere, or what goes there by a name that means it here. */
function counterparts(
  op: string,
  spelling: Spelling,
  { nicknames }: Vocabulary,
  from: Vocabulary,
): readonly Spelling[] {
  return [...from.spellings]
    .filter(([name, other]) => other.op === spelling.op || nicknames?.operators.get(plain(name))?.includes(op) === true)
    .map(([, other]) => other);
}

/** `BatchNorm1d, BatchNorm2d or BatchNorm3d`. */
export const oneOf = (names: readonly string[]): Message =>
  names.length < 2 ? say`${names[0] ?? ""}` : say`${names.slice(0, -1).join(", ")} or ${names.at(-1)!}`;
