import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { understand } from "../server/src/service";

/** Two levels, two sizes; every row has its number behind it. */
const detector = `nc: 6
scales:
  n: [0.33, 0.25, 1024]
  m: [0.67, 0.75, 384]
backbone:
  - [-1, 1, Conv, [64, 3, 2]] # 0
  - [-1, 1, Conv, [128, 3, 2]] # 1
  - [-1, 3, C2f, [128, True]] # 2
  - [-1, 1, Conv, [256, 3, 2]] # 3
  - [-1, 6, C2f, [256, True]] # 4
  - [-1, 1, Conv, [512, 3, 2]] # 5
  - [-1, 3, C2f, [512, True]] # 6
  - [-1, 1, SPPF, [512, 5]] # 7
head:
  - [-1, 1, nn.Upsample, [None, 2, nearest]] # 8
  - [[-1, 4], 1, Concat, [1]] # 9
  - [-1, 3, C2f, [256]] # 10
  - [-1, 1, Conv, [256, 3, 2]] # 11
  - [[-1, 7], 1, Concat, [1]] # 12
  - [-1, 3, C2f, [512]] # 13
  - [[10, 13], 1, Detect, [nc]] # 14
`;

/** With anchors and one size, as YOLOv5 has them. */
const anchored = `nc: 6
depth_multiple: 0.33
width_multiple: 0.5
anchors:
  - [8, 12, 17, 30, 32, 24]
  - [31, 60, 61, 46, 60, 118]
  - [115, 91, 157, 197, 372, 325]
backbone:
  - [-1, 1, Conv, [64, 6, 2, 2]] # 0
  - [-1, 1, Conv, [128, 3, 2]] # 1
  - [-1, 3, C3, [128]] # 2
  - [-1, 1, Conv, [256, 3, 2]] # 3
  - [-1, 3, C3, [256]] # 4
  - [-1, 1, Conv, [512, 3, 2]] # 5
  - [-1, 3, C3, [512]] # 6
head:
  - [[2, 4, 6], 1, Detect, [nc, anchors]] # 7
`;

interface Mistake {
  readonly base?: string;
  /** What is written instead of what. */
  readonly write: readonly (readonly [what: string, instead: string])[];
  /** The row in which the one problem lies, or the text at which it stands where it belongs to no row. */
  readonly at: number | string;
  readonly id: string;
}

const row = (index: number, base = detector): string => base.split("\n").find((line) => line.endsWith(` # ${index}`))!;

const instead = (index: number, text: string, base = detector): readonly [string, string] => [
  row(index, base),
  `  - ${text} # ${index}`,
];

