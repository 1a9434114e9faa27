import type { Op } from "../../core/op";
import { a2c2f } from "./a2c2f";
import { aconv } from "./aconv";
import { adown } from "./adown";
import { aifi } from "./aifi";
import { anchorDetect } from "./anchor-detect";
import { anchorSegment } from "./anchor-segment";
import { bottleneck } from "./bottleneck";
import { bottleneckCspa } from "./bottleneck-cspa";
import { bottleneckCspb } from "./bottleneck-cspb";
import { bottleneckCspc } from "./bottleneck-cspc";
import { c1 } from "./c1";
import { c2 } from "./c2";
import { c2f } from "./c2f";
import { c2fAttn } from "./c2f-attn";
import { c2fCib } from "./c2f-cib";
import { c2psa } from "./c2psa";
import { c3 } from "./c3";
import { c3Ghost } from "./c3-ghost";
import { c3k2 } from "./c3k2";
import { c3tr } from "./c3tr";
import { cbFuse } from "./cb-fuse";
import { cbLinear } from "./cb-linear";
import { classify } from "./classify";
import { conv } from "./conv";
import { ddetect } from "./ddetect";
import { detect } from "./detect";
import { downC } from "./down-c";
import { dsegment } from "./dsegment";
import { dualDdetect } from "./dual-ddetect";
import { dualDetect } from "./dual-detect";
import { dualDsegment } from "./dual-dsegment";
import { dwConv } from "./dw-conv";
import { elan1 } from "./elan1";
import { foldcut } from "./foldcut";
import { ghostBottleneck } from "./ghost-bottleneck";
import { ghostConv } from "./ghost-conv";
import { ghostCspa } from "./ghost-cspa";
import { ghostCspb } from "./ghost-cspb";
import { ghostCspc } from "./ghost-cspc";
import { ghostSppcspc } from "./ghost-sppcspc";
import { ghostStem } from "./ghost-stem";
import { hgBlock } from "./hg-block";
import { hgStem } from "./hg-stem";
import { iAuxDetect } from "./i-aux-detect";
import { iBin } from "./i-bin";
import { iDetect } from "./i-detect";
import { iKeypoint } from "./i-keypoint";
import { imagePoolingAttn } from "./image-pooling-attn";
import { mp } from "./mp";
import { obb } from "./obb";
import { obb26 } from "./obb26";
import { panoptic } from "./panoptic";
import { piece } from "./piece";
import { pose } from "./pose";
import { pose26 } from "./pose26";
import { psa } from "./psa";
import { repC3 } from "./rep-c3";
import { repConv } from "./rep-conv";
import { repNcspElan4 } from "./rep-ncsp-elan4";
import { repVgg } from "./rep-vgg";
import { res } from "./res";
import { resCspa } from "./res-cspa";
import { resCspb } from "./res-cspb";
import { resCspc } from "./res-cspc";
import { resNetLayer } from "./res-net-layer";
import { resxCspa } from "./resx-cspa";
import { resxCspb } from "./resx-cspb";
import { resxCspc } from "./resx-cspc";
import { rtdetrDecoder } from "./rtdetr-decoder";
import { scdown } from "./scdown";
import { segment } from "./segment";
import { segment26 } from "./segment26";
import { sp } from "./sp";
import { spp } from "./spp";
import { sppcspc } from "./sppcspc";
import { sppelan } from "./sppelan";
import { sppf } from "./sppf";
import { stem } from "./stem";
import { torchVision } from "./torch-vision";
import { tripleDdetect } from "./triple-ddetect";
import { tripleDetect } from "./triple-detect";
import { v9Detect } from "./v9-detect";
import { v9Segment } from "./v9-segment";
import { v10Detect } from "./v10-detect";
import { v10RawDetect } from "./v10-raw-detect";
import { worldDetect } from "./world-detect";
import { yoloeDetect } from "./yoloe-detect";
import { yoloeSegment } from "./yoloe-segment";
import { yoloeSegment26 } from "./yoloe-segment26";

/** The modules of Ultralytics models, under the names that library gives them. */
export const modules: readonly Op[] = [
  a2c2f,
  aconv,
  adown,
  aifi,
  anchorDetect,
  anchorSegment,
  bottleneck,
  bottleneckCspa,
  bottleneckCspb,
  bottleneckCspc,
  c1,
  c2,
  c2f,
  c2fAttn,
  c2fCib,
  c2psa,
  c3,
  c3Ghost,
  c3k2,
  c3tr,
  cbFuse,
  cbLinear,
  classify,
  conv,
  ddetect,
  detect,
  downC,
  dsegment,
  dualDdetect,
  dualDetect,
  dualDsegment,
  dwConv,
  elan1,
  foldcut,
  ghostBottleneck,
  ghostConv,
  ghostCspa,
  ghostCspb,
  ghostCspc,
  ghostSppcspc,
  ghostStem,
  hgBlock,
  hgStem,
  iAuxDetect,
  iBin,
  iDetect,
  iKeypoint,
  imagePoolingAttn,
  mp,
  obb,
  obb26,
  panoptic,
  piece,
  pose,
  pose26,
  psa,
  repC3,
  repConv,
  repNcspElan4,
  repVgg,
  res,
  resCspa,
  resCspb,
  resCspc,
  resNetLayer,
  resxCspa,
  resxCspb,
  resxCspc,
  rtdetrDecoder,
  scdown,
  segment,
  segment26,
  sp,
  spp,
  sppcspc,
  sppelan,
  sppf,
  stem,
  torchVision,
  tripleDdetect,
  tripleDetect,
  v10Detect,
  v10RawDetect,
  v9Detect,
  v9Segment,
  worldDetect,
  yoloeDetect,
  yoloeSegment,
  yoloeSegment26,
];
