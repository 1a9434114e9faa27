import { image } from "./batch";
import { type Shape, showDim } from "./dim";
import { told, type Voice } from "./voice";

/** What stands in place of signs, by what it is; every text is translated as a whole. */
export const spokenTexts = {
  gives: "gives",
  times: "times",
  by: "by",
  minus: "minus",
  over: "divided by",
  down: "{0} rounded down",
  up: "{0} rounded up",
  least: "at least",
  most: "at most",
  about: "about",
  to: "to",
  squared: "squared",
  root: "the square root of",
  transposed: "transposed",
  pixels: "pixels",
  k: "thousand",
  M: "million",
  G: "billion",
  T: "trillion",
  image: "{0} by {1}, {2} channels",
  oneChannel: "{0} by {1}, 1 channel",
  values: "{0} values",
  oneValue: "1 value",
  batch: "a batch of {0}",
  unknown: "unknown",
} as const;

/** A sentence without the signs that nobody reads aloud: `16·3` is 16 times 3, `⌊x⌋` is x rounded down. */
export function spoken(text: string, voice: Voice): string {
  const word = (of: keyof typeof spokenTexts): string => told(spokenTexts[of], voice);
  let said = text;
  for (let before = ""; before !== said; ) {
    before = said;
    said = said
      .replace(/⌊([^⌊⌋⌈⌉]*)⌋/g, (_, inner: string) => word("down").replace("{0}", () => inner))
      .replace(/⌈([^⌊⌋⌈⌉]*)⌉/g, (_, inner: string) => word("up").replace("{0}", () => inner));
  }
  return said
    .replace(/ *→ */g, ` ${word("gives")} `)
    .replace(/(\d)×(?=\d)/g, `$1 ${word("by")} `)
    .replace(/(\d)×(?!\w)/g, `$1 ${word("times")}`)
    .replace(/ *[×·] */g, ` ${word("times")} `)
    .replace(/(\w|\)|`) *−+ *(?=[\w(`])/g, `$1 ${word("minus")} `)
    .replace(/− */g, `${word("minus")} `)
    .replace(/(\d)–(?=\d)/g, `$1 ${word("to")} `)
    .replace(/ \/ /g, ` ${word("over")} `)
    .replace(/≥ */g, `${word("least")} `)
    .replace(/≤ */g, `${word("most")} `)
    .replace(/≈ */g, `${word("about")} `)
    .replace(/√ */g, `${word("root")} `)
    .replace(/²/g, ` ${word("squared")}`)
    .replace(/ᵀ/g, ` ${word("transposed")}`)
    .replace(/\bpx\b/g, word("pixels"))
    .replace(/(\d) ([kMGT])(?![\w/])/g, (_, digit: string, unit: "k" | "M" | "G" | "T") => `${digit} ${word(unit)}`)
    .replace(/^ +/, "");
}

/** `30 by 30, 16 channels`, where it is known which axis those are; else all axes in order. */
export function spokenShape(shape: Shape, voice: Voice): string {
  const word = (of: keyof typeof spokenTexts, ...values: readonly string[]): string =>
    told(spokenTexts[of], voice).replace(/\{(\d)\}/g, (_, i: string) => values[Number(i)]!);
  const inner = image(shape);
  if (inner.length < shape.length && inner.length) return word("batch", spokenShape(inner, voice));
  const sizes = shape.map((dim) => (typeof dim === "number" && Number.isNaN(dim) ? word("unknown") : showDim(dim)));
  if (sizes.length === 1) return sizes[0] === "1" ? word("oneValue") : word("values", sizes[0]!);
  if (sizes.length !== 3 || !voice.channels) return sizes.length ? sizes.join(` ${word("by")} `) : word("oneValue");
  const [a, b, c] = sizes as [string, string, string];
  const [height, width, channels] = voice.channels === "first" ? [b, c, a] : [a, b, c];
  return channels === "1" ? word("oneChannel", height, width) : word("image", height, width, channels);
}