/** What people did, each in one file, and where the library was when it stopped, if it stopped. */
const mistakes: { readonly [what: string]: Mistake } = {
  "a row of another stride is joined": {
    write: [instead(9, "[[-1, 2], 1, Concat, [1]]")],
    at: 9,
    id: "concat-sizes-agree",
  },
  "three strides are joined": {
    write: [instead(12, "[[-1, 7, 4], 1, Concat, [1]]")],
    at: 12,
    id: "concat-sizes-agree",
  },
  "the row that brings the size down is lost": {
    write: [instead(11, "[-1, 1, Conv, [256, 3, 1]]")],
    at: 12,
    id: "concat-sizes-agree",
  },
  "a number is too large": {
    write: [instead(12, "[[-1, 17], 1, Concat, [1]]")],
    at: 12,
    id: "unknown-layer",
  },
  "the head reads a row that is not there": {
    write: [instead(14, "[[10, 20], 1, Detect, [nc]]")],
    at: 14,
    id: "unknown-layer",
  },
  "the head reads the joined row before its stage": {
    write: [instead(14, "[[9, 13], 1, Detect, [nc]]")],
    at: 14,
    id: "reads-mid-stage",
  },
  "a level is left to nobody": {
    write: [instead(14, "[[10], 1, Detect, [nc]]")],
    at: 13,
    id: "unread-row",
  },
  "levels from large to small": {
    write: [instead(14, "[[13, 10], 1, Detect, [nc]]")],
    at: 14,
    id: "head-order",
  },
  "a first row with copies": {
    write: [instead(0, "[-1, 6, Conv, [64, 3, 2]]")],
    at: 0,
    id: "copies-fit-each-other",
  },
  "a module that the parser tells nothing": {
    write: [instead(3, "[-1, 1, RepConv, [256, 3, 2]]")],
    at: 3,
    id: "untold-channels",
  },
  "a module of torch that changes channels unseen": {
    write: [["  m: [0.67, 0.75, 384]\n", ""], instead(7, "[-1, 1, nn.Conv2d, [128, 64, 1]]")],
    at: 7,
    id: "uncounted-channels",
  },
  "an own module": {
    write: [instead(7, "[-1, 1, SimConv, [512, 5]]")],
    at: 7,
    id: "unknown-operator",
  },
  "a module of a later version": {
    write: [["nc: 6", "# convlint-dialect yolov10\nnc: 6"], instead(6, "[-1, 3, A2C2f, [512, True]]")],
    at: 6,
    id: "unknown-operator",
  },
  "another spelling": {
    write: [instead(4, "[-1, 6, c2f, [256, True]]")],
    at: 4,
    id: "unknown-operator",
  },
  "input and output channels by hand": {
    write: [instead(3, "[-1, 1, Conv, [128, 256, 3, 2]]")],
    at: 3,
    id: "told-channels",
  },
  "an argument too many": {
    write: [instead(10, "[-1, 3, C2f, [256, False, 1, 0.5, 3, 4]]")],
    at: 10,
    id: "unknown-argument",
  },
  "anchors for a head without": {
    write: [instead(14, "[[10, 13], 1, Detect, [nc, anchors]]")],
    at: 14,
    id: "unknown-argument",
  },
  "a block of heads that do not divide": {
    write: [instead(6, "[-1, 2, A2C2f, [200, True, 1]]")],
    at: 6,
    id: "heads-of-32-channels",
  },
  "too narrow for attention": {
    write: [instead(7, "[-1, 2, C2PSA, [512]]"), ["1024]", "256]"], ["384]", "128]"]],
    at: 7,
    id: "heads-need-64-channels",
  },
  "five entries": {
    write: [instead(4, "[-1, 6, C2f, [256, True], 2]")],
    at: 4,
    id: "row-has-four-entries",
  },
  "an empty row": {
    write: [instead(4, "[]")],
    at: 4,
    id: "row-has-four-entries",
  },
  "arguments without brackets": {
    write: [instead(4, "[-1, 6, C2f, 256]")],
    at: 4,
    id: "wrong-row",
  },
  "repeats as text": {
    write: [instead(4, "[-1, six, C2f, [256, True]]")],
    at: 4,
    id: "wrong-row",
  },
  "a scale without its third number": {
    write: [["384]", "]"]],
    at: "[0.67, 0.75, ]",
    id: "wrong-scale",
  },
  "a backbone that names another model": {
    write: [
      [detector.slice(detector.indexOf("backbone:"), detector.indexOf("head:")), "backbone: { type: resnet18 }\n"],
    ],
    at: "backbone",
    id: "wrong-row",
  },
  "a pose head without key points": {
    write: [instead(14, "[[10, 13], 1, Pose, [nc, kpt_shape]]")],
    at: 14,
    id: "missing-key",
  },
  "no number of classes": {
    write: [["nc: 6\n", ""]],
    at: 14,
    id: "missing-key",
  },
  "an enlargement that does not meet the row it joins": {
    write: [instead(8, "[-1, 1, nn.Upsample, [None, 4, nearest]]")],
    at: 9,
    id: "concat-sizes-agree",
  },
  "a list of kernels in brackets": {
    write: [instead(7, "[-1, 1, SPP, [512, 5, 9, 13]]")],
    at: 7,
    id: "unknown-argument",
  },
  "rows of anchors for fewer inputs": {
    base: anchored,
    write: [instead(7, "[[4, 6], 1, Detect, [nc, anchors]]", anchored)],
    at: 7,
    id: "anchors-for-each-input",
  },
  "levels of anchors from large to small": {
    base: anchored,
    write: [instead(7, "[[6, 4, 2], 1, Detect, [nc, anchors]]", anchored)],
    at: 7,
    id: "head-order",
  },
  "padding that is no list": {
    base: anchored,
    write: [instead(6, "[-1, 1, nn.ZeroPad2d, [0, 1, 0, 1]]", anchored)],
    at: 6,
    id: "unknown-argument",
  },
  "a block of Ultralytics in a file of YOLOv5": {
    base: anchored,
    write: [instead(4, "[-1, 3, C2f, [256]]", anchored)],
    at: 4,
    id: "unknown-operator",
  },
};

describe("a mistake in an Ultralytics file", () => {
  for (const [what, { base = detector, write, at, id }] of Object.entries(mistakes))
    it(what, () => {
      const text = write.reduce((text, [what, instead]) => {
        assert.equal(text.split(what).length, 2, what);
        return text.replace(what, () => instead);
      }, base);
      const { problems } = understand("model.yaml", text)!.analysis;
      const found = problems
        .filter(({ severity }) => severity === "error" || severity === "warning")
        .map((one) => `${one.id} ${typeof at === "number" ? one.layer : text.slice(one.span.from, one.span.to)}`);
      assert.deepEqual(found, [`${id} ${at}`]);
    });
});
