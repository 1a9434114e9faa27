import { type Dim, divisible, type Truth } from "../core/dim";
import { type Message, say } from "../core/message";

type MustDivide = (
  constraint: "groups-divide-channels",
  holds: Truth,
  at: { readonly arg: "groups" | "out_channels" },
  message: Message,
) => void;

/** Channels on both sides of a convolution split evenly into groups; what does not fit is said once. */
export function groupsDivide(C: Dim, out_channels: Dim, groups: number, must: MustDivide): void {
  const inside = divisible(C, groups);
  must(
    "groups-divide-channels",
    inside,
    { arg: "groups" },
    say`${C} input channels cannot be split into ${groups} groups`,
  );
  if (inside === "no") return;
  const message = say`${out_channels} filters cannot be split into ${groups} groups`;
  must("groups-divide-channels", divisible(out_channels, groups), { arg: "out_channels" }, message);
}
