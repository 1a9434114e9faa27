import { numberOf, type Value } from "../../core/value";
import { yolov5, yolov9 } from "../../vocabularies/ultralytics";
import { type Dialect, names, same, thirdScaled } from "./dialect";
import { v84 } from "./v8";

/** How many numbers a head with anchors predicts for a pixel; a width that happens to be as large is left alone. */
export function predictionsOf(settings: ReadonlyMap<string, Value>): number | undefined {
  const anchors = settings.get("anchors"),
    classes = numberOf(settings.get("nc"));
  const first = anchors?.kind === "list" ? anchors.items[0] : undefined;
  const each = first?.kind === "list" ? Math.floor(first.items.length / 2) : numberOf(anchors);
  return each === undefined || classes === undefined ? undefined : each * (classes + 5);
}

/** The repository yolov5: sizes of the model are files of their own. */
export const v5: Dialect = {
  vocabulary: yolov5,
  signs: /\bDetect,\s*\[\s*nc,\s*anchors|\bSegment,\s*\[\s*nc,\s*anchors/,
  scaled:
    names(`Conv GhostConv Bottleneck GhostBottleneck SPP SPPF DWConv MixConv2d Focus CrossConv BottleneckCSP C3 C3TR
    C3SPP C3Ghost nn.ConvTranspose2d DWConvTranspose2d C3x`),
  repeated: names("BottleneckCSP C3 C3TR C3Ghost C3x"),
  unscaled: predictionsOf,
  edits: { Segment: (args, { widen }) => args.map((arg, i) => (i === 3 ? widen(arg) : arg)) },
  channels: v84.channels,
  picks: {},
  handed: [],
  saysChannels: true,
};

/** The repository yolov9. */
export const v9: Dialect = {
  vocabulary: yolov9,
  signs: new RegExp(
    String.raw`\b(D|DualD?|TripleD?)Detect\b|\b(Dual)?DSegment\b|\bPanoptic\b|\bSilence\b|` +
      // Its other heads are called as those of Ultralytics; only here there are anchors that no head reads.
      String.raw`^anchors:[^]*\b(Detect|Segment),\s*\[\s*nc\s*[\],]`,
    "m",
  ),
  scaled: names(`Conv AConv ConvTranspose Bottleneck SPP SPPF DWConv BottleneckCSP nn.ConvTranspose2d DWConvTranspose2d
    SPPCSPC ADown ELAN1 RepNCSPELAN4 SPPELAN`),
  repeated: names("BottleneckCSP SPPCSPC"),
  unscaled: predictionsOf,
  edits: {
    ...same("Segment DSegment DualDSegment Panoptic", thirdScaled),
  },
  channels: v84.channels,
  picks: { CBFuse: "idx" },
  handed: [],
  saysChannels: true,
};
