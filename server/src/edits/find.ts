import type { Op } from "../core/op";
import type { Bound, Seen, Twin } from "../core/twin";
import { isLayer, type Spelling, type Vocabulary } from "../core/vocabulary";
import { twins } from "../vocabularies/twins";

export interface Found {
  readonly name: string;
  readonly spelling: Spelling;
}

/** The layer by which a framework says an operator. */
export const layerFor = (op: Op, vocabulary: Vocabulary): Found | undefined =>
  named(op, vocabulary, (name) => isLayer(vocabulary, name));

/** The function by which a framework says an operator, where an argument names one. */
export const functionFor = (op: Op, vocabulary: Vocabulary): Found | undefined =>
  named(op, vocabulary, (name) => vocabulary.activations?.has(name) ?? false);

function named(op: Op, { spellings }: Vocabulary, fits: (name: string) => boolean): Found | undefined {
  for (const [name, spelling] of spellings) if (spelling.op === op && fits(name)) return { name, spelling };
  return undefined;
}

/** The layer that is nothing but the function it names, and the argument that names it. */
export function applier(vocabulary: Vocabulary): (Found & { readonly word: string }) | undefined {
  for (const [name, spelling] of vocabulary.spellings) {
    const word = spelling.applies.find((one) => one in spelling.op.params);
    if (word !== undefined && isLayer(vocabulary, name)) return { name, spelling, word };
  }
  return undefined;
}

/** The other operator that says the same in a framework, for every one of these calls. */
export const twinOf = (
  op: Op,
  calls: readonly { readonly args: Bound; readonly x: Seen }[],
  to: Vocabulary,
): Twin | undefined =>
  twins.find(
    (twin) =>
      twin.from === op && layerFor(twin.to, to) && calls.every(({ args, x }) => !twin.fits || twin.fits(args, x)),
  );
