import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ofSizes } from "../../server/src/analysis/size-arithmetic";
import { render } from "../../server/src/core/message";
import type { Vocabulary } from "../../server/src/core/vocabulary";
import { keras } from "../../server/src/vocabularies/keras";
import { pytorch } from "../../server/src/vocabularies/pytorch";
import { read } from "../support/check-model";
import { oneCall } from "../support/one-call";
import { randomly } from "../support/random";
import { sample } from "../support/sample";

const { below, one, chance } = randomly(11);

function unfolded(vocabulary: Vocabulary, op: string, args: object, ...inputs: readonly (readonly number[])[]) {
  const { models, problems } = oneCall(vocabulary, op, args as never, inputs);
  const model = models[0]!;
  return problems.length
    ? undefined
    : ofSizes(model.steps.at(-1)!, model.steps, vocabulary).map((line) => render(line));
}

/** What stands before and behind the equals sign, computed. */
function sides(line: string): readonly [left: number, right: number] {
  const [sum, result] = line
    .replace(/^\w+: /, "")
    .replace(/ \(padding: .*$/, "")
    .split(" = ");
  const code = sum!
    .replace(/⌊([^⌋]*)⌋/g, "Math.floor($1)")
    .replace(/⌈([^⌉]*)⌉/g, "Math.ceil($1)")
    .replaceAll("·", "*")
    .replaceAll("−", "-");
  // Numbers, brackets and signs alone, which this test has put there itself.
  assert.match(code, /^[\d\s()*/+.-]*(Math\.(floor|ceil)\([\d\s()*/+.-]*\)[\d\s()*/+.-]*)*$/);
  return [new Function(`return ${code}`)(), Number(result)];
}

describe("the arithmetic of a size", () => {
  it("reads as one would write it", () => {
    const conv = (args: object) => unfolded(pytorch, "Conv2d", { out_channels: 4, ...args }, [1, 3, 28, 28]);
    assert.deepEqual(conv({ kernel_size: 5 }), ["⌊(28 + 2·0 − 5) / 1⌋ + 1 = 24 (padding: 2 keeps 28)"]);
    assert.deepEqual(conv({ kernel_size: 3, padding: 1 }), ["⌊(28 + 2·1 − 3) / 1⌋ + 1 = 28"]);
    assert.deepEqual(conv({ kernel_size: 3, stride: 2, dilation: 2 }), ["⌊(28 + 2·0 − 2·(3 − 1) − 1) / 2⌋ + 1 = 12"]);
    assert.deepEqual(conv({ kernel_size: [1, 3] }), [
      "height: ⌊(28 + 2·0 − 1) / 1⌋ + 1 = 28",
      "width: ⌊(28 + 2·0 − 3) / 1⌋ + 1 = 26 (padding: 1 keeps 28)",
    ]);
    assert.deepEqual(unfolded(pytorch, "MaxPool2d", { kernel_size: 3, stride: 2, ceil_mode: true }, [1, 3, 8, 8]), [
      "⌈(8 + 2·0 − 3) / 2⌉ + 1 = 4",
    ]);
    assert.deepEqual(
      unfolded(pytorch, "ConvTranspose2d", { out_channels: 2, kernel_size: 4, stride: 2, padding: 1 }, [1, 3, 14, 14]),
      ["(14 − 1)·2 + 4 − 2·1 = 28"],
    );
    assert.deepEqual(unfolded(keras, "Conv2D", { filters: 2, kernel_size: 3 }, [1, 9, 9, 3]), [
      "⌊(9 + 2·0 − 3) / 1⌋ + 1 = 7 (padding: same keeps 9)",
    ]);
    assert.deepEqual(
      unfolded(keras, "Conv2D", { filters: 2, kernel_size: 3, strides: 2, padding: "same" }, [1, 9, 9, 3]),
      ["⌈9 / 2⌉ = 5"],
    );
    assert.deepEqual(unfolded(pytorch, "Flatten", {}, [1, 16, 5, 5]), ["16·5·5 = 400"]);
    assert.deepEqual(unfolded(pytorch, "Concat", {}, [1, 16, 5, 5], [1, 4, 5, 5]), ["16 + 4 = 20"]);
  });

  it("comes out, for random calls of windows and stamps", () => {
    let lines = 0;
    const calls = sample(3000, "calls of windows and stamps");
    for (let i = 0; i < calls; i++) {
      const op = one(["Conv2d", "MaxPool2d", "AvgPool2d", "ConvTranspose2d"]);
      const kernel = 1 + below(5);
      const more = {
        kernel_size: kernel,
        stride: 1 + below(4),
        padding: below(Math.floor(kernel / 2) + 1),
        ...(op !== "AvgPool2d" && chance(0.5) && { dilation: 1 + below(3) }),
        ...(op.startsWith("Conv") ? { out_channels: 2 } : { ceil_mode: chance(0.5) }),
      };
      const sizes = [1 + below(40), 1 + below(40)];
      for (const line of unfolded(pytorch, op, more, [1, 3, ...sizes]) ?? []) {
        const [left, right] = sides(line);
        assert.equal(left, right, `${op} ${JSON.stringify(more)} of ${sizes}: ${line}`);
        lines++;
      }
    }
    assert.ok(lines > calls);
  });

  it("stands beside the layers whose results do not fit together", () => {
    const { problems } = read(`
input: [3, 28, 28]
layers:
  - Conv2d: { out_channels: 8, kernel_size: 5 }
  - ReLU:
    name: a
  - Conv2d: { out_channels: 8, kernel_size: 3, padding: 1 }
    from: input
    name: b
  - Add:
    from: [a, b]
`);
    assert.deepEqual(
      problems.flatMap(({ related = [] }) => related.map(({ message }) => render(message))),
      [
        "a gives [8, 24, 24]; Conv2d #0: ⌊(28 + 2·0 − 5) / 1⌋ + 1 = 24 (padding: 2 keeps 28)",
        "b gives [8, 28, 28]: ⌊(28 + 2·1 − 3) / 1⌋ + 1 = 28",
      ],
    );
  });
});
