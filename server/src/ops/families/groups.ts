import { type Dim, divisible, type Truth } from "../../core/dim";
import { empty, type Message, say } from "../../core/message";

type MustDivide = (
  constraint: "groups-divide-channels",
  holds: Truth,
  at: { readonly arg: "groups" | "out_channels" },
  message: Message,
) => void;

/** Channels split evenly into groups. */
export function groupsDivideInput<A extends "groups">(
  C: Dim,
  groups: number,
  must: (constraint: "groups-divide-channels", holds: Truth, at: { readonly arg: A }, message: Message) => void,
): void {
  const holds = divisible(C, groups);
  must(
    "groups-divide-channels",
    holds,
    { arg: "groups" as A },
    holds === "no" ? unevenInput(C as number, groups) : empty,
  );
}

/** Channels on both sides of a convolution split evenly into groups; what does not fit is said once. */
export function groupsDivide(C: Dim, out_channels: Dim, groups: number, must: MustDivide): void {
  const id = "groups-divide-channels";
  const inside = divisible(C, groups);
  if (inside === "no") return must(id, inside, { arg: "groups" }, unevenInput(C as number, groups));
  const outside = divisible(out_channels, groups);
  const message = outside === "no" ? unevenFilters(out_channels as number, groups) : empty;
  must(id, outside, { arg: "out_channels" }, message);
}

const unevenInput = (channels: number, groups: number): Message =>
  say`${channels} input channels cannot be split into ${groups} groups${partsInstead(channels, groups)}`;

/** Into how many equal parts something can be split, where it cannot be split into as many as that. */
export const partsInstead = (whole: number, parts: number): Message => instead(divisorsAround(whole, parts));

/** Of channels that are normalised in groups. */
export const unevenChannels = (channels: number, groups: number): Message =>
  say`${channels} channels cannot be split into ${groups} groups${instead(divisorsAround(channels, groups))}`;

function unevenFilters(filters: number, groups: number): Message {
  const below = filters - (filters % groups);
  const message = say`${filters} filters cannot be split into ${groups} groups`;
  return below ? say`${message}, but ${below} or ${below + groups} can` : say`${message}, but ${groups} can`;
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
