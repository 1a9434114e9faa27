import { say } from "../core/message";
import { spell } from "../core/vocabulary";
import { identity } from "../ops/identity";
import { permute } from "../ops/permute";
import { a2c2f } from "../ops/ultralytics/a2c2f";
import { c2fAttn } from "../ops/ultralytics/c2f-attn";
import { c2fPsa } from "../ops/ultralytics/c2f-psa";
import { c3k2 } from "../ops/ultralytics/c3k2";
import { conv2 } from "../ops/ultralytics/conv2";
import { imagePoolingAttn } from "../ops/ultralytics/image-pooling-attn";
import { share } from "../ops/ultralytics/parts";
import { piece } from "../ops/ultralytics/piece";
import { psa } from "../ops/ultralytics/psa";
import { mustFill, splits } from "../ops/ultralytics/psa-block";
import { innerWidths } from "../ops/ultralytics/rep-bottleneck";
import { repC3 } from "../ops/ultralytics/rep-c3";
import { repConv } from "../ops/ultralytics/rep-conv";
import { repVggDw } from "../ops/ultralytics/rep-vgg-dw";
import { resNetLayer } from "../ops/ultralytics/res-net-layer";
import { rtdetrDecoder } from "../ops/ultralytics/rtdetr-decoder";
import { sppf } from "../ops/ultralytics/sppf";
import { torchVision } from "../ops/ultralytics/torch-vision";
import { v10RawDetect } from "../ops/ultralytics/v10-raw-detect";
import { vision } from "./torchvision";
import {
  byHand,
  enlarging,
  headed,
  needed,
  pick,
  type Spellings,
  threePools,
  told,
  version,
} from "./ultralytics-words";

/** Modules whose arguments are handed over as they stand; some begin with a width that only the parser reads. */
const written: Spellings = {
  Conv2: byHand(conv2),
  RepConv: byHand(repConv),
  RepVGGDW: spell(repVggDw, { states: { ed: "x.C" } }),
  ResNetLayer: byHand(resNetLayer, { takes: needed("s", "is_first") }),
  // For the first row only, which is all that anybody had it for.
  Silence: spell(identity),
};

/** Modules that read one of several images, or give several. */
const several: Spellings = {
  Index: spell(piece, { ignores: ["c2"], order: ["c2", "index"] }),
  TorchVision: spell(torchVision, { ignores: ["c2"], order: ["c2", ...Object.keys(torchVision.params)] }),
};

/** Of torchvision, by its whole name. */
const foreign: Spellings = {
  "torchvision.ops.Conv2dNormActivation": vision.Conv2dNormActivation,
  "torchvision.ops.Permute": spell(permute, { implied: ["keeps_batch"] }),
  "torchvision.ops.SqueezeExcitation": vision.SqueezeExcitation,
  "torchvision.ops.StochasticDepth": vision.StochasticDepth,
};

const decoder = {
  ignores: ["dropout", "act", "eval_idx", "nd", "label_noise_ratio", "box_noise_scale"],
  takes: needed("nc"),
};

/** Since 8.1; the authors of YOLOv10 and YOLOv12 took versions of their time and added to them. */
const v81: Spellings = {
  ...enlarging,
  ...pick(`ADown AIFI Bottleneck BottleneckCSP C1 C2 C2f C2fCIB C3 C3Ghost C3TR C3x CBFuse CBLinear Classify Conv
    ConvTranspose DWConv DWConvTranspose2d Detect Focus GhostBottleneck GhostConv HGBlock HGStem OBB Pose RepC3
    RepNCSPELAN4 SCDown SPP SPPELAN Segment WorldDetect`),
  ...written,
  C2fAttn: told(c2fAttn, ["n"], { takes: needed("ec", "nh") }),
  ImagePoolingAttn: spell(imagePoolingAttn, {
    states: { ch: "xs.C" },
    implied: ["ch", "nc"],
    takes: needed("ec"),
  }),
  RTDETRDecoder: told(rtdetrDecoder, ["out_norm"], decoder),
};

const input = { states: { c1: "x.C" } } as const;

/** Before 8.4 there is no head of fewer than 64 channels, and nothing follows a bottleneck. */
const fullHeads: Spellings = {
  PSA: spell(psa, {
    ...input,
    implied: ["c1"],
    constraints: splits,
    must: (_, { c2, e }, must) => mustFill(share(c2, e), must),
  }),
};
const withoutAttention: Spellings = { C3k2: told(c3k2, ["attn", "n"]) };
/** Small networks of its decoder end with their last layer. */
const plainEnds: Spellings = {
  RTDETRDecoder: told(rtdetrDecoder, ["out_norm"], { ...decoder, defaults: { out_norm: false } }),
};

const v12: Spellings = { ...v81, ...several, ...pick("A2C2f AConv C2PSA C2fPSA C3k2 ELAN1 v10Detect") };
const v8: Spellings = { ...v12, ...foreign, ...pick("YOLOEDetect YOLOESegment") };

export const ultralytics84 = version("ultralytics-8.4", v8, pick("OBB26 PSA Pose26 Segment26 YOLOESegment26"), {
  SPPF: told(sppf, ["act"]),
});

export const ultralytics83 = version("ultralytics-8.3", v8, fullHeads, plainEnds, withoutAttention, threePools);

/** Both sets of branches of its head hand on what they predict. */
export const yolov10 = version("yolov10", v81, fullHeads, plainEnds, threePools, {
  RepC3: spell(repC3, {
    ...input,
    implied: ["c1", "n"],
    constraints: innerWidths,
    must(_, { c2, e, n }, must) {
      const read = share(c2, e);
      const message = say`the chain reads ${read} channels, but the convolution before it gives ${c2}: here e can only be 1`;
      must("inner-widths-agree", n > 0 && read !== c2 ? "no" : "yes", { arg: "e" }, message);
    },
  }),
  v10Detect: headed(v10RawDetect),
});

/** Attention with smaller filters for positions, and values apart from queries and keys. */
export const yolov12 = version("yolov12", v12, fullHeads, plainEnds, withoutAttention, threePools, {
  A2C2f: told(a2c2f, ["n", "pe", "apart"], { defaults: { pe: 5, apart: true } }),
  C2fPSA: spell(c2fPsa, {
    ...input,
    implied: ["c1", "n"],
    constraints: splits,
    must(_, { c2, e, n }, must) {
      if (n > 0) mustFill(share(c2, e), must);
    },
  }),
});
