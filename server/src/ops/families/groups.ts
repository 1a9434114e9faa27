import { type Dim, divisible, type Truth } from "../../core/dim";
import { gcd } from "../../core/divisors";
import { empty, type Message, say } from "../../core/message";
import type { AtArg, Remedy } from "../../core/op";

type MustDivide<A extends string> = (
  constraint: "groups-divide-channels",
  holds: Truth,
  at: AtArg<A>,
  message: Message,
) => void;

/** Channels split evenly into groups. */
export function groupsDivideInput<A extends "groups">(C: Dim, groups: number, must: MustDivide<A>): void {
  split("groups" as A, C, groups, must, unevenInput);
}

/** Channels that are normalised in groups. */
export function groupsDivideChannels<A extends string>(arg: A, C: Dim, groups: number, must: MustDivide<A>): void {
  split(arg, C, groups, must, unevenChannels);
}

function split<A extends string>(
  arg: A,
  C: Dim,
  groups: number,
  must: MustDivide<A>,
  uneven: (channels: number, groups: number) => Message,
): void {
  const holds = divisible(C, groups);
  if (holds !== "no") return must("groups-divide-channels", holds, { arg }, empty);
  const remedies = evenParts(arg, C as number, groups);
  must("groups-divide-channels", holds, { arg, remedies }, uneven(C as number, groups));
}

/** Channels on both sides of a convolution split evenly into groups; what does not fit is said once. */
export function groupsDivide(
  C: Dim,
  out_channels: Dim,
  groups: number,
  must: MustDivide<"groups" | "out_channels">,
): void {
  const id = "groups-divide-channels";
  const inside = divisible(C, groups);
  if (inside === "no") {
    // What divides the input alone would be refused for the filters.
    const both = typeof out_channels === "number" ? gcd(C as number, out_channels) : (C as number);
    const remedies = evenParts("groups", both, groups);
    return must(id, inside, { arg: "groups", remedies }, unevenInput(C as number, groups, both));
  }
  const outside = divisible(out_channels, groups);
  if (outside !== "no") return must(id, outside, { arg: "out_channels" }, empty);
  const fitting = multiplesAround(out_channels as number, groups);
  const remedies = fitting.map((value) => ({ param: "out_channels", value }));
  must(id, outside, { arg: "out_channels", remedies }, unevenFilters(out_channels as number, groups, fitting));
}

const unevenInput = (channels: number, groups: number, both = channels): Message =>
  say`${channels} input channels cannot be split into ${groups} groups${partsInstead(both, groups)}`;

/** Into how many equal parts something can be split, where it cannot be split into as many as that. */
export const partsInstead = (whole: number, parts: number): Message => instead(divisorsAround(whole, parts));

/** The same as values of an argument. */
export const evenParts = (param: string, whole: number, parts: number): readonly Remedy[] =>
  divisorsAround(whole, parts).map((value) => ({ param, value }));

const unevenChannels = (channels: number, groups: number): Message =>
  say`${channels} channels cannot be split into ${groups} groups${instead(divisorsAround(channels, groups))}`;

function unevenFilters(filters: number, groups: number, [one, other]: Around): Message {
  const message = say`${filters} filters cannot be split into ${groups} groups`;
  return other === undefined ? say`${message}, but ${one} can` : say`${message}, but ${one} or ${other} can`;
}

type Around = readonly [number] | readonly [number, number];

/** The nearest numbers, below and above, that can be split into so many parts. */
function multiplesAround(whole: number, parts: number): Around {
  const below = whole - (whole % parts);
  return below ? [below, below + parts] : [parts];
}

const instead = ([one, other]: readonly number[]): Message =>
  one === undefined ? empty : other === undefined ? say`, but into ${one}` : say`, but into ${one} or ${other}`;

/** Nobody has more channels, and the search must end soon. */
const most = 1_000_000;

/** The nearest numbers of groups, below and above, that the channels can be split into. */
function divisorsAround(channels: number, groups: number): readonly number[] {
  if (channels > most) return [];
  const divides = (n: number): boolean => channels % n === 0;
  let below = Math.min(groups, channels);
  while (!divides(below)) below--;
  let above = groups;
  while (above < channels && !divides(above)) above++;
  return above < channels && above !== below ? [below, above] : [below];
}
