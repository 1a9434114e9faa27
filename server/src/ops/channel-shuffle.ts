import { compare } from "../core/dim";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";
import { groupsDivideInput } from "./families/groups";

export const channelShuffle = op({
  name: "ChannelShuffle",
  summary: "Deals the channels of every group out among all groups.",
  formula: "shape stays; channel g·(C / groups) + i becomes channel i·groups + g",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.ChannelShuffle.html",
  traits: ["reshape"],
  inputs: { x: "N C L ..." },
  outputs: { y: "N C L ..." },
  params: { groups: param(int({ min: 1 }), { doc: "Blocks of channels that are mixed." }) },
  constraints: { "groups-divide-channels": "The channels must be a multiple of `groups`." },
  infer({ x }, { groups }, must) {
    groupsDivideInput(x.C, groups, must);
    return { y: x };
  },
  changesNothing: ({ x }, { groups }) => groups === 1 || compare(x.C, groups) === "yes",
});
