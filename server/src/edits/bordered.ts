import { type Dim, mul } from "../core/dim";
import { type Message, say } from "../core/message";
import type { Op } from "../core/op";
import { type Bound, isPerChannel } from "../core/twin";
import { parameterOf, type Spelling, wordFor } from "../core/vocabulary";
import { type Entry, textOf } from "../tree/tree";
import { type Ends, padders } from "../vocabularies/twins-of-pads";
import { type Border, borderOf } from "./border";
import { equal } from "./equal";
import { layerFor } from "./find";
import { seen } from "./orders";
import type { Said, SaidArg } from "./said";
import { meansSame, shown } from "./shown";
import type { Aim } from "./use";

export interface SaidBorder {
  /** The parameters that are said by it. */
  readonly params: readonly string[];
  readonly args: readonly SaidArg[];
  readonly before: readonly Said[];
  readonly differs: readonly Message[];
}

const params: readonly string[] = ["padding", "ceil_mode", "output_padding"];

/** The border of a window in the words of the other framework, by a layer of zeros where it has none for it. */
export function sayBorder(aim: Aim, computed: readonly Bound[]): SaidBorder | Message | undefined {
  const { found, twin, uses, entries, json } = aim;
  const { spelling: to } = found;
  const from = uses[0]!.spelling;
  const op = twin?.first ? undefined : slides(twin?.from ?? from.op);
  if (!op || !("padding" in to.op.params) || !("padding" in from.op.params)) return undefined;
  const calls = uses.map(({ x, args, gives, order }, i) => ({
    x,
    args: { ...args, ...counted(computed[i]!, x.C) },
    gives: seen(gives, order, aim.from.layout).spatial,
  }));
  const isBordered = calls.some(({ args }) => [args["padding"]].flat().some((size) => size !== 0 && size !== "valid"));
  const border = borderOf(op, to, calls, isBordered && countsZeros(from, entries));
  if ("words" in border) return border;
  const mode = textOf(entryOf(entries, "padding_mode")?.value) ?? "zeros";
  if (isBordered && mode !== "zeros") return say`padding_mode: ${mode} has no counterpart`;

  const args = params.flatMap((param): SaidArg[] => {
    const about = to.implied.includes(param) ? undefined : to.params[param];
    const value = border.args[param];
    if (!about || value === undefined || equal(value, about.default)) return [];
    const entry = twin ? undefined : entries.find(({ key }) => parameterOf(from, key) === param);
    const stays = entry && typeof value !== "string" && calls.every((call) => equal(call.args[param], value));
    return [
      { word: wordFor(to, param), ...(entry && { entry }), ...(!stays && { text: shown(value, about.type, json) }) },
    ];
  });
  // The mean over a border of zeros is another one than that over what is there.
  if (to.ignores.includes("count_include_pad") && [border.args["padding"] ?? 0].flat().some((size) => size !== 0))
    args.push({ word: "count_include_pad", text: "false" });
  const before = border.ends ? padded(border.ends, aim) : undefined;
  if (before && "words" in before) return before;
  const isPool = before && to.op.traits.includes("pooling") && !countsZeros(from, entries);
  return {
    params,
    args,
    before: before ? [before] : [],
    differs: isPool
      ? [say`a layer of zeros stands before it, while its own border holds nothing: equal where no value is negative`]
      : [],
  };
}

/** As many as there are channels, in this one call. */
const counted = (given: Bound, C: Dim): Bound =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, isPerChannel(value) ? mul(C, value.perChannel) : value]),
  );

const slides = (op: Op): Op | undefined =>
  op.reach && (op.traits.includes("convolution") || op.traits.includes("pooling")) ? op : undefined;
const entryOf = (entries: readonly Entry[], word: string): Entry | undefined => entries.find(({ key }) => key === word);

/** Whether zeros of the border count in a mean. */
function countsZeros(from: Spelling, entries: readonly Entry[]): boolean {
  const word = "count_include_pad";
  return from.ignores.includes(word) && textOf(entryOf(entries, word)?.value) !== "false";
}

/** A layer of zeros, told by the same words as the border was where those say the same. */
function padded(all: NonNullable<Border["ends"]>, { to, json, text, entries, uses }: Aim): Said | Message {
  const padder = padders.find(({ op, axes }) => axes === all[0]!.length && layerFor(op, to))!;
  const { name, spelling } = layerFor(padder.op, to)!;
  const { type } = spelling.params["padding"]!;
  const meant = (ends: Ends): unknown => padder.of(ends)["padding"];
  const written = entryOf(entries, wordFor(uses[0]!.spelling, "padding"))?.value;
  const word = written && text.slice(written.span.from, written.span.to);
  if (word?.includes("$")) {
    const isSame = all.every((ends, i) => meansSame(type, uses[i]!.args["padding"], meant(ends)));
    if (isSame) return { op: name, args: [{ word: "padding", text: word }] };
  }
  if (all.some((ends) => !equal(ends, all[0]))) return say`its border depends on the size of what it reads`;
  return { op: name, args: [{ word: "padding", text: shown(meant(all[0]!), type, json) }] };
}
