import type { Op } from "../core/op";
import { int, labelled, perAxis } from "../core/types";
import { type Spelling, spell, type Vocabulary } from "../core/vocabulary";
import { add } from "../ops/add";
import { concat } from "../ops/concat";
import { conv2d } from "../ops/conv2d";
import { identity } from "../ops/identity";
import { pixelShuffle } from "../ops/pixel-shuffle";
import { pixelUnshuffle } from "../ops/pixel-unshuffle";
import { a2c2f } from "../ops/ultralytics/a2c2f";
import { anchorDetect } from "../ops/ultralytics/anchor-detect";
import { anchorSegment } from "../ops/ultralytics/anchor-segment";
import { bottleneck } from "../ops/ultralytics/bottleneck";
import { conv } from "../ops/ultralytics/conv";
import { dwConv } from "../ops/ultralytics/dw-conv";
import { ghostBottleneck } from "../ops/ultralytics/ghost-bottleneck";
import { ghostStem } from "../ops/ultralytics/ghost-stem";
import { imagePoolingAttn } from "../ops/ultralytics/image-pooling-attn";
import { modules as all } from "../ops/ultralytics/index";
import { piece } from "../ops/ultralytics/piece";
import { repConv } from "../ops/ultralytics/rep-conv";
import { repVgg } from "../ops/ultralytics/rep-vgg";
import { res } from "../ops/ultralytics/res";
import { resNetLayer } from "../ops/ultralytics/res-net-layer";
import { rtdetrDecoder } from "../ops/ultralytics/rtdetr-decoder";
import { sppelan } from "../ops/ultralytics/sppelan";
import { sppf } from "../ops/ultralytics/sppf";
import { stem } from "../ops/ultralytics/stem";
import { torchVision } from "../ops/ultralytics/torch-vision";
import { v9Detect } from "../ops/ultralytics/v9-detect";
import { v9Segment } from "../ops/ultralytics/v9-segment";
import { v10RawDetect } from "../ops/ultralytics/v10-raw-detect";
import { torch } from "./pytorch";
import { conv as convolution } from "./pytorch-words";

type Spellings = { readonly [module: string]: Spelling };

/** A module that the parser tells the channels of its input. */
const told = (op: Op, implied: readonly string[] = [], said: Partial<Spelling> = {}): Spelling =>
  "xs" in op.inputs
    ? spell(op, { states: { ch: "xs.C" }, implied: ["ch", ...implied], ...said })
    : spell(op, { states: { c1: "x.C" }, implied: ["c1", ...implied], ...said });

/** Nobody writes how often the inside of a block is repeated, and the settings of heads are keys of the file. */
const inner = ["n", "reg_max", "end2end", "legacy", "pe", "apart", "out_norm", "wrapped"];
/** Modules whose own repetition is an argument like others. */
const counted = new Set(["RepNCSPELAN4", "SPPF", "ResNetLayer"]);

const modules: Spellings = Object.fromEntries(
  all.map((op) => [
    op.name,
    told(
      op,
      inner.filter((name) => name in op.params && !counted.has(op.name)),
    ),
  ]),
);

/** Whatever the version: torch's own modules, and the joins. */
const common: Spellings = {
  ...Object.fromEntries(Object.entries(torch).map(([name, spelling]) => [`nn.${name}`, spelling as Spelling])),
  "nn.ConvTranspose2d": spell(torch.ConvTranspose2d.op, { states: { in_channels: "x.C" }, implied: ["in_channels"] }),
  Concat: spell(concat),
};

const pick = (names: string): Spellings => Object.fromEntries(names.split(/\s+/).map((name) => [name, modules[name]!]));

const version = (id: string, ...parts: readonly Spellings[]): Vocabulary => ({
  id,
  title: id,
  layout: "channels-first",
  countsState: false,
  python: true,
  literals: { true: "True", false: "False", null: "None" },
  spellings: new Map(Object.entries<Spelling>(Object.assign({}, common, ...parts))),
});

/** Since 8.1; the authors of YOLOv10 and YOLOv12 took versions of their time and added to them. */
const v81 =
  pick(`ADown AIFI Bottleneck C1 C2 C2f C2fAttn C2fCIB C3 C3Ghost C3TR CBFuse CBLinear Classify Conv DWConv Detect
  GhostBottleneck GhostConv HGBlock HGStem OBB PSA Pose RTDETRDecoder RepC3 RepConv RepNCSPELAN4 SCDown SPP SPPELAN SPPF
  Segment WorldDetect`);
const v12 = { ...v81, ...pick("A2C2f AConv C2PSA C3k2 ELAN1 v10Detect") };
const v8 = { ...v12, ...pick("YOLOEDetect YOLOESegment") };

/** Before 8.4 SPPF always pools three times. */
const threePools = told(sppf, ["n", "act", "shortcut"], { defaults: { act: true } });

const only = (number: number) => labelled(int({ min: number, max: number, suggest: [number] }), String(number));

