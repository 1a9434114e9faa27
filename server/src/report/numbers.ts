import type { Figure, Sizes } from "../analysis/summarise";

/** With commas between thousands, also inside an expression. */
export const grouped = (figure: Figure): string =>
  figure === null ? "?" : String(figure).replace(/\d{4,}/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));

export const shape = (sizes: Sizes): string => (sizes ? `[${sizes.map((size) => size ?? "?").join(", ")}]` : "?");

export const shapes = (all: readonly Sizes[]): string => all.map(shape).join(" ");

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const units: readonly string[] = ["B", "KiB", "MiB", "GiB", "TiB"];

/** Of 1,024 bytes each, with three digits. */
export function bytes(figure: Figure): string {
  if (typeof figure !== "number") return grouped(figure);
  let [size, unit] = [figure, 0];
  while (size >= 1023.5 && unit < units.length - 1) [size, unit] = [size / 1024, unit + 1];
  const digits = unit === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
  return `${size.toFixed(digits)} ${units[unit]}`;
}
