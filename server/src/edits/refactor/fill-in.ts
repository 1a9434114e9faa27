/** Values of parameters by name, as they are written; names in the list around for those of the block. */
export interface Filling {
  readonly params: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

const expression = /(["']?)\$(?:\(([^"'\n]*)\)|([A-Za-z_]\w*))\1/g;

/** A text with the values of a call in the place of parameters; nothing where they cannot stand there. */
export function filledIn(text: string, { params, names }: Filling): string | undefined {
  let isWhole = true;
  const filled = text.replace(expression, (written: string, quote: string, long?: string, short?: string) => {
    if (short !== undefined) return params.get(short) ?? written;
    const inside = long!.replace(/[A-Za-z_]\w*(\.\w+)?/g, (word: string, port?: string) => {
      const [base = ""] = word.split(".");
      if (port !== undefined) return names.has(base) ? names.get(base)! + port : word;
      const value = params.get(word);
      if (value === undefined) return word;
      const [, inner] = /^["']?\$\(?([^"']*?)\)?["']?$/.exec(value) ?? [];
      if (inner !== undefined) return /^\w+$/.test(inner) ? inner : `(${inner})`;
      if (!/^-?\d+$/.test(value)) isWhole = false;
      return value;
    });
    const product = /^(\d+) *([*+-]|\/\/) *(\d+)$/.exec(inside);
    const number = product ? computed(Number(product[1]), product[2]!, Number(product[3])) : undefined;
    return number === undefined ? `${quote}$(${inside})${quote}` : String(number);
  });
  return isWhole ? filled : undefined;
}

/** What two whole numbers come to; nothing where that is none. */
function computed(a: number, sign: string, b: number): number | undefined {
  if (sign === "*") return a * b;
  if (sign === "+") return a + b;
  if (sign === "-") return a - b;
  return b === 0 ? undefined : Math.floor(a / b);
}
