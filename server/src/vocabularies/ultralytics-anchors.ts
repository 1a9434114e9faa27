import { spell } from "../core/vocabulary";
import { add } from "../ops/add";
import { identity } from "../ops/identity";
import { pixelUnshuffle } from "../ops/pixel-unshuffle";
import { anchorDetect } from "../ops/ultralytics/anchor-detect";
import { anchorSegment } from "../ops/ultralytics/anchor-segment";
import { bottleneckCsp } from "../ops/ultralytics/bottleneck-csp";
import { mixConv2d } from "../ops/ultralytics/mix-conv2d";
import { sppelan } from "../ops/ultralytics/sppelan";
import { v9Detect } from "../ops/ultralytics/v9-detect";
import { v9Segment } from "../ops/ultralytics/v9-segment";
import { enlarging, headed, moves, narrowFirst, pick, threePools, told, version } from "./ultralytics-words";

/** Heads have anchors. */
export const yolov5 = version(
  "yolov5",
  enlarging,
  pick(`C3 C3Ghost C3SPP C3TR C3x Conv CrossConv DWConv DWConvTranspose2d Focus GhostBottleneck GhostConv SPP`),
  moves,
  threePools,
  {
    Bottleneck: narrowFirst.Bottleneck,
    BottleneckCSP: told(bottleneckCsp, ["n", "k"], { defaults: narrowFirst.kernels }),
    Detect: headed(anchorDetect),
    MixConv2d: told(mixConv2d, ["residual"]),
    Segment: headed(anchorSegment),
  },
);

export const yolov9 = version(
  "yolov9",
  enlarging,
  pick(`AConv ADown Bottleneck BottleneckCSP CBFuse CBLinear Conv ConvTranspose DDetect DSegment DWConv DWConvTranspose2d
    DualDDetect DualDSegment DualDetect ELAN1 MP Panoptic RepNCSPELAN4 SP SPP SPPCSPC TripleDDetect TripleDetect`),
  moves,
  threePools,
  {
    Detect: headed(v9Detect),
    ReOrg: spell(pixelUnshuffle, { implied: ["downscale_factor"], defaults: { downscale_factor: 2 } }),
    SPPELAN: told(sppelan, ["k", "wrapped"], { defaults: { wrapped: true } }),
    Segment: headed(v9Segment),
    Shortcut: spell(add, { implied: ["keeps_batch"], ignores: ["dimension"] }),
    Silence: spell(identity),
  },
);
