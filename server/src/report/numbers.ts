import type { Figure, Sizes } from "../analysis/summarise";

/** With commas between thousands, also inside an expression. */
export const grouped = (figure: Figure): string =>
  figure === null ? "?" : String(figure).replace(/\d{4,}/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));

export const shape = (sizes: Sizes): string => (sizes ? `[${sizes.map((size) => size ?? "?").join(", ")}]` : "?");

export const shapes = (all: readonly Sizes[]): string => all.map(shape).join(" ");

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
