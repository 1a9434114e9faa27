import { numberOf, type Value } from "../../core/value";
import type { Vocabulary } from "../../core/vocabulary";
import { ultralytics84, yolov5, yolov9 } from "../../vocabularies/ultralytics";
import { type Dialect, measured, moved, names, same, thirdScaled } from "./dialect";
import { allLast, anchorsAndAll, channelsFirst, channelsOnly } from "./printed";
import { any } from "./said";
import { v84 } from "./v8";

/** How many numbers a head with anchors predicts for a pixel; a width that happens to be as large is left alone. */
export function predictionsOf(settings: ReadonlyMap<string, Value>): number | undefined {
  const anchors = settings.get("anchors"),
    classes = numberOf(settings.get("nc"));
  const first = anchors?.kind === "list" ? anchors.items[0] : undefined;
  const each = first?.kind === "list" ? Math.floor(first.items.length / 2) : numberOf(anchors);
  return each === undefined || classes === undefined ? undefined : each * (classes + 5);
}

/** Modules of Ultralytics that a repository does not have. */
const foreign = ({ spellings }: Vocabulary): readonly string[] =>
  [...ultralytics84.spellings.keys()].filter((module) => !spellings.has(module));

const notOfV5 = foreign(yolov5);

/** The repository yolov5: sizes of the model are files of their own. */
export const v5: Dialect = {
  vocabulary: yolov5,
  /** A head with anchors. Its own files say both multiples; without them, a module of Ultralytics says more than the head. */
  signs: ({ keys, modules, anchored }) =>
    !keys.has("scales") &&
    any(anchored, ["Detect", "Segment"]) &&
    (keys.has("depth_multiple") || !any(modules, notOfV5)),
  more: names("Classify Proto Sum TransformerBlock TransformerLayer"),
  evaluates: true,
  scaled:
    names(`Conv GhostConv Bottleneck GhostBottleneck SPP SPPF DWConv MixConv2d Focus CrossConv BottleneckCSP C3 C3TR
    C3SPP C3Ghost nn.ConvTranspose2d DWConvTranspose2d C3x`),
  repeated: names("BottleneckCSP C3 C3TR C3Ghost C3x"),
  unscaled: predictionsOf,
  edits: { ...measured, Segment: (args, { widen }) => args.map((arg, i) => (i === 3 ? widen(arg) : arg)) },
  refuses: {},
  channels: { ...v84.channels, ...moved },
  picks: {},
  handed: [],
  prints: { ...same("Detect Segment", anchorsAndAll), "nn.BatchNorm2d": channelsOnly },
  saysChannels: true,
};

const own = names(`DDetect DualDetect DualDDetect TripleDetect TripleDDetect DSegment DualDSegment Panoptic Silence`);

const notOfV9 = foreign(yolov9);

/** The repository yolov9. */
export const v9: Dialect = {
  vocabulary: yolov9,
  /** Its other heads are called as those of Ultralytics; only here there are anchors that no head reads. */
  signs: ({ keys, modules }) =>
    any(modules, own) ||
    (keys.has("anchors") && !keys.has("scales") && any(modules, ["Detect", "Segment"]) && !any(modules, notOfV9)),
  more: names(`ASPP CSP CSPBase Classify DFL ImplicitA ImplicitM RepConvN RepNBottleneck RepNCSP RepNRes Res`),
  evaluates: true,
  scaled: names(`Conv AConv ConvTranspose Bottleneck SPP SPPF DWConv BottleneckCSP nn.ConvTranspose2d DWConvTranspose2d
    SPPCSPC ADown ELAN1 RepNCSPELAN4 SPPELAN`),
  repeated: names("BottleneckCSP SPPCSPC"),
  unscaled: predictionsOf,
  edits: {
    ...measured,
    ...same("Segment DSegment DualDSegment Panoptic", thirdScaled),
  },
  refuses: {},
  channels: { ...v84.channels, ...moved },
  picks: { CBFuse: "idx" },
  handed: [],
  prints: {
    ...same("Detect DDetect DualDetect DualDDetect TripleDetect TripleDDetect", allLast),
    ...same("Segment DSegment DualDSegment Panoptic", allLast),
    CBLinear: channelsFirst,
    "nn.BatchNorm2d": channelsOnly,
  },
  saysChannels: true,
};
