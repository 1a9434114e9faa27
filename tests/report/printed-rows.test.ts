import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { linesOf } from "../../server/src/report/diff/our-table";
import { agree, readList, showPrinted } from "../../server/src/report/diff/printed-value";
import { understand } from "../../server/src/service";

/** How the rows of a model would be printed: repetitions, module, arguments. */
const printed = (dialect: string, text: string, scale?: string): readonly string[] => {
  const options = { dialect, ...(scale !== undefined && { scale }) };
  const [model] = understand("model.yaml", text, options)!.analysis.models;
  return linesOf(model!).map(({ repeats, module, args }) => `${repeats} ${module} ${showPrinted(args!)}`);
};

describe("a row as a library prints it", () => {
  it("has the channels that arrive in front, and repetitions behind the width", () =>
    assert.deepEqual(
      printed(
        "ultralytics-8.4",
        `scales:
  n: [0.34, 0.25, 1024]
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
  - [-1, 6, C2f, [128, True]]
  - [-1, 1, nn.BatchNorm2d, [32]]
  - [-1, 3, nn.Identity, []]
  - [-1, 6, HGBlock, [48, 128, 3]]
`,
        "n",
      ),
      [
        "1 Conv [3, 16, 3, 2]",
        "2 C2f [16, 32, 2, True]",
        "1 BatchNorm2d [32]",
        "1 Identity []",
        "2 HGBlock [32, 48, 128, 3, 2]",
      ],
    ));

  it("of a head has the keys of the file where the version hands them over", () => {
    const text = `nc: 3
reg_max: 8
end2end: true
kpt_shape: [17, 3]
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
head:
  - [[0], 1, Pose, [nc, kpt_shape]]
`;
    assert.equal(printed("ultralytics-8.4", text)[1], "1 Pose [3, [17, 3], 8, True, [64]]");
    assert.equal(printed("ultralytics-8.3", text)[1], "1 Pose [3, [17, 3], [64]]");
  });

  it("scales the width of prototypes also where it equals the number of classes", () =>
    assert.deepEqual(
      printed(
        "ultralytics-8.3",
        `nc: 256
scales:
  n: [0.33, 0.25, 1024]
backbone:
  - [-1, 1, Conv, [256, 3, 2]]
head:
  - [[0], 1, Segment, [nc, 32, 256]]
`,
        "n",
      ),
      ["1 Conv [3, 256, 3, 2]", "1 Segment [256, 32, 64, [256]]"],
    ));

  it("counts anchors up where there is only a number of them, and hides repetitions in YOLOv7", () => {
    const text = (block: string) => `nc: 3
depth_multiple: 0.33
width_multiple: 1.0
anchors: 2
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
  - [-1, 6, ${block}, [64]]
head:
  - [[0, 1], 1, Detect, [nc, anchors]]
`;
    const detect = "1 Detect [3, [[0, 1, 2, 3], [0, 1, 2, 3]], [64, 64]]";
    assert.deepEqual(printed("yolov5", text("C3")), ["1 Conv [3, 64, 3, 2]", "2 C3 [64, 64, 2]", detect]);
    assert.deepEqual(printed("yolov7", text("BottleneckCSPA")), [
      "1 Conv [3, 64, 3, 2]",
      "1 BottleneckCSPA [64, 64, 2]",
      detect,
    ]);
  });
});

describe("printed arguments", () => {
  const both = (a: string, b: string): boolean => agree(readList(a)!, readList(b)!);

  it("are read as Python writes them", () => {
    for (const text of [
      "[]",
      "[3, 16, 3, 2]",
      "[None, 2, 'nearest']",
      "[True, [1, [2, -0.5]], nn.SiLU(inplace=True), 'a, b']",
    ])
      assert.equal(showPrinted(readList(text)!), text);
    assert.equal(showPrinted(readList('[(5, 9), "it\'s", 1e-3, 2.0]  and more')!), "[[5, 9], 'it's', 0.001, 2]");
    for (const broken of ["", "3", "[1, 2", "[[[[".repeat(20)]) assert.equal(readList(broken), undefined);
  });

  it("are the same where they can be", () => {
    assert.ok(both("[1.0, 2]", "[1, 2.0]"));
    assert.ok(!both("[1, 2]", "[1]"));
    assert.ok(!both("['a']", "['b']"));
    assert.ok(!both("[None]", "[False]"));
    assert.ok(both("['nn.LeakyReLU(0.1)']", "[LeakyReLU(negative_slope=0.1)]"));
    assert.ok(!both("['nn.LeakyReLU(0.1)']", "[LeakyReLU(negative_slope=0.2)]"));
    assert.ok(!both("['nn.ReLU()']", "[SiLU()]"));
    assert.ok(both("[nn.SiLU()]", "[SiLU()]"));
    assert.ok(both("[?]", "[16]"));
  });
});
