import { lineBreakIn } from "../core/lines";
import type { Said, SaidArg } from "./said";

/** How layers are written where they stand: in a list of lines or between brackets, in YAML or JSON. */
export interface Style {
  readonly json: boolean;
  readonly flow: boolean;
  /** What stands before the keys of a layer on lines of their own. */
  readonly indent: string;
}

export const key = (word: string, json: boolean): string => (json ? `"${word}"` : word);

export const pairs = (args: readonly SaidArg[], text: string, json: boolean): string =>
  args.map((arg) => `${key(arg.word, json)}: ${valueText(arg, text)}`).join(", ");

export function valueText({ entry, text: own }: SaidArg, text: string): string {
  if (own !== undefined || !entry) return own ?? "null";
  return text.slice(entry.value.span.from, entry.value.span.to);
}

/** `Conv2D: { filters: 8 }`, or the name alone. */
export const callText = ({ op, args }: Said, text: string, json: boolean): string =>
  args.length ? `${key(op, json)}: { ${pairs(args, text, json)} }` : key(op, json);

/** A whole layer with the keys beside its operator. */
export function layerText(
  said: Said,
  siblings: readonly (readonly [key: string, value: string])[],
  text: string,
  { json, flow, indent }: Style,
): string {
  const call = callText(said, text, json);
  const beside = siblings.map(([name, value]) => `${key(name, json)}: ${value}`);
  if (!beside.length && !said.args.length) return call;
  const head = said.args.length ? call : flow || json ? `${call}: ${json ? "{}" : "null"}` : `${call}:`;
  return flow || json ? `{ ${[head, ...beside].join(", ")} }` : [head, ...beside].join(`${lineBreakIn(text)}${indent}`);
}
