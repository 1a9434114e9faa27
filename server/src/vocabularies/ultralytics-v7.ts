import { spell } from "../core/vocabulary";
import { add } from "../ops/add";
import { concat } from "../ops/concat";
import { conv2d } from "../ops/conv2d";
import { pixelUnshuffle } from "../ops/pixel-unshuffle";
import { anchorDetect } from "../ops/ultralytics/anchor-detect";
import { conv } from "../ops/ultralytics/conv";
import { dwConv } from "../ops/ultralytics/dw-conv";
import { ghostBottleneck } from "../ops/ultralytics/ghost-bottleneck";
import { ghostStem } from "../ops/ultralytics/ghost-stem";
import { mixConv2d } from "../ops/ultralytics/mix-conv2d";
import { repRes } from "../ops/ultralytics/rep-res";
import { repVgg } from "../ops/ultralytics/rep-vgg";
import { res } from "../ops/ultralytics/res";
import { stem } from "../ops/ultralytics/stem";
import { conv as convolution } from "./pytorch-words";
import { headed, moves, narrowFirst, pick, threePools, told, version } from "./ultralytics-words";

/** Stems take what a convolution takes, and leave it aside. */
const fixed = { ignores: ["k", "s", "p", "g", "act"] };

/** Convolutions have no dilation; some modules are operators of torch under names of their own. */
export const yolov7 = version(
  "yolov7",
  pick(`BottleneckCSPA BottleneckCSPB BottleneckCSPC CrossConv DownC Focus Foldcut GhostCSPA GhostCSPB GhostCSPC GhostConv
    GhostSPPCSPC IAuxDetect IBin IDetect IKeypoint MP RepBottleneck RepBottleneckCSPA RepBottleneckCSPB RepBottleneckCSPC
    RepConv_OREPA RepRes RepResCSPA RepResCSPB RepResCSPC RepResXCSPA RepResXCSPB RepResXCSPC Res ResCSPA ResCSPB ResCSPC
    ResXCSPA ResXCSPB ResXCSPC RobustConv RobustConv2 SP SPP SPPCSPC ST2CSPA ST2CSPB ST2CSPC STCSPA STCSPB STCSPC
    SwinTransformer2Block SwinTransformerBlock`),
  moves,
  threePools,
  {
    "nn.Conv2d": spell(conv2d, { ...convolution(2), implied: ["in_channels"] }),
    Bottleneck: narrowFirst.Bottleneck,
    Chuncat: spell(concat, { words: { dimension: "axis" } }),
    Conv: told(conv, ["d"]),
    DWConv: told(dwConv, ["d"]),
    Detect: headed(anchorDetect),
    Ghost: told(ghostBottleneck),
    GhostStem: told(ghostStem, [], fixed),
    MixConv2d: told(mixConv2d, ["residual"], { defaults: { residual: true } }),
    ReOrg: spell(pixelUnshuffle, { implied: ["downscale_factor"], defaults: { downscale_factor: 2 } }),
    RepConv: told(repVgg),
    RepResX: told(repRes, [], { defaults: { g: 32 } }),
    ResX: told(res, [], { defaults: { g: 32 } }),
    Shortcut: spell(add, { implied: ["keeps_batch"], ignores: ["dimension"] }),
    Stem: told(stem, [], fixed),
  },
);
