export interface Unnamed {
  readonly type: string;
  readonly name?: string;
  /** The position of the layer itself; of another one where that is used again here. */
  readonly first: number;
}

/** Layers that make others inside, which count among those that have no name. */
const makers: ReadonlySet<string> = new Set([
  ...["Bidirectional", "GroupQueryAttention", "MultiHeadAttention", "Pipeline", "RandAugment", "RNN"],
  ...["SpectralNormalization", "StackedRNNCells", "TimeDistributed"],
]);

/**
 * What Keras calls layers that are made in this order and nothing before them: as written where one layer alone
 * has the name, else after its class, numbered from the second on. Nothing where that is not certain.
 */
export function namesOf(layers: readonly Unnamed[], isSure: boolean): readonly (string | undefined)[] {
  const own = layers.map(({ name, first }, i) => (first === i ? name : undefined));
  const counts = new Map<string, number>();
  for (const name of own) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  const counted = isSure && !layers.some(({ type }) => makers.has(type));
  const made = new Map<string, number>();
  const names: (string | undefined)[] = [];
  layers.forEach(({ type, first }, i) => {
    const name = own[i];
    if (first !== i) names.push(names[first]);
    else if (name !== undefined && counts.get(name) === 1) names.push(name);
    else if (!counted) names.push(undefined);
    else {
      const stem = snakeCase(type);
      const before = made.get(stem) ?? 0;
      made.set(stem, before + 1);
      names.push(before ? `${stem}_${before}` : stem);
    }
  });
  return names;
}

/** `MaxPooling2D` → `max_pooling2d`, `ReLU` → `re_lu`, as Keras makes a name of that of a class. */
export const snakeCase = (word: string): string =>
  word
    .replace(/(.)([A-Z][a-z]+)/g, "$1_$2")
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase();
