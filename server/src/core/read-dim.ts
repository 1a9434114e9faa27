import { add, type Dim, floorDiv, mul, symbol, unknown } from "./dim";

/**
 * The dimension that a text shows: a number, a word for a size, `?`, or what is computed of them, as `showDim` writes it
 * (`⌊(H + 1)/2⌋`) or as a keyboard does (`(H + 1) // 2`, `16 * H`). Nothing where it is none.
 */
export function readDim(text: string): Dim | undefined {
  const tokens = text.match(/\d+|[A-Za-z_]\w*|\/\/|\S/g) ?? [];
  let at = 0;
  const take = (...some: readonly string[]): string | undefined =>
    some.includes(tokens[at] ?? "") ? tokens[at++] : undefined;
  const number = (): number | undefined => (/^\d/.test(tokens[at] ?? "") ? Number(tokens[at++]) : undefined);

  const sum = (): Dim | undefined => {
    let total: Dim | undefined = take("-", "−") ? negative(product()) : product();
    for (let sign = take("+", "-", "−"); sign && total !== undefined; sign = take("+", "-", "−")) {
      const next = sign === "+" ? product() : negative(product());
      total = next === undefined ? undefined : add(total, next);
    }
    return total;
  };
  const product = (): Dim | undefined => {
    let result = factor();
    for (let sign = take("·", "*", "×", "//"); sign && result !== undefined; sign = take("·", "*", "×", "//")) {
      const next = sign === "//" ? number() : factor();
      result = next === undefined ? undefined : sign === "//" ? over(result, next as number) : mul(result, next);
    }
    return result;
  };
  const factor = (): Dim | undefined => {
    if (take("?")) return unknown;
    if (take("(")) return closed(sum(), ")");
    if (take("⌊")) {
      const whole = sum();
      const by = take("/") ? number() : undefined;
      return closed(whole === undefined || by === undefined ? undefined : over(whole, by), "⌋");
    }
    return number() ?? word();
  };
  const word = (): Dim | undefined => (/^[A-Za-z_]/.test(tokens[at] ?? "") ? symbol(tokens[at++]!) : undefined);
  const closed = (inside: Dim | undefined, by: string): Dim | undefined => (take(by) ? inside : undefined);

  const read = sum();
  return at === tokens.length ? read : undefined;
}

const negative = (dim: Dim | undefined): Dim | undefined => (dim === undefined ? undefined : mul(dim, -1));
const over = (dim: Dim, by: number): Dim | undefined => (by > 0 ? floorDiv(dim, by) : undefined);
