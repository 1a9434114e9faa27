/** A number as somebody typed it, and by how much it may be off if it is rounded. */
export interface TypedNumber {
  readonly value: number;
  /** Half a unit of its last digit; 0 where it is written out. */
  readonly slack: number;
  /** Digits that are written, without zeros in front. */
  readonly digits: number;
}

const units: { readonly [unit: string]: number } = {
  "": 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  b: 1e9,
  t: 1e12,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  亿: 1e8,
};

/** Thousands are parted by a comma, a point, an apostrophe, an underscore or a blank; the same one throughout. */
const grouped = /^\d{1,3}([,.'’_ ])\d{3}(?:\1\d{3})*$/;
const number = /^(\d+)(?:[.,](\d+))?\s*(k|m|g|b|t|千|万|百万|亿)?$/i;

/**
 * Everything that `1,216`, `1216`, `1.2k` or `3·3·1·16 + 16 = 160` may mean: `1.216` is a number of thousands to some
 * and a fraction to others. Of an equation the last side counts.
 */
export function typedNumbers(text: string): readonly TypedNumber[] {
  const side = text.split("=").at(-1)!.normalize("NFKC").replace(/−/g, "-").trim();
  const single = simple(side);
  if (single.length) return single;
  const sum = side.split("+").map(product);
  const value = sum.reduce<number>((all, one) => all + (one ?? Number.NaN), 0);
  return Number.isFinite(value) ? [exactly(value)] : [];
}

function simple(text: string): readonly TypedNumber[] {
  // A whole number is asked for, so `24,000` is no 24 that was written to three places.
  if (grouped.test(text)) return [exactly(Number(text.replace(/\D/g, "")))];
  const [, whole, part = "", unit = ""] = number.exec(text) ?? [];
  if (whole === undefined) return [];
  const times = units[unit.toLowerCase()]!;
  const value = Number(`${whole}.${part}`) * times;
  // Only with a unit are digits left out.
  if (unit === "") return [{ ...exactly(value), digits: part.length + whole.length }];
  return [{ value, slack: times / 10 ** part.length / 2, digits: (whole + part).replace(/^0+/, "").length }];
}

const exactly = (value: number): TypedNumber => ({ value, slack: 0, digits: String(value).length });

function product(text: string): number | undefined {
  const factors = text.split(/[·×*x⋅]/i).map((factor) => simple(factor.trim())[0]?.value);
  return factors.reduce<number | undefined>(
    (all, one) => (all === undefined || one === undefined ? undefined : all * one),
    1,
  );
}
