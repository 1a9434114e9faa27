import { yolov7 } from "../../vocabularies/ultralytics";
import { predictionsOf } from "./anchors";
import { type Dialect, measured, moved, names, same, times } from "./dialect";
import { anchorsAndAll, channelsOnly } from "./printed";
import { any } from "./said";
import { v84 } from "./v8";

const stages = `BottleneckCSPA BottleneckCSPB BottleneckCSPC RepBottleneckCSPA RepBottleneckCSPB RepBottleneckCSPC
  ResCSPA ResCSPB ResCSPC RepResCSPA RepResCSPB RepResCSPC ResXCSPA ResXCSPB ResXCSPC RepResXCSPA RepResXCSPB RepResXCSPC
  GhostCSPA GhostCSPB GhostCSPC STCSPA STCSPB STCSPC ST2CSPA ST2CSPB ST2CSPC`;

const heads = names("IAuxDetect IBin IDetect IKeypoint");
const own = [...names(`MP SP ReOrg SPPCSPC DownC RepConv Stem Shortcut Foldcut Chuncat GhostSPPCSPC ${stages}`)];

/** The repository yolov7. */
export const v7: Dialect = {
  vocabulary: yolov7,
  /** Its heads, or a head with anchors behind one of its modules; YOLOv5 has blocks that it has not. */
  signs: ({ keys, modules, anchored }) =>
    any(modules, heads) ||
    (!keys.has("scales") &&
      anchored.has("Detect") &&
      any(modules, own) &&
      ![...modules].some((module) => module.startsWith("C3"))),
  more: names(`Classify ImplicitA ImplicitM OREPA_3x3_RepConv Sum TransformerBlock TransformerLayer`),
  evaluates: true,
  scaled: names(`nn.Conv2d Conv RobustConv RobustConv2 DWConv GhostConv RepConv RepConv_OREPA DownC SPP SPPF SPPCSPC
    GhostSPPCSPC MixConv2d Focus Stem GhostStem CrossConv Bottleneck RepBottleneck Res RepRes ResX RepResX Ghost
    SwinTransformerBlock SwinTransformer2Block ${stages}`),
  repeated: names(`DownC SPPCSPC GhostSPPCSPC ${stages}`),
  unscaled: predictionsOf,
  edits: measured,
  refuses: {},
  channels: {
    Concat: v84.channels["Concat"]!,
    Chuncat: v84.channels["Concat"]!,
    ...moved,
    Foldcut: ({ inputs }) => times(inputs[0], 1 / 2),
    "nn.BatchNorm2d": ({ previous }) => previous,
    Detect: ({ previous }) => previous,
    IAuxDetect: ({ previous }) => previous,
    IBin: ({ previous }) => previous,
    IDetect: ({ previous }) => previous,
    IKeypoint: ({ previous }) => previous,
  },
  picks: {},
  handed: [],
  prints: { ...same("Detect IAuxDetect IBin IDetect IKeypoint", anchorsAndAll), "nn.BatchNorm2d": channelsOnly },
  printsOne: true,
  saysChannels: true,
};
