import type { Figure, Sizes } from "../analysis/summarise";
import { inBytes, thousands } from "../core/figures";

/** With commas between thousands, also inside an expression. */
export const grouped = (figure: Figure): string => (figure === null ? "?" : thousands(String(figure)));

export const shape = (sizes: Sizes): string => (sizes ? `[${sizes.map((size) => size ?? "?").join(", ")}]` : "?");

export const shapes = (all: readonly Sizes[]): string => all.map(shape).join(" ");

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const bytes = (figure: Figure): string => (typeof figure === "number" ? inBytes(figure) : grouped(figure));