/** Modules whose arguments are handed over as they stand, the channels of the input among them; some begin with a width that only the parser reads. */
const written: Spellings = {
  Index: spell(piece, { ignores: ["c2"], order: ["c2", "index"] }),
  ImagePoolingAttn: spell(imagePoolingAttn, { states: { ch: "xs.C" }, implied: ["ch", "nc"] }),
  RepConv: spell(repConv, {
    states: { c1: "x.C" },
    takes: { k: { type: perAxis(only(3)) }, p: { type: perAxis(only(1)) } },
    ignores: ["deploy"],
  }),
  ResNetLayer: spell(resNetLayer, { states: { c1: "x.C" } }),
  TorchVision: spell(torchVision, { ignores: ["c2"], order: ["c2", ...Object.keys(torchVision.params)] }),
};

export const ultralytics84 = version("ultralytics-8.4", v8, pick("OBB26 Pose26 Segment26 YOLOESegment26"), {
  ...written,
  SPPF: told(sppf, ["act"]),
});

/** Before 8.4 small networks of the decoder end with their last layer. */
const plainEnds = told(rtdetrDecoder, ["out_norm"], { defaults: { out_norm: false } });

export const ultralytics83 = version("ultralytics-8.3", v8, {
  ...written,
  RTDETRDecoder: plainEnds,
  SPPF: threePools,
});

/** Both sets of branches of its head hand on what they predict. */
export const yolov10 = version("yolov10", v81, {
  ImagePoolingAttn: written.ImagePoolingAttn!,
  RTDETRDecoder: plainEnds,
  RepConv: written.RepConv!,
  ResNetLayer: written.ResNetLayer!,
  SPPF: threePools,
  v10Detect: told(v10RawDetect),
});

/** Attention with smaller filters for positions, and values apart from queries and keys. */
export const yolov12 = version("yolov12", v12, {
  ...written,
  RTDETRDecoder: plainEnds,
  A2C2f: told(a2c2f, ["n", "pe", "apart"], { defaults: { pe: 5, apart: true } }),
  SPPF: threePools,
});

/** Bottlenecks begin with a 1×1 convolution. */
const narrowFirst = told(bottleneck, ["k"], {
  defaults: {
    k: [
      [1, 1],
      [3, 3],
    ],
  },
});

/** Heads have anchors. */
export const yolov5 = version("yolov5", pick("C3 C3Ghost C3TR Conv DWConv GhostBottleneck GhostConv SPP"), {
  Bottleneck: narrowFirst,
  SPPF: threePools,
  Detect: told(anchorDetect),
  Segment: told(anchorSegment),
});

/** Stems take what a convolution takes, and leave it aside. */
const fixed = { ignores: ["k", "s", "p", "g", "act"] };

/** Convolutions have no dilation; some modules are operators of torch under names of their own. */
export const yolov7 = version(
  "yolov7",
  pick(`BottleneckCSPA BottleneckCSPB BottleneckCSPC DownC Foldcut GhostCSPA GhostCSPB GhostCSPC GhostConv GhostSPPCSPC
    IAuxDetect IBin IDetect IKeypoint MP Res ResCSPA ResCSPB ResCSPC ResXCSPA ResXCSPB ResXCSPC SP SPP SPPCSPC`),
  {
    "nn.Conv2d": spell(conv2d, { ...convolution(2), implied: ["in_channels"] }),
    Bottleneck: narrowFirst,
    Chuncat: spell(concat, { words: { dimension: "axis" } }),
    Contract: spell(pixelUnshuffle, { words: { gain: "downscale_factor" } }),
    Conv: told(conv, ["d"]),
    DWConv: told(dwConv, ["d"]),
    Detect: told(anchorDetect),
    Expand: spell(pixelShuffle, { words: { gain: "upscale_factor" } }),
    Ghost: told(ghostBottleneck),
    GhostStem: told(ghostStem, [], fixed),
    ReOrg: spell(pixelUnshuffle, { implied: ["downscale_factor"], defaults: { downscale_factor: 2 } }),
    RepConv: told(repVgg),
    ResX: told(res, [], { defaults: { g: 32 } }),
    SPPF: threePools,
    Shortcut: spell(add, { implied: ["keeps_batch"], ignores: ["dimension"] }),
    Stem: told(stem, [], fixed),
  },
);

export const yolov9 = version(
  "yolov9",
  pick(`AConv ADown Bottleneck CBFuse CBLinear Conv DDetect DSegment DWConv DualDDetect DualDSegment DualDetect ELAN1 MP Panoptic
    RepNCSPELAN4 SPP SPPCSPC TripleDDetect TripleDetect`),
  {
    Detect: told(v9Detect),
    SPPELAN: told(sppelan, ["wrapped"], { defaults: { wrapped: true } }),
    SPPF: threePools,
    Segment: told(v9Segment),
    Silence: spell(identity),
  },
);
