import type { Op } from "../core/op";
import { adaptiveAvgPool2d } from "./adaptive-avg-pool2d";
import { add } from "./add";
import { avgPool2d } from "./avg-pool2d";
import { batchNorm2d } from "./batch-norm2d";
import { concat } from "./concat";
import { convTranspose2d } from "./conv-transpose2d";
import { conv2d } from "./conv2d";
import { dropout } from "./dropout";
import { flatten } from "./flatten";
import { identity } from "./identity";
import { linear } from "./linear";
import { maxPool2d } from "./max-pool2d";
import { relu } from "./relu";
import { relu6 } from "./relu6";
import { silu } from "./silu";
import { upsample } from "./upsample";
import { zeroPad2d } from "./zero-pad2d";

/** The operators that every framework has in some form. A new one is a new file and one line here. */
export const ops: readonly Op[] = [
  adaptiveAvgPool2d,
  add,
  avgPool2d,
  batchNorm2d,
  concat,
  conv2d,
  convTranspose2d,
  dropout,
  flatten,
  identity,
  linear,
  maxPool2d,
  relu,
  relu6,
  silu,
  upsample,
  zeroPad2d,
];
