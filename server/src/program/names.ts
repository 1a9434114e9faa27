const keywords: ReadonlySet<string> = new Set(
  `False None True and as assert break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield self super range print`.split(/\s+/),
);

/** A word that may be a name in Python. */
export function nameOf(word: string): string {
  const name = word.replace(/\W+/g, "_").replace(/^(?=\d)/, "_") || "_";
  return keywords.has(name) || /^a(?:sync|wait)$/.test(name) ? `${name}_` : name;
}

/** `Conv2d` is a conv, `BatchNorm2d` a norm, `InvertedResidual` an inverted_residual. */
export function stemOf(word: string): string {
  const [, core = word] = /^(.*?)(?:[123][dD])?$/.exec(word) ?? [];
  if (/Pool(ing)?$/.test(core)) return "pool";
  if (/Norm(alization)?$/.test(core)) return "norm";
  if (/^(Linear|Dense)$/.test(core)) return "fc";
  if (/^\w*Conv(?!Norm)\w*$/.test(core) && !/Activation/.test(core)) return /Transpose/.test(core) ? "up" : "conv";
  return snake(core);
}

export const snake = (word: string): string =>
  nameOf(
    word
      .replace(/[A-Z]+[a-z]?LU/g, (name) => name[0] + name.slice(1).toLowerCase())
      .replace(/([a-z\d])(?=[A-Z])/g, "$1_")
      .replace(/([A-Z])(?=[A-Z][a-z])/g, "$1_")
      .toLowerCase(),
  );

/** The name of a class. */
export function classNameOf(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? nameOf(name) : `Model${name}`;
}

/** Names of one scope, each given once. */
export class Names {
  readonly #taken = new Set<string>();

  constructor(taken: Iterable<string> = []) {
    for (const name of taken) this.#taken.add(name);
  }

  has = (name: string): boolean => this.#taken.has(name);

  /** The word, or the first of it with a number that is free. */
  free(word: string, from = 2): string {
    let name = word;
    for (let i = from; this.#taken.has(name); i++) name = `${word}${i}`;
    this.#taken.add(name);
    return name;
  }
}
