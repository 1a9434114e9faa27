import { xml } from "../export/svg-text";

/**
 * Parts of pictures on a page: colours are classes, which the page knows, and places along a line are per cent, so that
 * a picture is as wide as the page and its letters stay as large. Nothing is told by a colour alone.
 */
export interface Chart {
  /** A word of its own on the page. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, for whoever hears it. */
  readonly about: string;
  readonly height: number;
  /** Pixels; as wide as the page without. */
  readonly width?: number;
  readonly parts: readonly string[];
}

export const svgOf = ({ id, title, about, height, width, parts }: Chart): string =>
  [
    `<svg class="chart" width="${width ?? "100%"}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-about">`,
    `<title id="${id}-title">${xml(title)}</title>`,
    `<desc id="${id}-about">${xml(about)}</desc>`,
    ...parts,
    "</svg>",
  ].join("");

/** A line of a picture: its name, how long its bar is, from 0 to 1, and its figure. */
export interface Line {
  readonly label: string;
  readonly part: number;
  readonly figure: string;
}

const lineHeight = 34;

/** Bars below each other, each below its name and figure. */
export const barLines = (lines: readonly Line[]): Pick<Chart, "height" | "parts"> => ({
  height: Math.max(1, lines.length) * lineHeight,
  parts: lines.flatMap(({ label, part, figure }, i) => {
    const y = i * lineHeight;
    return [
      text(label, { x: "0", y: y + 13 }),
      text(figure, { x: "100%", y: y + 13, look: "figure end" }),
      rect("track", ["0", y + 19, "100%", 8]),
      ...(part > 0 ? [rect("bar", ["0", y + 19, percent(part), 8])] : []),
    ];
  }),
});

export const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;

type At = readonly [x: string | number, y: string | number, width: string | number, height: string | number];

export const rect = (look: string, [x, y, width, height]: At, told?: string): string =>
  `<rect class="${look}" x="${x}" y="${y}" width="${width}" height="${height}"${told === undefined ? "/>" : `><title>${xml(told)}</title></rect>`}`;

export const text = (
  words: string,
  { x, y, look = "" }: { readonly x: string | number; readonly y: number; readonly look?: string },
): string => `<text${look && ` class="${look}"`} x="${x}" y="${y}">${xml(words)}</text>`;
